import { describe, expect, it } from '@jest/globals';
import { delegateOf, FAILED, PASSED } from '../../../workflows/proof/resolution.samples.js';
import { drafted, noticed, passed, referred, unborn, voting } from './situations.js';

describe('processes.md §6: drafted, two working days for whoever presides', () => {
  it('is born without effects, and its first event arms the first clock and tells the chair', () => {
    const born = unborn();
    const told = drafted();

    expect(born.effects).toEqual([]);
    expect(told.of('armDeadline')).toEqual([{ name: 'draft', budget: { workingDaysCount: 2 } }]);
    expect(told.notices()).toEqual(['resolutionAskedOfChair']);
    expect(told.of('disclose').map(({ to }) => to)).toEqual(['chair', 'bank']);
    expect(told.context).toMatchObject({ kind: 'major', askedBy: 'haisi', number: '泉债决〔2026〕3号' });
  });

  it('after that the member that asked may put it to the vote itself', () => {
    const waiting = drafted();
    const overdue = waiting.send('DEADLINE.draft');

    expect(waiting.codes('NOTICE', { actor: delegateOf('haisi') })).toEqual(['not-presiding']);
    expect(overdue.notices()).toEqual(['resolutionDraftOverdue']);
    expect(overdue.codes('NOTICE', { actor: delegateOf('haisi') })).toEqual([]);
    expect(overdue.codes('NOTICE', { actor: delegateOf('anping') })).toEqual(['not-presiding']);
  });

  it('order of business is decided by whoever presides, without a vote', () => {
    const item = drafted({ type: 'procedural' });

    const carried = item.send('DECIDE');
    const failed = item.send('DECIDE', { payload: { carried: false } });

    expect([carried.state, failed.state]).toEqual(['carried', 'failed']);
    expect(carried.said()).toEqual([
      ['committee', 'RESOLUTION.CARRIED', { resolution: 'resolution-1', subject: 'procedural' }],
    ]);
    expect(item.codes('NOTICE')).toEqual(['decided-by-chair']);
    expect(drafted().codes('DECIDE')).toEqual(['needs-vote']);
  });
});

describe('golden case 4 of the committee, 债权人协议: over the chair’s own item a vice chair presides', () => {
  const ofChair = unborn().send('FILING.REFERRED', { payload: { bank: 'jinli' } });

  it('the vice chair is told of it and puts it to the vote; the chair cannot', () => {
    expect(ofChair.notices()).toEqual(['resolutionAskedOfViceChairs']);
    expect(ofChair.codes('NOTICE', { actor: delegateOf('jinli') })).toEqual(['not-presiding']);
    expect(ofChair.codes('NOTICE', { actor: delegateOf('citong') })).toEqual([]);
  });

  it('without a vice chair any other member presides, so that no item waits for whom it is about', () => {
    const facts = { committee: { active: true, chair: 'jinli', viceChairs: [] } };

    expect(ofChair.codes('NOTICE', { actor: delegateOf('anping'), facts })).toEqual([]);
    expect(ofChair.codes('NOTICE', { actor: delegateOf('jinli'), facts })).toEqual(['not-presiding']);
    expect(
      ofChair.codes('NOTICE', { actor: delegateOf('anping'), facts: { ...facts, member: false } }),
    ).toEqual(['not-presiding']);
  });

  it('an election of the chair is no matter of the chair that is, nor of the vice chair that is to be', () => {
    const election = drafted({ type: 'chair', chair: 'citong' });

    expect(election.codes('NOTICE', { actor: delegateOf('jinli') })).toEqual(['not-presiding']);
    expect(election.codes('NOTICE', { actor: delegateOf('citong') })).toEqual(['not-presiding']);
    expect(election.notices()).toEqual(['resolutionAskedOfMembers']);
    expect(election.codes('NOTICE', { actor: delegateOf('haisi') })).toEqual([]);
  });
});

describe('processes.md §6: noticed, members and claims frozen on the record date', () => {
  it('freezes who may vote, tells the members, and the offices of a major item', () => {
    const item = noticed();

    expect(item.context).toMatchObject({
      recordDate: '2026-06-10',
      entitled: { heads: 4, claims: '40000000.00' },
    });
    expect(item.of('disclose').map(({ to }) => to)).toEqual(['members', 'offices']);
    expect(item.notices()).toEqual(['resolutionNoticed']);
    expect(item.of('armDeadline').map(({ name }) => name)).toEqual(['notice']);
  });

  it('an ordinary item stays among the members', () => {
    expect(
      noticed(drafted({ type: 'ordinary' }))
        .of('disclose')
        .map(({ to }) => to),
    ).toEqual(['members']);
  });

  it('less may be put to the vote than was asked for, never more', () => {
    const item = referred();

    expect(item.send('NOTICE', { payload: { cap: '4000000.00' } }).context.subject).toMatchObject({
      cap: '4000000.00',
    });
    expect(item.codes('NOTICE', { payload: { cap: '6000000.01' } })).toEqual(['cap-beyond-request']);
    expect(item.codes('NOTICE', { payload: { cap: '0.00' } })).toEqual(['cap-beyond-request']);
    expect(drafted().codes('NOTICE', { payload: { cap: '1.00' } })).toEqual(['cap-not-offered']);
  });

  it('whoever declares itself related to the debtor leaves the count before the vote begins', () => {
    const declared = noticed().send('DECLARE_CONFLICT');

    expect(declared.context.entitled).toEqual({ heads: 3, claims: '30000000.00' });
    expect(voting().takes('DECLARE_CONFLICT')).toBe(false);
  });

  it('where nobody is entitled there is nothing to vote about', () => {
    expect(drafted().codes('NOTICE', { facts: { entitled: { heads: 0, claims: '0.00' } } })).toEqual([
      'nobody-entitled',
    ]);
  });
});

