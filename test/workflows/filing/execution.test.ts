import { describe, expect, it } from '@jest/globals';
import {
  bothSatisfied,
  bothSilent,
  type Filing,
  filed,
  filedAsDone,
  inReview,
  silence,
} from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

const early = { date: '2026-06-20' };
const part = { lines: [{ amount: '2000000.00' }], final: false };

describe('REPORT_EXECUTION: parts add up, the last leads to executed', () => {
  it.each([
    'acknowledging',
    'completing',
    'reviewing, both pending',
    'concluding',
    'suggested',
    'deferred',
    'coordinating',
    'referred',
    'cleared',
  ] as const)('in %s a part is recorded and the state stays; the last leads to executed', (situation) => {
    const filing = SITUATIONS[situation]();

    const first = filing.send('REPORT_EXECUTION', { payload: part });
    const last = first.send('REPORT_EXECUTION', { payload: { ...part, final: true } });

    expect(first.snapshot.value).toEqual(filing.snapshot.value);
    expect(last.state).toBe('executed');
    expect(last.context.executed).toEqual({ total: '4000000.00', last: '2026-07-01', reports: 2 });
  });

  it.each([
    ['6000000.00', 'executed'],
    ['5999999.99', 'partly'],
  ])('%s of 6,000,000.00: outcome %s', (amount, outcome) => {
    const closed = bothSatisfied()
      .send('REPORT_EXECUTION', { payload: { lines: [{ amount }] } })
      .send('CONFIRM_EXECUTION');

    expect([closed.state, closed.context.outcome]).toEqual(['closed', outcome]);
  });

  it('lines of one report add up exactly', () => {
    const lines = [{ amount: '0.10' }, { amount: '0.20' }];

    expect(bothSatisfied().send('REPORT_EXECUTION', { payload: { lines } }).context.executed?.total).toBe(
      '0.30',
    );
  });

  it('nothing more reported: validity ends a part as executed, nothing at all as lapsed', () => {
    expect(SITUATIONS['cleared, part executed']().send('DEADLINE.validity').state).toBe('executed');
    expect(SITUATIONS.cleared().send('DEADLINE.validity').state).toBe('lapsed');
  });

  it('kept although part was done: what was done is confirmed, outcome partly', () => {
    const kept = bothSatisfied().send('REPORT_EXECUTION', { payload: part }).send('REPORT_RETAINED');

    expect(kept.state).toBe('executed');
    expect(kept.send('DEADLINE.confirm').context.outcome).toBe('partly');
  });

  it('kept: closed, outcome retained', () => {
    const kept = bothSatisfied().send('REPORT_RETAINED');

    expect([kept.state, kept.context.outcome, kept.snapshot.status]).toEqual(['closed', 'retained', 'done']);
  });
});

describe('executed: the finance reviewer confirms, or asks once', () => {
  const executed = SITUATIONS.executed();
  const queried = SITUATIONS['executed, queried']();

  it('silence confirms after confirmWd', () => {
    expect(executed.of('armDeadline')).toEqual([{ name: 'confirm', budget: { workingDays: 'confirmWd' } }]);
    expect(executed.send('DEADLINE.confirm').context.outcome).toBe('executed');
  });

  it('a question stops the clock and asks the bank', () => {
    expect(queried.of('stopDeadline')).toEqual([{ name: 'confirm', cause: 'query' }]);
    expect(queried.of('armDeadline')).toEqual([{ name: 'query', budget: { workingDays: 'queryWd' } }]);
    expect(queried.notices()).toEqual(['executionQueried']);
  });

  it('a correction replaces the figures and ends the question', () => {
    const corrected = queried.send('REPORT_EXECUTION', {
      payload: { lines: [{ amount: '5500000.00' }], corrects: true },
    });

    expect(corrected.context.executed).toEqual({ total: '5500000.00', last: '2026-07-01', reports: 2 });
    expect(corrected.of('resumeDeadline')).toEqual([{ name: 'confirm', cause: 'query' }]);
    expect(corrected.snapshot.value).toEqual({ executed: 'confirming' });
  });

  it('a correction beyond what was filed opens an inquiry like any report', () => {
    const corrected = queried.send('REPORT_EXECUTION', {
      payload: { lines: [{ amount: '6000000.01' }], corrects: true },
    });

    expect(corrected.inquiries()).toEqual(['beyondAmount']);
  });

  it('unanswered: the clock runs on, mark disputed, an inquiry opens', () => {
    const disputed = queried.send('DEADLINE.query');

    expect(disputed.context.marks).toEqual(['disputed']);
    expect(disputed.inquiries()).toEqual(['disputed']);
    expect(disputed.of('resumeDeadline')).toEqual([{ name: 'confirm', cause: 'query' }]);
    expect(disputed.send('DEADLINE.confirm').state).toBe('closed');
  });
});

