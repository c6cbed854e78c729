import { describe, expect, it } from '@jest/globals';
import { delegateOf } from '../../../workflows/proof/resolution.samples.js';
import type { BirthFacts, VoterFact } from '../../../workflows/resolution/resolution.facts.js';
import { guards } from '../../../workflows/resolution/resolution.guards.js';
import type { Subject } from '../../../workflows/resolution/subjects.js';
import { drafted, inForce, noticed, TARGET, unborn, voting } from './situations.js';

const VOTER: VoterFact = {
  entitled: true,
  speaks: 'itself',
  authorized: true,
  votedItself: false,
  hasBallot: true,
};

function ballotOf(voter: VoterFact | null): string[] {
  return voting().codes('CAST_BALLOT', { facts: { voter } });
}

describe('债权人协议: one head, one vote', () => {
  it('golden case 15: whoever was a member on the record date votes, nobody else', () => {
    expect(ballotOf(VOTER)).toEqual([]);
    expect(ballotOf(null)).toEqual(['not-entitled']);
    expect(voting().refusals('CAST_BALLOT', { facts: { voter: null } })[0]?.kind).toBe('permission');
  });

  it('whoever is related to the debtor or asks for itself stays out', () => {
    expect(ballotOf({ ...VOTER, entitled: false })).toEqual(['recused']);
  });

  it('a proxy votes for the member that named it, unless that member has voted itself', () => {
    expect(ballotOf({ ...VOTER, speaks: 'neither' })).toEqual(['proxy-missing']);
    expect(ballotOf({ ...VOTER, speaks: 'proxy' })).toEqual([]);
    expect(ballotOf({ ...VOTER, speaks: 'proxy', votedItself: true })).toEqual(['member-voted-itself']);
    expect(ballotOf({ ...VOTER, votedItself: true })).toEqual([]);
  });

  it('without an authorization on file there is no ballot', () => {
    expect(ballotOf({ ...VOTER, authorized: false })).toEqual(['authorization-missing']);
  });

  it('a ballot that is not sealed is none', () => {
    expect(voting().codes('CAST_BALLOT', { payload: { commitment: '赞成' } })).toEqual([
      'commitment-missing',
    ]);
  });

  it('a proxy does not settle the affairs of the member', () => {
    const proxy = { facts: { voter: { ...VOTER, speaks: 'proxy' as const } } };

    for (const type of ['NAME_PROXY', 'REVOKE_PROXY', 'STATE_PENDING_APPROVAL'] as const) {
      expect(voting().codes(type, proxy)).toEqual(['not-the-member']);
    }
    expect(noticed().codes('DECLARE_CONFLICT', proxy)).toEqual(['not-the-member']);
  });

  it('only another member of the record date is a proxy', () => {
    expect(voting().codes('NAME_PROXY', { facts: { holderHolds: false } })).toEqual(['holder-unknown']);
  });

  it('a paper follows a ballot', () => {
    const facts = { voter: { ...VOTER, hasBallot: false } };

    expect(voting().codes('ATTACH_PAPER', { facts })).toEqual(['ballot-missing']);
  });
});

