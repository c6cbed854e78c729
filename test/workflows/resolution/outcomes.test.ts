import { describe, expect, it } from '@jest/globals';
import { AGREEMENT } from '../../../workflows/proof/committee.samples.js';
import { delegateOf, FAILED } from '../../../workflows/proof/resolution.samples.js';
import type { Subject } from '../../../workflows/resolution/subjects.js';
import { drafted, inForce, noticed, passed, referred, TARGET, voting } from './situations.js';

const MEMBERS = ['jinli', 'citong', 'haisi', 'anping'];
const STARTED = { standstill: 'resolution-1', until: '2026-09-08' };
const ENDED = { standstill: 'resolution-1' };
const ANSWER = { filing: 'filing-1', revision: 1, referral: 1 };

describe('债权人协议: a passed standstill holds ninety days, for the members’ filings and the committee', () => {
  it('starts for the filings of the members and of nobody else', () => {
    const started = inForce();

    expect(started.of('send')).toEqual([
      { to: 'filing', event: { type: 'STANDSTILL.STARTED', payload: STARTED }, owners: MEMBERS },
      { to: 'committee', event: { type: 'STANDSTILL.STARTED', payload: STARTED } },
    ]);
    expect(started.of('armDeadline')).toEqual([{ name: 'term', budget: { untilEndOf: '2026-09-08' } }]);
  });

  it('is reported to the regulator branch, in copy to the finance bureau', () => {
    const told = inForce().of('notify');

    expect(told.map(({ template }) => template)).toEqual(['resolutionPassed', 'resolutionReported']);
    expect(told[1]?.to.map(({ party }) => party)).toEqual(['regulator', 'finance']);
  });

  it.each([
    ['DEADLINE.term', 'expired'],
    ['COMMITTEE.ENDED', 'expired'],
    ['RESCIND', 'rescinded'],
    ['COURT.ACCEPTED', 'superseded'],
  ] as const)('%s: %s, and its marks end', (type, state) => {
    const ended = inForce().send(type);

    expect(ended.state).toBe(state);
    expect(ended.of('disarmDeadline')).toEqual([{ name: 'term' }]);
    expect(ended.of('send')).toEqual([
      { to: 'filing', event: { type: 'STANDSTILL.ENDED', payload: ENDED }, owners: MEMBERS },
      { to: 'committee', event: { type: 'STANDSTILL.ENDED', payload: ENDED } },
    ]);
  });

  it('the committee ends because the court has accepted: superseded, whichever is heard first (golden case 11)', () => {
    const ended = inForce().send('COMMITTEE.ENDED', { facts: { courtAccepted: true } });

    expect(ended.state).toBe('superseded');
    expect(ended.of('send')).toHaveLength(2);
  });

  it('a successor keeps the marks: it tells the former one first, and nothing ends', () => {
    const successor = passed(drafted(), { supersedes: 'resolution-0' });

    expect(successor.said().map(([to, type]) => [to, type])).toEqual([
      ['resolution-0', 'SUPERSEDE'],
      ['filing', 'STANDSTILL.STARTED'],
      ['committee', 'STANDSTILL.STARTED'],
    ]);
    expect(inForce().send('SUPERSEDE').said()).toEqual([]);
    expect(inForce().send('SUPERSEDE').state).toBe('superseded');
  });

  it('is extended once, by a resolution of its own; the filings keep their mark', () => {
    const extension = passed(
      drafted({ type: 'extendTerm', resolution: 'resolution-0', days: 90 }, { target: TARGET }),
    );
    const extended = inForce().send('EXTEND_TERM');

    expect([extension.state, extension.said()]).toEqual([
      'carried',
      [['resolution-0', 'EXTEND_TERM', { by: 'resolution-1', days: 90 }]],
    ]);
    expect(extended.context).toMatchObject({ until: '2026-12-07', termExtended: true });
    expect(extended.said()).toEqual([
      ['committee', 'STANDSTILL.STARTED', { standstill: 'resolution-1', until: '2026-12-07' }],
    ]);
    expect(extended.send('EXTEND_TERM').context.until).toBe('2026-12-07');
  });
});