describe('闽政发明电〔2014〕4号 一: inquiries open by themselves where a report was owed', () => {
  it.each([
    ['lapsed', SITUATIONS.lapsed, 'afterLapse'],
    ['withdrawn', SITUATIONS.withdrawn, 'afterWithdrawal'],
  ] as const)('an act reported after the filing was %s', (_, situation, kind) => {
    const before = situation();

    const after = before.send('REPORT_EXECUTION');

    expect(after.inquiries()).toEqual([kind]);
    expect(after.state).toBe(before.state);
  });

  it.each(['acknowledging', 'reviewing, both pending', 'concluding', 'coordinating', 'cleared'] as const)(
    'an act before the bank date, reported in %s',
    (situation) => {
      expect(SITUATIONS[situation]().send('REPORT_EXECUTION', { payload: early }).inquiries()).toEqual([
        'beforeBankDate',
      ]);
    },
  );

  it('acted before it was filed, without emergency', () => {
    const filing = filedAsDone();

    expect(filing.opened()).toEqual([
      { kind: 'notReportedBefore', detail: { date: '2026-06-09', amount: '6000000.00' } },
    ]);
  });

  it('acted before it was filed in an emergency (民法典 527、528): none', () => {
    expect(filedAsDone({ bankMarks: ['emergency'] }).inquiries()).toEqual([]);
  });

  it('ruled out of scope: no inquiry, since nothing had to be reported', () => {
    const facts = { assessment: { reportable: false } };
    const outOfScope = filed({ assessment: { reportable: false } });
    expect(outOfScope.codes('RULE_OUT_OF_SCOPE', { facts })).toEqual(['filed-voluntarily']);

    const after = SITUATIONS.outOfScope().send('REPORT_EXECUTION', { payload: { date: '2026-07-01' } });

    expect([after.state, after.inquiries()]).toEqual(['outOfScope', []]);
  });
});

describe('a voluntary report never costs', () => {
  const withoutBasis = { basisInForce: false, bankMarks: [] };
  const ways: [string, () => Filing][] = [
    ['early', () => filed(withoutBasis).send('REPORT_EXECUTION', { payload: early })],
    [
      'beyond the amount',
      () =>
        bothSatisfied(withoutBasis).send('REPORT_EXECUTION', {
          payload: { lines: [{ amount: '9000000.00' }] },
        }),
    ],
    ['after lapse', () => bothSatisfied(withoutBasis).send('DEADLINE.validity').send('REPORT_EXECUTION')],
    ['after withdrawal', () => filed(withoutBasis).send('WITHDRAW').send('REPORT_EXECUTION')],
    ['acted first', () => filedAsDone(withoutBasis)],
    [
      'question unanswered',
      () =>
        bothSatisfied(withoutBasis).send('REPORT_EXECUTION').send('QUERY_EXECUTION').send('DEADLINE.query'),
    ],
  ];

  it.each(ways)('no legal basis in force, %s: no inquiry opens', (_, act) => {
    expect(act().inquiries()).toEqual([]);
  });

  it('below the threshold, early: none; unless what was done had to be reported', () => {
    const below = filed({ assessment: { reportable: false }, bankMarks: ['belowThreshold'] });
    const facts = (reportable: boolean) => ({ assessment: { reportable } });

    expect(below.send('REPORT_EXECUTION', { payload: early, facts: facts(false) }).inquiries()).toEqual([]);
    expect(below.send('REPORT_EXECUTION', { payload: early, facts: facts(true) }).inquiries()).toEqual([
      'beforeBankDate',
    ]);
  });
});

