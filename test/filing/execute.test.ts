import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  aClearedReport,
  act,
  aFiledReport,
  attempt,
  type Content,
  type Filing,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
const MORNING = '2026-06-10T09:30:00+08:00';
beforeAll(() => setClock(MORNING));
beforeEach(() => setClock(MORNING));
afterAll(everyCaseReplays);

/** Cleared, and its date has come: the twenty-fifth of June. */
async function aReportThatMayBeExecuted(content: Content = {}): Promise<Filing> {
  const filing = await aClearedReport({ content: { plannedDate: '2026-06-25', ...content } });
  await advanceTo('2026-06-25T10:00:00+08:00');
  return filing;
}

function execution(amount: string, more: object = {}) {
  return { date: '2026-06-25', lines: [{ loan: '流借字2025-001号', amount }], final: true, ...more };
}

describe('实施情况: the bank reports what it did', () => {
  it('all at once: the finance reviewer confirms, and the report is closed as executed', async () => {
    const filing = await aReportThatMayBeExecuted();

    const { filing: executed } = await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00'));
    const { filing: closed } = await act(filing, 'finance.reviewer', 'CONFIRM_EXECUTION');

    expect(executed).toMatchObject({
      state: 'executed',
      executed: { total: '700000.00', last: '2026-06-25' },
    });
    expect(closed).toMatchObject({ state: 'closed', outcome: 'executed' });
    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });

  it('in parts: they add up, and less than filed is closed as partly', async () => {
    const filing = await aReportThatMayBeExecuted();

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('200000.00', { final: false }));
    const { filing: executed } = await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('100000.00'));
    await advanceTo('2026-06-30T17:30:00+08:00');

    expect(executed.executed).toEqual({ total: '300000.00', last: '2026-06-25', reports: 2 });
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'closed', outcome: 'partly' });
  });

  it('a correction replaces the figures and keeps the old', async () => {
    const filing = await aReportThatMayBeExecuted();
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00'));

    const { filing: corrected } = await act(
      filing,
      'jinli.maker',
      'REPORT_EXECUTION',
      execution('650000.00', { corrects: true }),
    );

    expect(corrected.executed.total).toBe('650000.00');
    const rows = await query(
      'admin',
      'select amount_fen, corrects is not null as corrects from execution where filing = $1 order by entry_id',
      [filing.id],
    );
    expect(rows).toEqual([
      { amount_fen: '70000000', corrects: false },
      { amount_fen: '65000000', corrects: true },
    ]);
  });

  it('a day that has not come, and figures that are none, are refused', async () => {
    const filing = await aReportThatMayBeExecuted();

    const future = await attempt(
      filing,
      'jinli.maker',
      'REPORT_EXECUTION',
      execution('1.00', { date: '2026-06-26' }),
    );
    const empty = await attempt(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('1.00', { lines: [] }));
    const zero = await attempt(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('0.00'));

    expect(future).toMatchObject({ status: 422, body: { errors: [{ code: 'execution-in-future' }] } });
    expect(empty).toMatchObject({ status: 422, body: { errors: [{ code: 'execution-lines' }] } });
    expect(zero).toMatchObject({ status: 400, body: { errors: [{ pointer: '/lines/0/amount' }] } });
    expect((await seenBy(filing, 'jinli.maker')).executed).toBeNull();
  });
});

describe('processes.md §8, 8: the city looks into what was not as reported', () => {
  it('7,000,000 on 6,000,000: an inquiry over the excess of 1,000,000', async () => {
    const filing = await aReportThatMayBeExecuted({ amount: '6000000.00', kind: 'withdraw' });

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('7000000.00'));

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([
      { kind: 'beyondAmount', detail: { excess: '1000000.00' } },
    ]);
  });

  it('a day before the bank date: an inquiry; on it: none', async () => {
    const early = await aFiledReport({ content: { plannedDate: '2026-06-25' } });
    const onTime = await aFiledReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-25T10:00:00+08:00');

    await act(early, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00', { date: '2026-06-24' }));
    await act(onTime, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00'));

    expect(await wishesOf(early, 'INQUIRY.OPENED')).toMatchObject([
      { kind: 'beforeBankDate', detail: { date: '2026-06-24', bankDate: '2026-06-25', amount: '700000.00' } },
    ]);
    expect(await wishesOf(onTime, 'INQUIRY.OPENED')).toEqual([]);
  });

  it('an emergency may act at once', async () => {
    const filing = await aFiledReport({
      content: { plannedDate: '2026-06-25', emergency: { reason: 'assetStripping' } },
    });

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00', { date: '2026-06-10' }));

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });

  it('nothing that need not be reported is looked into', async () => {
    const filing = await aFiledReport({ content: { amount: '300000.00', plannedDate: '2026-06-25' } });

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('300000.00', { date: '2026-06-10' }));

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });

  it('an act done before it was reported, without emergency, opens one at FILE', async () => {
    const filing = await aFiledReport({
      content: { kind: 'withdraw', amount: '8000000.00', plannedDate: '2026-06-05', actedOn: '2026-06-05' },
    });

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      bankDate: null,
      marks: ['notReportedBefore'],
    });
    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([
      { kind: 'notReportedBefore', detail: { date: '2026-06-05' } },
    ]);
  });
});

describe('figures beyond every loan', () => {
  it('are taken as they are reported, and looked into', async () => {
    const filing = await aReportThatMayBeExecuted();
    const lines = Array.from({ length: 51 }, () => ({ amount: '99999999999999.99' }));

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('1.00', { lines, final: false }));
    const { filing: executed } = await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('0.51'));

    expect(executed).toMatchObject({ state: 'executed', executed: { total: '5100000000000000.00' } });
    expect((await wishesOf(filing, 'INQUIRY.OPENED')).map(({ kind }) => kind)).toEqual([
      'beyondAmount',
      'beyondAmount',
    ]);
  });
});

describe('核实: the finance reviewer may ask once', () => {
  it('the bank’s answer ends the wait', async () => {
    const filing = await aReportThatMayBeExecuted();
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00'));

    await act(filing, 'finance.reviewer', 'QUERY_EXECUTION', { question: '请说明金额。' });
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('650000.00', { corrects: true }));
    const again = await attempt(filing, 'finance.reviewer', 'QUERY_EXECUTION', { question: '再问。' });

    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'queried-before' }] } });
    expect(await act(filing, 'finance.reviewer', 'CONFIRM_EXECUTION')).toMatchObject({
      filing: { state: 'closed', outcome: 'partly' },
    });
  });

  it('unanswered in three working days it is disputed, and an inquiry opens', async () => {
    const filing = await aReportThatMayBeExecuted();
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', execution('700000.00'));
    await act(filing, 'finance.reviewer', 'QUERY_EXECUTION', { question: '请说明金额。' });

    await advanceTo('2026-06-30T17:30:00+08:00');

    expect(await seenBy(filing, 'finance.reviewer')).toMatchObject({
      state: 'executed',
      marks: ['disputed'],
    });
    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([{ kind: 'disputed' }]);
  });
});
