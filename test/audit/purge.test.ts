import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../faults/eventually.js';
import type { Body } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aFiledReport, expecting, person } from '../support/filings.js';
import { world } from '../support/world.js';

jest.setTimeout(60_000);

const count = async (what: string): Promise<number> =>
  (await query<{ n: number }>('admin', `select count(*)::int as n from ${what}`))[0]?.n ?? 0;

async function sequenced(): Promise<void> {
  await eventually(async () => ((await count('log_pending')) === 0 ? true : undefined), 10_000);
}

function purge(days: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../dist/src/purge.js')],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        WENDAI_HOME: join(world().log, '..'),
        DATABASE_URL: world().appUrl,
        DATABASE_OWNER_URL: world().ownerUrl,
        ...(days === '' ? {} : { WENDAI_LOG_DAYS: days }),
      },
    },
  );
  return { status, said: stdout + stderr };
}

beforeAll(async () => {
  await setClock('2026-06-30T09:30:00+08:00');
  await aFiledReport();
  await sequenced();
});
afterAll(releaseClock);

describe('网络安全法: the log is kept for six months at least', () => {
  it.each(['1', '179'])('nobody may set a term of %s days', (days) => {
    expect(purge(days)).toMatchObject({
      status: 1,
      said: expect.stringContaining('WENDAI_LOG_DAYS must be a whole number from 180'),
    });
  });

  it('at 179 days nothing goes, neither by the command nor by the owner’s own hand', async () => {
    await setClock('2026-12-26T09:30:00+08:00');
    const before = await count('log_entry');

    expect(purge('180')).toMatchObject({ status: 0, said: expect.stringContaining('0 entries') });
    expect(await query('owner', 'delete from log_value returning 1')).toEqual([]);
    expect(await query('owner', 'delete from log_entry returning 1')).toEqual([]);
    expect(await query('owner', 'delete from log_origin returning 1')).toEqual([]);
    await expect(query('app', 'delete from log_entry')).rejects.toThrow('permission denied');

    // Clocks that strike meanwhile write more.
    expect(await count('log_entry')).toBeGreaterThanOrEqual(before);
  });

  it('nor after a year, where ten are the term', async () => {
    await setClock('2027-12-26T09:30:00+08:00');
    expect(purge('')).toMatchObject({ status: 0, said: expect.stringContaining('0 entries') });
  });

  it('after its term an entry goes with its values; the tree stays, and so does the history of a case that goes on', async () => {
    const [access, leaves] = [await count("log_entry where kind = 'access'"), await count('log_leaf')];
    const [checkpoints, transitions] = [
      await count('log_checkpoint'),
      await count("log_entry where kind = 'transition'"),
    ];
    expect(access).toBeGreaterThan(0);

    expect(purge('180')).toMatchObject({ status: 0, said: expect.stringMatching(/^[1-9]\d* entries/) });

    expect(await count("log_entry where kind = 'access' and at < '2027-01-01'")).toBe(0);
    expect(
      await count('log_value v where not exists (select from log_entry e where e.id = v.entry_id)'),
    ).toBe(0);
    const withoutEntry = 'o where not exists (select from log_entry e where e.id = o.entry_id)';
    expect([await count(`log_origin ${withoutEntry}`), (await count('log_origin')) > 0]).toEqual([0, true]);
    expect(await count("log_entry where kind = 'transition'")).toBe(transitions);
    expect(await count('log_leaf')).toBeGreaterThanOrEqual(leaves);
    expect(await count('log_checkpoint')).toBeGreaterThan(checkpoints);
    const auditor = await person('audit.admin');
    const { id } = expecting(201, await auditor.post('/audit/verifications')).body;
    const run: Body = await eventually(async () => {
      const { body } = await auditor.get(`/audit/verifications/${String(id)}`);
      return body.state === 'running' ? undefined : body;
    }, 10_000);
    expect(run).toMatchObject({ state: 'clean', findings: [] });
    expect((await auditor.get('/audit/entries?type=LOG_PURGED')).body.items.length).toBeGreaterThan(0);
  });
});
