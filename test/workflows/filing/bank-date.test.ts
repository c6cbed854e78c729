import { describe, expect, it } from '@jest/globals';
import type { AmendFacts } from '../../../workflows/filing/filing.facts.js';
import { bothSatisfied, type Filing, filed, inConcluding, inReview } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

const FIGURES: AmendFacts['figures'] = {
  kind: 'withdraw',
  amount: '6000000.00',
  plannedDate: '2026-07-01',
  actedOn: null,
  emergency: false,
};

function raisedTo(amount: string, bankDate: string, filing: Filing): Filing {
  return filing.send('AMEND', { facts: { material: true, figures: { ...FIGURES, amount }, bankDate } });
}

function execute(filing: Filing, date: string, amount: string) {
  const facts = { today: '2026-12-31' };
  return filing.send('REPORT_EXECUTION', { payload: { date, lines: [{ amount }] }, facts });
}

describe('行政许可法第十七条, 商业银行法第四条: the bank’s date is fixed at FILE and only the bank moves it', () => {
  it('runs as the bank’s own clock from FILE, striking at the start of its day', () => {
    expect(filed().of('armDeadline')).toContainEqual({
      name: 'bankDate',
      budget: { atStartOf: '2026-07-01' },
    });
  });

  it.each(['acknowledging', 'completing', 'reviewing, both pending'] as const)(
    'an undertaking in %s moves it, and the review goes on',
    (situation) => {
      const before = SITUATIONS[situation]();

      const after = before.send('UNDERTAKE', { payload: { until: '2026-07-20' } });

      expect(after.snapshot.value).toEqual(before.snapshot.value);
      expect(after.context).toMatchObject({ bankDate: '2026-07-20', firstBankDate: '2026-07-01' });
      expect(after.effects.slice(0, 2)).toEqual([
        { type: 'disarmDeadline', params: { name: 'bankDate' } },
        { type: 'armDeadline', params: { name: 'bankDate', budget: { atStartOf: '2026-07-20' } } },
      ]);
    },
  );

  it.each(['concluding', 'suggested', 'coordinating', 'referred', 'deferred', 'cleared'] as const)(
    'an undertaking in %s leads to deferred until its date, then to cleared',
    (situation) => {
      const deferred = SITUATIONS[situation]().send('UNDERTAKE', { payload: { until: '2026-08-20' } });

      expect([deferred.state, deferred.context.bankDate]).toEqual(['deferred', '2026-08-20']);
      expect(deferred.of('armDeadline')).toEqual([{ name: 'bankDate', budget: { atStartOf: '2026-08-20' } }]);
      expect(deferred.send('DEADLINE.bankDate').state).toBe('cleared');
    },
  );

  it('a date that has passed meanwhile is none to undertake, though it lies after the bank date', () => {
    const cleared = bothSatisfied();

    expect(
      cleared.codes('UNDERTAKE', { payload: { until: '2026-07-10' }, facts: { today: '2026-07-10' } }),
    ).toEqual(['not-later']);
  });

  it('postponed in cleared: the clocks after it count from the new date', () => {
    const postponed = bothSatisfied().send('POSTPONE', { payload: { date: '2026-08-15' } });

    expect(postponed.state).toBe('cleared');
    expect(postponed.of('disarmDeadline').map(({ name }) => name)).toEqual(['executionReminder', 'validity']);
    expect(postponed.of('armDeadline')).toEqual([
      { name: 'executionReminder', budget: { workingDays: 'executionReminderWd', from: '2026-08-15' } },
      { name: 'validity', budget: { calendarDays: 'validityDays', from: '2026-08-15' } },
    ]);
  });

  it('validity counts from the later of clearance and bank date', () => {
    const late = inReview().send('DEADLINE.bankDate', { facts: { today: '2026-07-03' } });

    expect(late.of('armDeadline')).toContainEqual({
      name: 'validity',
      budget: { calendarDays: 'validityDays', from: '2026-07-03' },
    });
  });
});

