import { describe, expect, it } from '@jest/globals';
import type { Body } from '../support/client.js';
import { query } from '../support/database.js';
import { aDraft, aFiledReport, expecting, person } from '../support/filings.js';

async function overview(login: string, search = ''): Promise<Body> {
  return expecting(200, await (await person(login)).get(`/reports/overview${search}`)).body;
}

function countOf(shares: Body[], key: string): number {
  return shares.find((share) => share.key === key)?.count ?? 0;
}

function grown(before: Body, after: Body): { count: number; fen: bigint } {
  const fen = (amount: string) => BigInt(amount.replace('.', ''));
  return { count: after.count - before.count, fen: fen(after.amount) - fen(before.amount) };
}

describe('the cockpit counts what was received, exactly', () => {
  it('once by each line: month, bank, county, kind and outcome', async () => {
    const before = await overview('finance.leader');
    await aFiledReport({ bank: 'jinli', content: { amount: '700000.01', firm: { county: 'dehua' } } });
    await aFiledReport({ bank: 'citong', content: { kind: 'withdraw', amount: '9000000.00' } });

    const after = await overview('finance.leader');

    expect(grown(before, after)).toEqual({ count: 2, fen: 970_000_001n });
    for (const [axis, key, more] of [
      ['byCounty', 'dehua', 1],
      ['byCounty', 'jinjiang', 1],
      ['byKind', 'withdraw', 1],
      ['byState', 'acknowledging', 2],
    ] as const)
      expect([axis, key, countOf(after[axis], key) - countOf(before[axis], key)]).toEqual([axis, key, more]);
    const ways = { ...after, byStateAndOutcome: [...after.byState, ...after.byOutcome] };
    for (const axis of ['byMonth', 'byBank', 'byCounty', 'byTrade', 'byKind', 'byStateAndOutcome'])
      expect([axis, ways[axis].reduce((sum: number, { count }: Body) => sum + count, 0)]).toEqual([
        axis,
        after.count,
      ]);
  });

  it('a report that has ended under its outcome, and no longer where it stood', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    const before = await overview('finance.leader');
    await query('admin', `update filing set state = 'withdrawn' where id = $1`, [id]);
    const after = await overview('finance.leader');

    expect(countOf(after.byOutcome, 'withdrawn') - countOf(before.byOutcome, 'withdrawn')).toBe(1);
    expect(countOf(after.byState, 'acknowledging') - countOf(before.byState, 'acknowledging')).toBe(-1);
    expect(countOf(after.byState, 'withdrawn')).toBe(0);
  });

  it('neither drafts nor what was voided', async () => {
    const before = await overview('finance.leader');
    await aDraft({ bank: 'jinli' });
    const { id } = await aFiledReport({ bank: 'jinli' });
    await query('admin', `update filing set state = 'voided' where id = $1`, [id]);

    expect((await overview('finance.leader')).count).toBe(before.count);
  });

  it('all thirteen jurisdictions and all months, those without a report too', async () => {
    const { byCounty, byMonth } = await overview('industry.leader', '?months=6');

    expect(byCounty).toHaveLength(13);
    expect(byMonth).toHaveLength(6);
    expect(byMonth.map(({ key }: Body) => key)).toEqual([...byMonth.map(({ key }: Body) => key)].sort());
  });

  it('what is overdue first, longest first', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    await (await person('finance.reviewer')).send(`/filings/${id}`, 'ACKNOWLEDGE');
    await query('admin', `update process_case set due_at = '2023-01-01' where id = $1`, [id]);

    const { lights, overdue } = await overview('finance.leader');

    expect(overdue[0]).toMatchObject({ id, process: 'filing', stateLabel: '同步研判' });
    expect(lights.overdue).toBeGreaterThanOrEqual(1);
  });
});

describe('each reader counts what it may see', () => {
  it('a bank its own reports alone, and nothing of by when the offices have to act', async () => {
    const before = await overview('quanshan.maker');
    await aFiledReport({ bank: 'quanshan' });
    await aFiledReport({ bank: 'jinli' });

    const after = await overview('quanshan.maker');

    expect(after.count - before.count).toBe(1);
    expect(after.byBank).toHaveLength(1);
    expect([after.lights, after.overdue]).toEqual([null, []]);
  });

  it('the regulator’s branch as the bureaus do; who runs the system not at all', async () => {
    expect((await overview('regulator.observer')).count).toBe((await overview('finance.leader')).count);
    for (const login of ['system.admin', 'jinli.delegate'])
      expect((await (await person(login)).get('/reports/overview')).status).toBe(403);
  });

  it.each(['?months=0', '?months=37', '?months=x', '?since=2020'])('%s is refused', async (search) => {
    expect((await (await person('finance.leader')).get(`/reports/overview${search}`)).status).toBe(400);
  });
});

describe('whoever runs the system sees whether clocks strike, and no case', () => {
  it('counts', async () => {
    await aFiledReport({ bank: 'jinli' });

    const health = expecting(200, await (await person('system.admin')).get('/deadlines/health')).body;

    expect(health.armed).toBeGreaterThan(0);
    expect(Object.keys(health).sort()).toEqual(
      ['armed', 'asOf', 'late', 'lateSince', 'next', 'provisional', 'stopped'].sort(),
    );
    expect((await (await person('finance.leader')).get('/deadlines/health')).status).toBe(403);
  });
});