describe('债权人协议: what may be put to the committee', () => {
  it.each<[string, Subject, Partial<BirthFacts>, string[]]>([
    ['ninety days', { type: 'standstill', days: 90 }, {}, []],
    ['a day more', { type: 'standstill', days: 91 }, {}, ['days-out-of-range']],
    ['no day', { type: 'standstill', days: 0 }, {}, ['days-out-of-range']],
    ['half a day', { type: 'standstill', days: 1.5 }, {}, ['days-out-of-range']],
    ['a plan until tomorrow', { type: 'restructuring', until: '2026-06-11' }, {}, []],
    ['a plan until today', { type: 'restructuring', until: '2026-06-10' }, {}, ['not-later']],
    ['more time', { type: 'extendTerm', resolution: 'r', days: 90 }, { target: TARGET }, []],
    [
      'too much more',
      { type: 'extendTerm', resolution: 'r', days: 91 },
      { target: TARGET },
      ['days-out-of-range'],
    ],
    [
      'more time for nothing',
      { type: 'extendTerm', resolution: 'r', days: 9 },
      { target: null },
      ['target-not-in-force'],
    ],
    [
      'more time once more',
      { type: 'extendTerm', resolution: 'r', days: 9 },
      { target: { ...TARGET, termExtended: true } },
      ['extended-before'],
    ],
    [
      'more time for a consent',
      { type: 'extendTerm', resolution: 'r', days: 9 },
      { target: { ...TARGET, subject: 'consent' } },
      ['target-not-in-force'],
    ],
    ['taking back', { type: 'rescission', resolution: 'r' }, { target: TARGET }, []],
    [
      'taking back what has ended',
      { type: 'rescission', resolution: 'r' },
      { target: { ...TARGET, inForce: false } },
      ['target-not-in-force'],
    ],
    ['a chair', { type: 'chair', chair: 'haisi' }, {}, []],
    [
      'a chair that is no member',
      { type: 'chair', chair: 'x' },
      { namedHolds: false },
      ['organization-unknown'],
    ],
    [
      'somebody to accede',
      { type: 'accession', organization: 'x' },
      { namedHolds: false },
      ['organization-unknown'],
    ],
    ['a strategy', { type: 'strategy', strategy: 'reduce' }, {}, []],
    ['no strategy', { type: 'strategy', strategy: 'hope' as 'reduce' }, {}, ['strategy-unknown']],
    ['new money', { type: 'newMoneyPriority', bank: 'haisi', amount: '0.01' }, {}, []],
    ['no money', { type: 'newMoneyPriority', bank: 'haisi', amount: '0.00' }, {}, ['amount-not-positive']],
    ['dissolution', { type: 'dissolution' }, {}, []],
    [
      'a consent by hand',
      { type: 'consent', filing: 'f', revision: 1, referral: 1, bank: 'b', cap: '1.00', days: 90 },
      {},
      ['comes-by-referral'],
    ],
  ])('%s', (_, subject, facts, codes) => {
    expect(unborn().codes('RESOLUTION.DRAFTED', { payload: { subject }, facts })).toEqual(codes);
  });

  it('by a member of an active committee, in writing', () => {
    const inactive = { committee: { active: false, chair: 'jinli', viceChairs: [] } };

    expect(unborn().codes('RESOLUTION.DRAFTED', { facts: { member: false } })).toEqual(['not-a-member']);
    expect(unborn().codes('RESOLUTION.DRAFTED', { facts: inactive })).toEqual(['no-active-committee']);
    expect(unborn().codes('RESOLUTION.DRAFTED', { payload: { title: ' ', text: '' } })).toEqual([
      'title-missing',
      'text-missing',
    ]);
    expect(drafted().codes('NOTICE', { facts: inactive })).toEqual(['no-active-committee']);
    expect(drafted({ type: 'procedural' }).codes('DECIDE', { facts: inactive })).toEqual([
      'no-active-committee',
    ]);
  });
});

describe('reasons are written down', () => {
  it('by whoever drops, extends, declares, decides or finds a breach', () => {
    const none = { payload: { reason: ' ' } };

    expect(drafted().codes('DROP', none)).toEqual(['reason-missing']);
    expect(voting().codes('EXTEND_VOTE', none)).toEqual(['reason-missing']);
    expect(noticed().codes('DECLARE_CONFLICT', none)).toEqual(['reason-missing']);
    expect(drafted({ type: 'procedural' }).codes('DECIDE', { payload: { text: '' } })).toEqual([
      'text-missing',
    ]);
    expect(inForce().codes('BREACH', { payload: { text: '' } })).toEqual(['text-missing']);
  });

  it('an extension is the matter of whoever presides', () => {
    expect(voting().codes('EXTEND_VOTE', { actor: delegateOf('anping') })).toEqual(['not-presiding']);
  });
});

describe('every guard', () => {
  it('is known by a name of its own within its event', () => {
    for (const [type, list] of Object.entries(guards)) {
      const names = list.map(({ name }) => name);
      expect([type, new Set(names).size]).toEqual([type, names.length]);
    }
  });
});