describe('AMEND: material is amount up, date earlier, or another kind', () => {
  it('material: a new received day, bank date and review; the old opinions are superseded', () => {
    const amended = inConcluding('coordinate').send('AMEND', {
      facts: {
        material: true,
        figures: { ...FIGURES, amount: '8000000.00' },
        receivedOn: '2026-06-20',
        bankDate: '2026-07-06',
      },
    });

    expect(amended.state).toBe('acknowledging');
    expect(amended.context).toMatchObject({
      revision: 2,
      reviewed: 2,
      amount: '8000000.00',
      receivedOn: '2026-06-20',
      bankDate: '2026-07-06',
      firstBankDate: '2026-07-06',
      finance: { position: null },
      industry: { position: null },
      used: [],
    });
    expect(amended.of('armDeadline').map(({ name }) => name)).toEqual(['bankDate', 'acknowledge']);
  });

  it('slight: the review goes on under its revision, and messages still find it', () => {
    const before = SITUATIONS.coordinating();

    const after = before.send('AMEND');

    expect(after.snapshot.value).toEqual(before.snapshot.value);
    expect(after.context).toMatchObject({ revision: 2, reviewed: 1, joined: true });
    expect(after.of('armDeadline')).toEqual([]);
    expect(after.send('COORDINATION.CONCLUDED').state).toBe('cleared');
  });

  it('slight with a later date: the bank date moves to it', () => {
    const facts = { figures: { ...FIGURES, plannedDate: '2026-07-15' } };

    const reviewed = inReview().send('AMEND', { facts });
    const cleared = bothSatisfied().send('AMEND', { facts });

    expect(reviewed.context.bankDate).toBe('2026-07-15');
    expect(reviewed.of('armDeadline')).toEqual([{ name: 'bankDate', budget: { atStartOf: '2026-07-15' } }]);
    expect(cleared.state).toBe('cleared');
    expect(cleared.of('armDeadline').map(({ name }) => name)).toEqual(['executionReminder', 'validity']);
  });

  it('a material difference in RESUBMIT is an amendment: received anew', () => {
    const completing = SITUATIONS.completing();
    const facts = { material: true, figures: { ...FIGURES, amount: '7000000.00' }, bankDate: '2026-07-09' };

    const plain = completing.send('RESUBMIT');
    const material = completing.send('RESUBMIT', { facts });
    const later = completing.send('RESUBMIT', {
      facts: { figures: { ...FIGURES, plannedDate: '2026-07-09' } },
    });

    expect([plain.state, plain.context.bankDate, plain.context.reviewed]).toEqual([
      'acknowledging',
      '2026-07-01',
      1,
    ]);
    expect([material.state, material.context.bankDate, material.context.reviewed]).toEqual([
      'acknowledging',
      '2026-07-09',
      2,
    ]);
    expect([later.state, later.context.bankDate, later.context.reviewed]).toEqual([
      'acknowledging',
      '2026-07-09',
      1,
    ]);
  });

  it('a case that was moved to focus stays there', () => {
    const focused = inReview().send('SET_FOCUS');

    expect(focused.send('AMEND', { facts: { lane: 'routine' } }).context.lane).toBe('focus');
  });

  it('keeps the marks that the machine set, and replaces those that were assessed', () => {
    const incomplete = SITUATIONS.completing().send('DEADLINE.complete').send('SUSPECT_SPLIT');

    const amended = incomplete.send('AMEND', {
      facts: { bankMarks: ['cumulative'], officeMarks: ['runAlert'] },
    });

    expect(amended.context.marks).toEqual(['cumulative', 'incomplete']);
    expect(amended.context.officeMarks).toEqual(['runAlert', 'splitSuspected']);
  });
});

describe('what a former revision allowed on its bank date stays allowed up to its amount', () => {
  const raised = raisedTo('8000000.00', '2026-07-20', bothSatisfied());

  it('the former amount, on the former bank date: no inquiry', () => {
    expect(execute(raised, '2026-07-01', '6000000.00').inquiries()).toEqual([]);
  });

  it('the increase before its own date: an inquiry about it alone', () => {
    expect(execute(raised, '2026-07-19', '8000000.00').opened()).toMatchObject([
      { kind: 'beforeBankDate', detail: { amount: '2000000.00' } },
    ]);
  });

  it('all of it on the new bank date: no inquiry', () => {
    expect(execute(raised, '2026-07-20', '8000000.00').inquiries()).toEqual([]);
  });

  it('before the former bank date nothing was allowed', () => {
    expect(execute(raised, '2026-06-30', '6000000.00').opened()).toMatchObject([
      { kind: 'beforeBankDate', detail: { amount: '6000000.00' } },
    ]);
  });

  it('another kind is another act: nothing carries over', () => {
    const changed = bothSatisfied().send('AMEND', {
      facts: { material: true, figures: { ...FIGURES, kind: 'suspend' }, bankDate: '2026-07-20' },
    });

    expect(execute(changed, '2026-07-01', '6000000.00').inquiries()).toEqual(['beforeBankDate']);
  });

  it('a lower amount cuts what was allowed before, too', () => {
    const lowered = raised.send('AMEND', { facts: { figures: { ...FIGURES, amount: '5000000.00' } } });

    expect(lowered.context.allowances).toEqual([{ amount: '5000000.00', from: '2026-07-01' }]);
    expect(execute(lowered, '2026-07-01', '5000000.00').inquiries()).toEqual([]);
    expect(execute(lowered, '2026-07-01', '6000000.00').inquiries()).toEqual([
      'beforeBankDate',
      'beyondAmount',
    ]);
  });

  it('a date that the bank itself moves takes former allowances with it', () => {
    const undertaken = raised.send('UNDERTAKE', { payload: { until: '2026-08-20' } });

    expect(undertaken.context.allowances).toEqual([]);
  });

  it('several increases in a row: each amount from its own date', () => {
    const twice = raisedTo('9000000.00', '2026-08-10', raised);

    expect(twice.context.allowances).toEqual([
      { amount: '6000000.00', from: '2026-07-01' },
      { amount: '8000000.00', from: '2026-07-20' },
    ]);
    expect(execute(twice, '2026-07-20', '8000000.00').inquiries()).toEqual([]);
    expect(execute(twice, '2026-08-09', '8000000.01').inquiries()).toEqual(['beforeBankDate']);
  });
});
