import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aFiledReport,
  aReportUnderReview,
  attempt,
  opine,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('商业银行法 4: the bank moves its own date, and only to a later day', () => {
  it('while the offices review, the date moves and the review goes on', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'finance', 'noObjection');

    const { filing: undertaken } = await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-08-20' });

    expect(undertaken).toMatchObject({ state: 'reviewing', bankDate: '2026-08-20' });
    expect((await seenBy(filing, 'finance.reviewer')).reviews.finance.position).toBe('noObjection');
  });

  it('once cleared, an undertaking defers the filing until its new date', async () => {
    const filing = await aClearedReport();

    const { filing: deferred } = await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-08-20' });
    expect(deferred).toMatchObject({ state: 'deferred', bankDate: '2026-08-20' });
    await advanceTo('2026-08-20T00:00:00+08:00');

    expect((await seenBy(filing, 'jinli.maker')).state).toBe('cleared');
  });

  it('a plan may be postponed after clearance', async () => {
    const filing = await aClearedReport();

    const { filing: postponed } = await act(filing, 'jinli.maker', 'POSTPONE', { date: '2026-08-20' });

    expect(postponed).toMatchObject({ state: 'cleared', bankDate: '2026-08-20' });
    expect((await seenBy(filing, 'jinli.maker')).deadlines).toMatchObject([
      { name: 'executionReminder', dueOn: '2026-08-25' },
      { name: 'validity', dueOn: '2026-11-18' },
    ]);
  });

  it.each([
    ['UNDERTAKE', 'until', '2026-08-03', 'not-later'],
    ['UNDERTAKE', 'until', '2026-08-02', 'not-later'],
    ['UNDERTAKE', 'until', '2026-11-02', 'beyond-validity'],
    ['POSTPONE', 'date', '2026-08-03', 'not-later'],
    ['POSTPONE', 'date', '2026-11-02', 'beyond-validity'],
  ])('%s refuses %s %s with %s', async (type, field, day, code) => {
    const filing = await aClearedReport();

    const refused = await attempt(filing, 'jinli.checker', type, { [field]: day });

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code, pointer: `/${field}` }] } });
    expect((await seenBy(filing, 'jinli.maker')).bankDate).toBe('2026-08-03');
  });

  it('ninety days after the first bank date are allowed', async () => {
    const filing = await aClearedReport();

    const { filing: undertaken } = await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-11-01' });

    expect(undertaken.bankDate).toBe('2026-11-01');
  });

  it('no office moves it', async () => {
    const filing = await aFiledReport();

    for (const login of ['finance.leader', 'industry.leader', 'finance.reviewer']) {
      expect((await attempt(filing, login, 'UNDERTAKE', { until: '2026-08-20' })).status).toBe(403);
      expect((await attempt(filing, login, 'POSTPONE', { date: '2026-08-20' })).status).toBe(403);
    }
  });
});
