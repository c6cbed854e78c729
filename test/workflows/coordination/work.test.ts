import { describe, expect, it } from '@jest/globals';
import { labelOf } from '../../../workflows/coordination/coordination.labels.js';
import { COUNTY, JOINED, LEADER } from '../../../workflows/proof/coordination.samples.js';
import { joined, planning, SITUATIONS } from './situations.js';

describe('processes.md §3: open, assignWd 2 → the finance reviewer of its first filing', () => {
  it('born of the first filing: offices, county and its bank see it; the leader names an official', () => {
    const opened = joined();

    expect(opened.of('disclose')).toEqual([{ to: 'offices' }, { to: 'county' }, { to: 'banks' }]);
    expect(opened.of('armDeadline')).toEqual([{ name: 'assign', budget: { workingDays: 'assignWd' } }]);
    expect(opened.notices()).toEqual(['coordinationOpened']);
    expect(opened.context).toMatchObject({ filings: 1, county: 'jinjiang', official: null, posts: [] });
  });

  it('nobody named: whoever reviewed the first filing, at the finance reviewer’s post', () => {
    const lapsed = joined().send('DEADLINE.assign');

    expect(lapsed.state).toBe('planning');
    expect(lapsed.context).toMatchObject({
      official: 'finance-finance.reviewer',
      posts: ['finance.reviewer'],
    });
  });

  it('the county is the firm’s, whatever a later filing says', () => {
    const later = joined().send('FILING.JOINED', { facts: { open: 1, county: 'anxi' } });

    expect(later.context.county).toBe('jinjiang');
  });

  it('another official may take over later; the state stays', () => {
    const meeting = SITUATIONS.meeting().send('ASSIGN', {
      payload: { official: 'zhang', posts: ['county.coordinator'] },
      facts: { officialPosts: ['county.coordinator'] },
    });

    expect([meeting.state, meeting.context.official]).toEqual(['meeting', 'zhang']);
    expect(meeting.codes('RECORD_MINUTES', { actor: COUNTY })).toEqual([]);
    expect(meeting.codes('RECORD_MINUTES')).toEqual(['not-your-task']);
    // The finance leader answers for all of them.
    expect(meeting.codes('RECORD_MINUTES', { actor: LEADER })).toEqual([]);
  });
});

describe('planning: planWd 3 → a reminder, and no more', () => {
  it('is reminded and goes on', () => {
    const due = planning().send('DEADLINE.plan');

    expect([due.state, due.notices()]).toEqual(['planning', ['coordinationPlanDue']]);
  });

  it('measures are cases of their own, given to their owner at once', () => {
    const added = planning().send('ADD_SUPPORT');

    expect(added.state).toBe('planning');
    expect(added.of('open')).toEqual([
      {
        process: 'support',
        event: {
          type: 'SUPPORT.PROPOSED',
          payload: {
            type: 'bridgeFund',
            parent: { process: 'coordination', id: 'coordination-1' },
            owner: { organization: 'zhouzhuan', role: 'helper.officer' },
            dueOn: '2026-06-24',
            input: { bank: 'jinli', amount: '3000000.00', neededOn: '2026-06-20' },
            assigned: true,
            proposer: 'finance',
          },
        },
      },
    ]);
  });

  it('the end of one is recorded and told', () => {
    expect(planning().send('SUPPORT.ENDED').notices()).toEqual(['coordinationSupportEnded']);
  });
});

describe('银保监发〔2020〕57号: no committee could be asked, so founding one is put forward', () => {
  it('as a measure that the finance bureau decides on, once', () => {
    const opened = joined({ payload: { support: 'foundCommittee' } });

    expect(opened.of('open')).toEqual([
      {
        process: 'support',
        event: {
          type: 'SUPPORT.PROPOSED',
          payload: {
            type: 'foundCommittee',
            parent: { process: 'coordination', id: 'coordination-1' },
            owner: { organization: 'finance', role: 'finance.reviewer' },
            dueOn: '2026-06-17',
            input: {},
          },
        },
      },
    ]);
    expect(opened.send('FILING.JOINED', { payload: { support: 'foundCommittee' } }).of('open')).toEqual([]);
  });
});