describe('processes.md §6: closes at the deadline, or when every entitled head has voted', () => {
  it('a ballot that completes nothing moves the turnout alone, and says nothing of its choice', () => {
    const cast = voting().send('CAST_BALLOT');

    expect(cast.state).toBe('voting');
    expect(cast.context.turnout).toEqual({ heads: 1, claims: '10000000.00' });
    expect(cast.effects).toEqual([]);
    expect(JSON.stringify(cast.context)).not.toMatch(/"(for|against|abstain)"|ccc/);
  });

  it('the last entitled head closes it at once', () => {
    const facts = { complete: true, turnout: { heads: 4, claims: '40000000.00' }, tally: PASSED };

    const closed = voting().send('CAST_BALLOT', { facts });

    expect(closed.state).toBe('inForce');
    expect(closed.of('disarmDeadline').map(({ name }) => name)).toEqual(['vote', 'extend']);
    expect(closed.context).toMatchObject({ tally: PASSED, closedOn: '2026-06-10', until: '2026-09-08' });
  });

  it('the deadline closes it whoever has voted', () => {
    expect(passed().state).toBe('inForce');
    expect(voting().send('DEADLINE.vote', { facts: { tally: FAILED } }).state).toBe('failed');
  });

  it('one extension, from the day on which it would have closed', () => {
    const extended = voting().send('EXTEND_VOTE');
    const inExtension = extended.send('DEADLINE.vote', { facts: { tally: null } });

    expect(extended.notices()).toEqual(['resolutionVoteExtended']);
    expect(extended.codes('EXTEND_VOTE')).toEqual(['extended-before']);
    expect(inExtension.state).toBe('voting');
    expect(inExtension.of('armDeadline')).toEqual([{ name: 'extend', budget: { workingDaysCount: 5 } }]);
    expect(inExtension.send('DEADLINE.extend').state).toBe('inForce');
  });

  it('a member states 待上级行决定: the chair is told, nothing moves', () => {
    const stated = voting().send('STATE_PENDING_APPROVAL');

    expect(stated.notices()).toEqual(['resolutionPendingStated']);
    expect(stated.snapshot.value).toEqual(voting().snapshot.value);
  });
});

describe('processes.md §6: a major item’s sealed paper follows within three working days, else silence', () => {
  const missing = { tally: null, missingPapers: 1 };

  it('when the ballots are in and a paper is not, the count waits for it; ballots are closed', () => {
    const waiting = voting().send('CAST_BALLOT', { facts: { ...missing, complete: true } });

    expect(waiting.of('armDeadline')).toEqual([
      { name: 'sealedPaper', budget: { workingDays: 'sealedPaperWd' } },
    ]);
    expect(waiting.notices()).toEqual(['resolutionPapersDue']);
    expect(waiting.takes('CAST_BALLOT')).toBe(false);
  });

  it('the last paper closes it', () => {
    const waiting = voting().send('DEADLINE.vote', { facts: missing });

    const closed = waiting.send('ATTACH_PAPER', { facts: { tally: PASSED } });

    expect(closed.state).toBe('inForce');
    expect(closed.of('disarmDeadline').map(({ name }) => name)).toEqual(['sealedPaper']);
  });

  it('the clock closes it without', () => {
    const waiting = voting().send('DEADLINE.vote', { facts: missing });

    expect(waiting.send('DEADLINE.sealedPaper', { facts: { tally: FAILED } }).state).toBe('failed');
  });

  it('a paper that comes while the vote is open closes nothing while somebody has not voted', () => {
    const kept = voting().send('ATTACH_PAPER', { facts: { missingPapers: 0 } });

    expect([kept.state, kept.effects]).toEqual(['voting', []]);
  });
});

describe('processes.md §6: until the count an item may be dropped', () => {
  it.each([
    ['drafted', () => drafted()],
    ['noticed', () => noticed()],
    ['voting', () => voting()],
    ['papers to come', () => voting().send('DEADLINE.vote', { facts: { tally: null, missingPapers: 1 } })],
  ] as const)('%s: by whoever presides, by whoever asked, by committee and court', (_, item) => {
    for (const type of ['DROP', 'COMMITTEE.ENDED', 'COURT.ACCEPTED'] as const) {
      expect(item().send(type).state).toBe('dropped');
    }
    expect(item().codes('DROP', { actor: delegateOf('haisi') })).toEqual([]);
    expect(item().codes('DROP', { actor: delegateOf('anping') })).toEqual(['not-presiding']);
  });

  it('the members hear of it once they were noticed', () => {
    expect(drafted().send('DROP').notices()).toEqual([]);
    expect(noticed().send('DROP').notices()).toEqual(['resolutionDropped']);
  });
});

describe('债权人协议: every window can be set by the agreement', () => {
  it('each clock runs as long as the agreement in force at the draft says', () => {
    const agreement = {
      windows: { draftWd: 1, noticeWd: 4, voteWd: 7, extensionWd: 3 },
      standstill: { days: 60, extensionDays: 30 },
    };
    const item = drafted({ type: 'ordinary' }, { agreement });

    expect(item.of('armDeadline')).toEqual([{ name: 'draft', budget: { workingDaysCount: 1 } }]);
    expect(noticed(item).of('armDeadline')).toEqual([{ name: 'notice', budget: { workingDaysCount: 4 } }]);
    expect(voting(item).of('armDeadline')).toEqual([{ name: 'vote', budget: { workingDaysCount: 7 } }]);
    expect(
      unborn().codes('RESOLUTION.DRAFTED', {
        facts: { agreement },
        payload: { subject: { type: 'standstill', days: 61 } },
      }),
    ).toEqual(['days-out-of-range']);
  });
});
