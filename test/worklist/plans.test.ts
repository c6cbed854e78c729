import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { listOf } from './a-worklist.js';
import { manyFilings } from './many-filings.js';

jest.setTimeout(180_000);

const FILINGS = 20_000;
/** A connection tells what it read after this at the latest, when it rests. */
const STATISTICS_DELAY_MS = 11_000;

const LOGINS = [
  'jinli.maker',
  'jinli.checker',
  'finance.reviewer',
  'finance.leader',
  'jinjiang.coordinator',
  'regulator.observer',
];
const QUESTIONS = [
  ...['todo', 'done', 'mine', 'cc', 'draft'].map((tab) => `?tab=${tab}`),
  '?light=overdue',
  '?light=atRisk',
  '?light=onTime&limit=100',
  '?county=jinjiang&kind=squeeze',
  '?bank=citong',
];

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  await manyFilings(FILINGS);
});
afterAll(releaseClock);

describe(`with ${String(FILINGS)} filings`, () => {
  it('no list reads a table from one end to the other', async () => {
    for (const login of LOGINS) await listOf(login);
    await wait(STATISTICS_DELAY_MS);
    const before = await rowsReadInSequence();

    for (const login of LOGINS) {
      for (const question of QUESTIONS) await listOf(login, question);
    }
    await wait(STATISTICS_DELAY_MS);
    const after = await rowsReadInSequence();

    for (const [table, rows] of after) {
      // The workers beside it look at small tables as a whole; one reading of a large one would be all of its rows.
      expect([table, rows - (before.get(table) ?? 0) < FILINGS]).toEqual([table, true]);
    }
  });

  it('counts no further than a thousand, and says so', async () => {
    const { total, counts } = await listOf('finance.reviewer');

    expect(total).toEqual({ value: 1_000, exact: false });
    expect(counts.overdue).toEqual({ value: expect.any(Number), exact: false });
    expect(counts.overdue.value).toBeGreaterThan(0);
  });

  it('goes deep by cursor, in order', async () => {
    let cursor = '';
    let last = '';
    for (let page = 0; page < 12; page++) {
      const list = await listOf('finance.reviewer', `?limit=100${cursor}`);
      const dates = list.items.map(({ dueAt }) => dueAt ?? 'z');
      expect([...dates].sort()).toEqual(dates);
      expect(dates[0] >= last).toBe(true);
      last = dates.at(-1);
      cursor = `&cursor=${String(list.nextCursor)}`;
    }
  });
});

const LARGE = ['process_case', 'filing', 'deadline', 'notice', 'log_entry', 'case_access'];

async function rowsReadInSequence(): Promise<Map<string, number>> {
  const rows = await query<{ table: string; read: string }>(
    'admin',
    'select relname as table, seq_tup_read as read from pg_stat_user_tables where relname = any($1)',
    [LARGE],
  );
  return new Map(rows.map(({ table, read }) => [table, Number(read)]));
}
