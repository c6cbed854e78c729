import { civilDay, shanghai } from './instant.js';
import type { Statement, Transaction } from './transaction.js';

const NOW: Statement = { name: 'database-time', text: 'select wendai_now() as now' };

/** The time of the transaction, RFC 3339 with `+08:00`, and its civil day. Nodes do not ask their own clocks. */
export async function timeOf(tx: Transaction): Promise<{ at: string; today: string }> {
  const [row] = await tx.query<{ now: Date }>(NOW);
  if (row === undefined) throw new Error('The database did not tell the time.');
  return { at: shanghai(row.now), today: civilDay(row.now) };
}
