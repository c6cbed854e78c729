import { describe, expect, it } from '@jest/globals';
import { CHECKER, leaderOf, reviewerOf } from '../../../workflows/proof/filing.samples.js';
import { bothSatisfied, filed, inChecking, inReview, opinion } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

describe('golden case 7, 债权人协议: a filing during a standstill is received, marked, and cleared on its date', () => {
  it('is received and carries the standstill', () => {
    const filing = filed({ standstill: 'standstill-1' });

    expect(filing.state).toBe('acknowledging');
    expect(filing.context.standstill).toBe('standstill-1');
    expect(filing.notices()).toContain('filed');
  });

  it('is marked when the standstill begins afterwards, and unmarked when it ends', () => {
    const marked = inReview().send('STANDSTILL.STARTED');
    const other = marked.send('STANDSTILL.ENDED', { payload: { standstill: 'an earlier one' } });
    const unmarked = other.send('STANDSTILL.ENDED');

    expect(marked.context.standstill).toBe('standstill-1');
    expect(other.context.standstill).toBe('standstill-1');
    expect(unmarked.context.standstill).toBeNull();
  });

  it('is cleared on its date all the same', () => {
    expect(inReview({ standstill: 'standstill-1' }).send('DEADLINE.bankDate').state).toBe('cleared');
  });

  it('executed without consent: the committee’s breach file opens, no inquiry of the city', () => {
    const executed = inReview({ standstill: 'standstill-1' })
      .send('DEADLINE.bankDate')
      .send('REPORT_EXECUTION');

    expect(executed.breaches()).toEqual([
      {
        kind: 'standstill',
        detail: { standstill: 'standstill-1', consentCap: null, amount: '6000000.00' },
      },
    ]);
    expect(executed.inquiries()).toEqual([]);
  });

  it('executed with consent up to its cap: no breach; one fen beyond it: a breach over that fen', () => {
    const cleared = inReview({ standstill: 'standstill-1' }).send('DEADLINE.bankDate');
    const capped = (cap: string) =>
      cleared.send('RESOLUTION.PASSED', { payload: { cap } }).send('REPORT_EXECUTION').breaches();

    expect(capped('6000000.00')).toEqual([]);
    expect(capped('5999999.99')).toMatchObject([{ detail: { amount: '0.01' } }]);
  });
});

describe('golden case 8, 闽政发明电〔2014〕4号 一: an act not reported as required opens an inquiry', () => {
  const cleared = bothSatisfied();

  it('executed 7,000,000 on 6,000,000: over the excess of 1,000,000', () => {
    const executed = cleared.send('REPORT_EXECUTION', { payload: { lines: [{ amount: '7000000.00' }] } });

    expect(executed.opened()).toEqual([
      {
        kind: 'beyondAmount',
        detail: {
          date: '2026-07-01',
          filed: '6000000.00',
          executed: '7000000.00',
          excess: '1000000.00',
        },
      },
    ]);
  });

  it('executed exactly what was filed: none; one fen more: one', () => {
    const exactly = cleared.send('REPORT_EXECUTION', { payload: { lines: [{ amount: '6000000.00' }] } });
    const more = cleared.send('REPORT_EXECUTION', { payload: { lines: [{ amount: '6000000.01' }] } });

    expect(exactly.inquiries()).toEqual([]);
    expect(more.opened()).toMatchObject([{ detail: { excess: '0.01' } }]);
  });

  it('parts add up to the excess', () => {
    const half = { lines: [{ amount: '4000000.00' }], final: false };
    const first = cleared.send('REPORT_EXECUTION', { payload: half });
    const second = first.send('REPORT_EXECUTION', { payload: half });

    expect(first.inquiries()).toEqual([]);
    expect(second.opened()).toMatchObject([{ detail: { excess: '2000000.00' } }]);
  });

  it('executed a day before the bank date: one; on it: none', () => {
    const before = cleared.send('REPORT_EXECUTION', { payload: { date: '2026-06-30' } });
    const on = cleared.send('REPORT_EXECUTION', { payload: { date: '2026-07-01' } });

    expect(before.opened()).toEqual([
      {
        kind: 'beforeBankDate',
        detail: { date: '2026-06-30', bankDate: '2026-07-01', amount: '6000000.00' },
      },
    ]);
    expect(on.inquiries()).toEqual([]);
  });

  it('executed before it in an emergency: none (民法典 527, 528)', () => {
    const emergency = filed({
      figures: {
        kind: 'withdraw',
        amount: '6000000.00',
        plannedDate: '2026-06-12',
        actedOn: null,
        emergency: true,
      },
    });

    const executed = emergency.send('REPORT_EXECUTION', { payload: { date: '2026-06-11' } });

    expect([executed.state, executed.inquiries()]).toEqual(['executed', []]);
  });
});

