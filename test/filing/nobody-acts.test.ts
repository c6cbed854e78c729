import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  act,
  aFiledReport,
  aReportUnderReview,
  type Content,
  type Filing,
  opine,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(120_000);
afterAll(everyCaseReplays);

const PLANNED: Content = { plannedDate: '2026-06-25' };
const FOCUS: Content = { ...PLANNED, amount: '3600000.00' };
const OPINION = { position: 'noObjection', text: '无意见。' };

async function concluding(finance: string, industry: string): Promise<Filing> {
  const filing = await aReportUnderReview({ content: PLANNED });
  await opine(filing, 'finance', finance);
  await opine(filing, 'industry', industry);
  return filing;
}

/** A report in each state after FILE, two weeks before its bank date. */
const SITUATIONS: Readonly<Record<string, () => Promise<Filing>>> = {
  acknowledging: () => aFiledReport({ content: PLANNED }),
  completing: async () => {
    const filing = await aFiledReport({ content: PLANNED });
    await act(filing, 'finance.reviewer', 'REQUEST_COMPLETION', { defects: [{ text: '请补充合同。' }] });
    return filing;
  },
  'reviewing, both pending': () => aReportUnderReview({ content: PLANNED }),
  'reviewing, one drafted': async () => {
    const filing = await aReportUnderReview({ content: FOCUS });
    await act(filing, 'finance.reviewer', 'OPINE', OPINION);
    return filing;
  },
  'reviewing, one supplementing': async () => {
    const filing = await aReportUnderReview({ content: PLANNED });
    await act(filing, 'industry.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['订单？'] });
    return filing;
  },
  'concluding, nothing proposed': () => aReportUnderReview({ content: PLANNED }),
  'concluding, deferral proposed': () => concluding('suggestDeferral', 'noObjection'),
  'concluding, coordination proposed': () => concluding('noObjection', 'coordinate'),
  suggested: async () => {
    const filing = await concluding('suggestDeferral', 'noObjection');
    await act(filing, 'finance.leader', 'SUGGEST_DEFERRAL');
    return filing;
  },
  coordinating: async () => {
    const filing = await concluding('coordinate', 'coordinate');
    await act(filing, 'finance.leader', 'INTERVENE');
    return filing;
  },
  deferred: async () => {
    const filing = await concluding('suggestDeferral', 'noObjection');
    await act(filing, 'finance.leader', 'SUGGEST_DEFERRAL');
    await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-06-26' });
    return filing;
  },
};

describe('行政许可法 17; processes.md §8, 6: nobody does anything, and the bank is free at its date', () => {
  const filings = new Map<string, Filing>();

  beforeAll(async () => {
    await setClock('2026-06-10T09:30:00+08:00');
    for (const [situation, prepare] of Object.entries(SITUATIONS)) filings.set(situation, await prepare());
    await advanceTo('2026-06-24T23:59:59+08:00');
  }, 120_000);

  it('not a second before', async () => {
    for (const [situation, filing] of filings) {
      // A coordination's own ten working days end after this date; nothing else clears a report before it.
      expect([situation, (await seenBy(filing, 'jinli.maker')).state]).not.toEqual([situation, 'cleared']);
    }
  });

  it('at 00:00 of its day, from every state', async () => {
    await advanceTo('2026-06-25T00:00:00+08:00');

    for (const [situation, filing] of filings) {
      const { state, bankDate } = await seenBy(filing, 'jinli.maker');
      const isDeferred = situation === 'deferred';
      expect([situation, state, bankDate]).toEqual([
        situation,
        isDeferred ? 'deferred' : 'cleared',
        isDeferred ? '2026-06-26' : '2026-06-25',
      ]);
    }
    await advanceTo('2026-06-26T00:00:00+08:00');
    const deferred = filings.get('deferred');
    expect(deferred && (await seenBy(deferred, 'jinli.maker')).state).toBe('cleared');
  });
});
