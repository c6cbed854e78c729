import type { CivilDay } from '../../workflows/process.js';
import type { Statement, Transaction } from '../platform/transaction.js';

const NEXT: Statement = {
  name: 'next-inquiry-number',
  text: `insert into inquiry_series as s (jurisdiction, year, last) values ($1, $2, 1)
    on conflict (jurisdiction, year) do update set last = s.last + 1 returning last`,
};

/** 泉核〔2026〕3号: one series for the city. The next one waits for this transaction. */
export async function takeNumber(tx: Transaction, jurisdiction: string, on: CivilDay): Promise<string> {
  const year = Number(on.slice(0, 4));
  const [row] = await tx.query<{ last: number }>(NEXT, [jurisdiction, year]);
  if (row === undefined) throw new Error('The series of inquiries gave no number.');
  return `泉核〔${String(year)}〕${String(row.last)}号`;
}
