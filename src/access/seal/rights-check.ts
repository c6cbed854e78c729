import type { Finding } from '../../audit/check/finding.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { aboutRight, RIGHT_KINDS, type RightKind, ROWS } from './rights-rows.js';

const SEALS: Statement = {
  name: 'seals-of-rights',
  text: 'select key, voucher from right_seal where jurisdiction = $1 and kind = $2',
};

/** Every right against its seal: what was changed, put in or taken away without the server, by table and row. */
export async function differingRights(tx: Transaction, jurisdiction: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const kind of RIGHT_KINDS) findings.push(...(await differingRightsOf(tx, jurisdiction, kind)));
  return findings;
}

async function differingRightsOf(tx: Transaction, jurisdiction: string, kind: RightKind): Promise<Finding[]> {
  const [rows, seals] = await Promise.all([
    tx.query<{ key: string; text: string }>(ROWS[kind], [jurisdiction, null]),
    tx.query<{ key: string; voucher: string }>(SEALS, [jurisdiction, kind]),
  ]);
  const missing = new Map(seals.map(({ key, voucher }) => [key, voucher]));
  const found: Finding[] = [];
  for (const { key, text } of rows) {
    const row = `${kind} ${key}`;
    const voucher = missing.get(key);
    missing.delete(key);
    if (voucher === undefined) found.push({ kind: 'right-without-seal', row });
    else if (!tx.cipher.isVouched(voucher, text, aboutRight(kind, key)))
      found.push({ kind: 'right-differs', row });
  }
  return [
    ...found,
    ...[...missing.keys()].map((key): Finding => ({ kind: 'right-missing', row: `${kind} ${key}` })),
  ];
}