describe('a filing about an act already done has no bank date', () => {
  it('arms none, and passes to executed where another is cleared', () => {
    const filing = filedAsDone();

    expect(filing.of('armDeadline').map(({ name }) => name)).toEqual(['acknowledge']);
    expect(filing.context.executed).toEqual({ total: '6000000.00', last: '2026-06-09', reports: 0 });
  });

  it('nothing proposed at the end of concludeWd: executed, basis silence', () => {
    const filing = silence(silence(filedAsDone().send('ACKNOWLEDGE'), 'finance'), 'industry');

    const executed = filing.send('DEADLINE.conclude');

    expect([executed.state, executed.context.basis]).toEqual(['executed', 'silence']);
  });

  it('the leader’s CLEAR: executed', () => {
    expect(SITUATIONS['executed before it was filed']().context.basis).toBe('cleared');
  });

  it('a suggestion to wait counts as no objection', () => {
    const filing = filedAsDone().send('ACKNOWLEDGE');
    const suggested = filing.send('OPINE', { payload: { position: 'suggestDeferral' } });

    const noted = suggested.send('OPINE', {
      office: 'industry',
      payload: {},
      actor: { kind: 'person', person: 'i', role: 'industry.reviewer' },
      facts: { chain: ['industry.reviewer'] },
    });

    expect([noted.state, noted.context.basis]).toEqual(['executed', 'noted']);
  });

  it('a breach of a standstill is one also when it is filed afterwards', () => {
    expect(filedAsDone({ standstill: 'standstill-1' }).breaches()).toMatchObject([{ kind: 'standstill' }]);
  });

  it('may be voided until figures were reported about it', () => {
    const filing = SITUATIONS['executed before it was filed']();

    expect(filing.send('VOID').state).toBe('voided');
    const corrected = filing.send('REPORT_EXECUTION', { payload: { corrects: true } });
    expect(corrected.takes('VOID')).toBe(false);
  });

  it('outcome: what it said it did', () => {
    expect(SITUATIONS['executed before it was filed']().send('CONFIRM_EXECUTION').context.outcome).toBe(
      'executed',
    );
  });

  it('is judicial’s business no more: what was done is confirmed', () => {
    expect(filedAsDone().send('COURT.ACCEPTED').state).toBe('executed');
  });
});

describe('a breach names only what was done during the standstill', () => {
  it('not the part done before it began', () => {
    const before = bothSatisfied().send('REPORT_EXECUTION', { payload: part });
    const during = before
      .send('STANDSTILL.STARTED')
      .send('REPORT_EXECUTION', { payload: { lines: [{ amount: '1000000.00' }] } });

    expect(during.breaches()).toMatchObject([{ detail: { amount: '1000000.00' } }]);
  });

  it('early and in a standstill: the inquiry is the city’s, the breach the committee’s', () => {
    const filing = inReview({ standstill: 'standstill-1' }).send('REPORT_EXECUTION', { payload: early });

    expect(filing.inquiries()).toEqual(['beforeBankDate']);
    expect(filing.breaches()).toHaveLength(1);
  });

  it('no standstill on the day of execution: none, whatever marks the filing bears', () => {
    const marked = bothSilent().send('STANDSTILL.STARTED').send('CLEAR');

    expect(marked.send('REPORT_EXECUTION', { facts: { standstill: null } }).breaches()).toEqual([]);
  });
});