describe('golden case 7, 债权人协议: a breach leaves the standstill in force for all others', () => {
  it('told by a filing: the breach file opens, copy to the branch, the members as agreed', () => {
    const breached = inForce().send('STANDSTILL.BREACHED');
    const quiet = inForce().send('STANDSTILL.BREACHED', { facts: { membersTold: false } });

    expect(breached.state).toBe('inForce');
    expect(breached.context.breaches).toBe(1);
    expect(breached.notices()).toEqual([
      'resolutionBreached',
      'resolutionBreachTold',
      'resolutionBreachReported',
    ]);
    expect(quiet.notices()).toEqual(['resolutionBreached', 'resolutionBreachReported']);
  });

  it('found by the chair: the same', () => {
    expect(inForce().send('BREACH')).toMatchObject({ state: 'inForce', context: { breaches: 1 } });
    expect(inForce().codes('BREACH', { actor: delegateOf('haisi') })).toEqual(['not-presiding']);
    expect(inForce().codes('BREACH', { facts: { memberHolds: false } })).toEqual(['member-unknown']);
  });

  it('what was done while it was in force may be reported after its end', () => {
    const late = inForce().send('DEADLINE.term').send('STANDSTILL.BREACHED');

    expect([late.state, late.context.breaches]).toEqual(['expired', 1]);
    expect(late.notices()).toContain('resolutionBreachReported');
  });

  it('a breach of another standstill is recorded and nothing more', () => {
    const detail = { standstill: 'resolution-9', consentCap: null, amount: '1.00' };

    const other = inForce().send('STANDSTILL.BREACHED', { payload: { detail } });

    expect([other.context.breaches, other.effects]).toEqual([0, []]);
  });
});

describe('processes.md §6: an item that a filing waits for answers it, once', () => {
  it('passed: consent up to the cap that was put to the vote', () => {
    const item = referred().send('NOTICE', { payload: { cap: '4000000.00' } });

    const consented = item.send('DEADLINE.notice').send('DEADLINE.vote');

    expect([consented.state, consented.said()]).toEqual([
      'inForce',
      [['filing-1', 'RESOLUTION.PASSED', { ...ANSWER, consent: true, cap: '4000000.00' }]],
    ]);
  });

  it('refused', () => {
    const refused = voting(referred()).send('DEADLINE.vote', { facts: { tally: FAILED } });

    expect([refused.state, refused.said()]).toEqual([
      'failed',
      [['filing-1', 'RESOLUTION.FAILED', { ...ANSWER, cause: 'refused' }]],
    ]);
  });

  it.each(['DROP', 'REFERRAL.LEFT', 'COMMITTEE.ENDED', 'COURT.ACCEPTED'] as const)(
    'dropped by %s',
    (type) => {
      const dropped = noticed(referred()).send(type);

      expect([dropped.state, dropped.said()]).toEqual([
        'dropped',
        [['filing-1', 'RESOLUTION.FAILED', { ...ANSWER, cause: 'dropped' }]],
      ]);
    },
  );

  it('a consent ends without a word: the filing knows its day', () => {
    expect(passed(referred()).send('DEADLINE.term').said()).toEqual([]);
  });
});

describe('processes.md §6: what acts once is carried, and the committee carries it out', () => {
  it.each<[Subject, object]>([
    [
      { type: 'chair', chair: 'haisi' },
      { subject: 'chair', chair: 'haisi' },
    ],
    [
      { type: 'strategy', strategy: 'stabilise' },
      { subject: 'strategy', strategy: 'stabilise' },
    ],
    [{ type: 'dissolution' }, { subject: 'dissolution' }],
    [
      { type: 'agreement', agreement: AGREEMENT },
      { subject: 'agreement', agreement: AGREEMENT },
    ],
    [
      { type: 'accession', organization: 'quanshan' },
      { subject: 'accession', organization: 'quanshan' },
    ],
    [
      { type: 'newMoneyPriority', bank: 'haisi', amount: '1000000.00' },
      { subject: 'newMoneyPriority', bank: 'haisi', amount: '1000000.00' },
    ],
    [{ type: 'ordinary' }, { subject: 'ordinary' }],
  ])('%j', (subject, said) => {
    const presiding = subject.type === 'chair' ? 'citong' : 'jinli';
    const item = drafted(subject).send('NOTICE', { actor: delegateOf(presiding) });
    const carried = item.send('DEADLINE.notice').send('DEADLINE.vote');

    expect([carried.state, carried.said()]).toEqual([
      'carried',
      [['committee', 'RESOLUTION.CARRIED', { resolution: 'resolution-1', ...said }]],
    ]);
    expect(carried.of('armDeadline')).toEqual([]);
  });

  it('a plan is carried out by the committee and holds until its day', () => {
    const plan = passed(drafted({ type: 'restructuring', until: '2028-06-30' }));

    expect([plan.state, plan.context.until]).toEqual(['inForce', '2028-06-30']);
    expect(plan.said()).toEqual([
      [
        'committee',
        'RESOLUTION.CARRIED',
        { resolution: 'resolution-1', subject: 'restructuring', until: '2028-06-30' },
      ],
    ]);
  });

  it('one that is taken back hears it from the one that takes it back', () => {
    const rescission = passed(
      drafted({ type: 'rescission', resolution: 'resolution-0' }, { target: TARGET }),
    );

    expect(rescission.said()).toEqual([['resolution-0', 'RESCIND', { by: 'resolution-1' }]]);
  });
});
