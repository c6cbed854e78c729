import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aFiledReport, attempt, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('签收: the finance bureau takes note for both', () => {
  it('opens the review of both bureaus, each with five working days, and tells the bank', async () => {
    const filing = await aFiledReport();

    const { filing: acknowledged } = await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    expect(acknowledged).toMatchObject({ state: 'reviewing', acknowledged: 'office' });
    const { deadlines } = await seenBy(filing, 'finance.reviewer');
    expect(deadlines).toMatchObject([
      { name: 'review.finance', dueOn: '2026-06-17' },
      { name: 'review.industry', dueOn: '2026-06-17' },
      { name: 'bankDate', dueOn: '2026-08-03' },
    ]);
    expect(await notices(filing.id, 'acknowledged')).toEqual(['bank.checker', 'bank.maker']);
  });

  it('is the finance reviewer’s act alone', async () => {
    const filing = await aFiledReport();

    for (const login of ['industry.reviewer', 'finance.leader', 'jinli.checker']) {
      expect(await attempt(filing, login, 'ACKNOWLEDGE')).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    }
    for (const login of ['regulator.observer', 'system.admin']) {
      expect((await attempt(filing, login, 'ACKNOWLEDGE')).status).toBe(403);
    }
  });

  it('moves no date of the bank', async () => {
    const filing = await aFiledReport();
    const before = await seenBy(filing, 'jinli.maker');

    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    expect((await seenBy(filing, 'jinli.maker')).bankDate).toBe(before.bankDate);
  });
});

describe('不属报告范围: no office ends a reportable filing', () => {
  it('is refused with its reason while the report reaches the threshold', async () => {
    const filing = await aFiledReport();

    const refused = await attempt(filing, 'finance.reviewer', 'RULE_OUT_OF_SCOPE');

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'reportable' }] } });
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('acknowledging');
  });

  it('is refused for a report that was made voluntarily', async () => {
    const filing = await aFiledReport({ content: { amount: '499999.99' } });

    const refused = await attempt(filing, 'finance.reviewer', 'RULE_OUT_OF_SCOPE');

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'filed-voluntarily' }] } });
  });

  it('is possible when what made the sum has fallen away', async () => {
    const first = await aFiledReport({ content: { amount: '300000.00' } });
    const { creditCode } = first;
    const second = await aFiledReport({ content: { amount: '300000.00', firm: { creditCode } } });
    expect(await seenBy(second, 'jinli.maker')).toMatchObject({ marks: ['cumulative'], reportable: true });
    await act(first, 'jinli.checker', 'WITHDRAW', { reason: 'retained' });

    const { filing } = await act(second, 'finance.reviewer', 'RULE_OUT_OF_SCOPE');

    expect(filing.state).toBe('outOfScope');
  });
});

describe('自动签收: silence of the bureau acknowledges', () => {
  it('at the end of office hours of the second working day', async () => {
    const filing = await aFiledReport();

    await advanceTo('2026-06-12T17:29:59+08:00');
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('acknowledging');
    await advanceTo('2026-06-12T17:30:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'reviewing', acknowledged: 'clock' });
    await setClock('2026-06-10T09:30:00+08:00');
  });
});

async function notices(id: string, template: string): Promise<string[]> {
  const rows = await query<{ role: string }>(
    'admin',
    'select role from notice where case_id = $1 and template = $2 order by role',
    [id, template],
  );
  return rows.map(({ role }) => role);
}