describe('政银企协调会: its date + 1 wd → planning, not held', () => {
  it('minutes are due one working day after the day of the meeting', () => {
    expect(SITUATIONS.meeting().of('armDeadline')).toEqual([
      { name: 'meeting', budget: { workingDays: 'meetingWd', from: '2026-06-16' } },
    ]);
  });

  it.each([
    ['DEADLINE.meeting', 'planning', 'coordinationMeetingMissed'],
    ['CANCEL_MEETING', 'planning', 'coordinationMeetingCancelled'],
    ['RECORD_MINUTES', 'proposing', 'coordinationMinutes'],
  ] as const)('%s → %s', (event, state, template) => {
    const after = SITUATIONS.meeting().send(event);

    expect([after.state, after.notices()]).toEqual([state, [template]]);
    expect(after.of('disarmDeadline')).toContainEqual({ name: 'meeting' });
    expect(after.context.meetingOn).toBeNull();
  });

  it('on the same day, by filings that have joined, each counted once', () => {
    const called = (filings: string[], invited: number) =>
      planning().codes('CALL_MEETING', { payload: { on: '2026-06-10', filings }, facts: { invited } });

    expect(called(['filing-1'], 1)).toEqual([]);
    expect(called(['filing-1', 'filing-1'], 1)).toEqual([]);
    expect(called([], 0)).toEqual(['filing-not-joined']);
  });

  it('may be called again', () => {
    expect(SITUATIONS['proposing, after minutes']().send('CALL_MEETING').context.meetings).toBe(2);
  });
});

describe('商业银行法第四条: each filing is concluded by its own bank’s word', () => {
  it.each([
    ['retained', {}],
    ['replacedBy', {}],
    ['reducedTo', { amount: '4000000.00' }],
    ['deferredUntil', { until: '2026-08-20' }],
  ] as const)('%s tells the filing what the bank confirmed, naming the entry', (outcome, figure) => {
    const filing = { ...JOINED, confirmed: { outcome, entry: 'entry-7', ...figure } };

    const after = planning().send('CONCLUDE_FILING', { payload: { outcome }, facts: { filing } });

    expect(after.of('send')).toEqual([
      {
        to: 'filing-1',
        event: {
          type: 'COORDINATION.CONCLUDED',
          payload: { filing: 'filing-1', revision: 1, outcome, confirmation: 'entry-7', ...figure },
        },
      },
    ]);
  });

  it('no agreement needs no word, and tells nothing of one that was given', () => {
    const after = planning().send('CONCLUDE_FILING', { payload: { outcome: 'notAgreed' } });

    expect(after.of('send')[0]?.event.payload).toEqual({
      filing: 'filing-1',
      revision: 1,
      outcome: 'notAgreed',
    });
  });

  it('one of two: the other goes on', () => {
    const two = planning().send('FILING.JOINED', { payload: { filing: 'filing-2' }, facts: { open: 1 } });

    const one = two.send('CONCLUDE_FILING', { facts: { open: 1 } });

    expect([two.context.filings, one.state, one.context.filings]).toEqual([2, 'planning', 1]);
    expect(one.notices()).toEqual(['coordinationOutcome']);
    expect(one.send('FILING.LEFT').context.end).toBe('left');
  });

  it.each(['planning', 'meeting', 'proposing'] as const)('the last one ends it, from %s', (from) => {
    const after = SITUATIONS[from]().send('CONCLUDE_FILING');

    expect([after.state, after.context.end]).toEqual(['concluded', 'concluded']);
    expect(after.notices()).toEqual(['coordinationOutcome', 'coordinationConcluded']);
  });

  it('a filing that leaves after it was concluded, or in another revision, changes nothing', () => {
    const two = planning().send('FILING.JOINED', { facts: { open: 1 } });

    for (const filing of [
      { ...JOINED, state: 'concluded' as const },
      { ...JOINED, revision: 2 },
    ]) {
      const after = two.send('FILING.LEFT', { facts: { filing, open: 0 } });
      expect([after.state, after.context.filings, after.notices()]).toEqual(['planning', 2, []]);
    }
  });
});

describe('企业破产法第十九条: the court has accepted', () => {
  it('over at once, and no filing is told an outcome: they hear the court themselves', () => {
    const after = SITUATIONS.meeting().send('COURT.ACCEPTED');

    expect([after.state, after.of('send')]).toEqual(['concluded', []]);
    expect(after.of('disarmDeadline')).toEqual([{ name: 'meeting' }]);
    expect(labelOf('concluded', after.context)).toBe('企业进入司法程序');
  });

  it('whichever case hears it first: a last filing that leaves for the court ends it as the court does', () => {
    const left = planning().send('FILING.LEFT', { facts: { courtAccepted: true } });

    expect([left.context.end, left.context.courtAccepted]).toEqual(['court', true]);
  });
});