describe('golden case 9: one person holds one step, also through delegation (双人复核)', () => {
  const filing = inChecking();

  it.each([
    ['the checker is the maker', { ...CHECKER, person: 'maker' }],
    ['the checker stands in for the maker', { ...CHECKER, onBehalfOf: 'maker' }],
  ])('%s: refused with its code', (_, actor) => {
    expect(filing.refusals('FILE', { actor })).toMatchObject([
      { code: 'checker-is-filer', kind: 'permission' },
    ]);
  });

  it('the maker prepared in the checker’s stead: refused', () => {
    expect(filing.codes('FILE', { facts: { preparedBy: 'deputy', preparedFor: 'checker' } })).toEqual([
      'checker-is-filer',
    ]);
  });

  it('somebody else: taken', () => {
    expect(
      filing.codes('FILE', { actor: { ...CHECKER, person: 'somebody', onBehalfOf: 'checker' } }),
    ).toEqual([]);
  });

  it('an opinion: the leader who stands in for the reviewer that drafted it is refused', () => {
    const drafted = inReview().send('OPINE', { facts: { chain: ['finance.reviewer', 'finance.leader'] } });
    const actor = { ...leaderOf('finance'), onBehalfOf: 'finance-reviewer' };

    expect(drafted.codes('SIGN_OPINION', { actor })).toEqual(['same-person-signed']);
    expect(drafted.codes('SIGN_OPINION')).toEqual([]);
  });
});

describe('golden case 10: two reviewers', () => {
  it('of one office: the second is not taken, since the office has spoken', () => {
    const filing = opinion(inReview(), 'finance', 'noObjection');

    expect(filing.takes('OPINE', { actor: { ...reviewerOf('finance'), person: 'second' } })).toBe(false);
  });

  it('of one office, though the first opinion ended the review', () => {
    expect(bothSatisfied().takes('OPINE', { office: 'industry', actor: reviewerOf('industry') })).toBe(false);
  });

  it('of two offices: both are taken', () => {
    const filing = opinion(opinion(inReview(), 'finance', 'noObjection'), 'industry', 'noObjection');

    expect(filing.state).toBe('cleared');
  });
});

describe('golden case 11, 企业破产法第十九条、第四十六条: the court accepts while the offices review', () => {
  it('leads to judicial, with every clock disarmed', () => {
    const filing = inReview({ standstill: 'standstill-1' });

    const judicial = filing.send('COURT.ACCEPTED');

    expect(judicial.state).toBe('judicial');
    expect(judicial.snapshot.status).toBe('done');
    expect(
      judicial
        .of('disarmDeadline')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['bankDate', 'review.finance', 'review.industry']);
  });

  it('takes the standstill’s end before: the mark goes', () => {
    const filing = inReview({ standstill: 'standstill-1' }).send('STANDSTILL.ENDED');

    expect(filing.send('COURT.ACCEPTED').context.standstill).toBeNull();
  });

  it('leaves coordination and committee, once each', () => {
    expect(SITUATIONS.coordinating().send('COURT.ACCEPTED').sent()).toEqual(['FILING.LEFT']);
    expect(SITUATIONS.referred().send('COURT.ACCEPTED').sent()).toEqual(['REFERRAL.LEFT']);
  });

  it('is recorded where something was done, which must still be confirmed', () => {
    const filing = SITUATIONS['cleared, part executed']().send('COURT.ACCEPTED');

    expect([filing.state, filing.context.courtAccepted]).toEqual(['executed', true]);
    expect(filing.send('CONFIRM_EXECUTION').state).toBe('closed');
  });

  it('before it was filed: the receipt is given, then judicial', () => {
    const told = inChecking().send('COURT.ACCEPTED').send('FILE');
    const known = inChecking().send('FILE', { facts: { courtAccepted: true } });

    for (const filing of [told, known]) {
      expect(filing.state).toBe('judicial');
      expect(filing.context.number).toBe('QZ-2026-JINLI-12');
      expect(filing.notices()).toEqual(expect.arrayContaining(['received', 'filed']));
      expect(filing.of('armDeadline')).toEqual([]);
    }
  });
});
