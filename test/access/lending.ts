import type { Answer } from '../support/client.js';
import { query } from '../support/database.js';
import { person } from '../support/filings.js';

export const TODAY = '2026-06-10';
const WEEK = { validFrom: TODAY, validUntil: '2026-06-16', reason: '外出培训' };

export async function idOf(login: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from person where login = $1', [login]);
  if (row === undefined) throw new Error(`There is no ${login}.`);
  return row.id;
}

/** Lends a role for a week, unless told otherwise. */
export async function lend(from: string, role: string, to: string, change: object = {}): Promise<Answer> {
  const client = await person(from);
  return client.post('/delegations', { role, to: await idOf(to), ...WEEK, ...change });
}

/** Nobody stands in for anybody. */
export async function takeAllBack(): Promise<void> {
  await query('admin', 'update delegation set revoked_at = wendai_now() where revoked_at is null');
}
