import type { Piece } from '../../../workflows/rules/accumulation.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { ActKind, ActStatus } from '../../../workflows/rules/filing-codes.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { Statement, Transaction } from '../../platform/transaction.js';

/** Acts that the directory holds: below the threshold, declared or recorded. */
const RECORDED: Statement = {
  name: 'recorded-acts',
  text: `select kind, relation_continues as "relationContinues", amount_fen as fen, acted_on as "on", status, unit
    from credit_act where jurisdiction = $1 and bank = $2
      and firm = (select id from firm where jurisdiction = $1 and credit_code = $3)`,
};

/**
 * The bank's own filings on the firm. One that was withdrawn or ruled out counts only for what was done all the same, one
 * that was voided, exempt, retained or replaced takes nothing away; a draft is no act.
 */
const FILED: Statement = {
  name: 'filed-acts',
  text: `select f.number, f.kind, f.relation_continues as "relationContinues", f.amount_fen as fen, f.owner_unit as unit,
      coalesce((e.executed ->> 'last')::date, f.acted_on, f.planned_on) as "on",
      (e.executed ->> 'total')::numeric * 100 as done, f.outcome = 'partly' as partly,
      f.state in ('withdrawn', 'outOfScope') as ended
    from filing f join process_case c on c.jurisdiction = f.jurisdiction and c.id = f.id
    cross join lateral (select nullif(c.context -> 'executed', 'null') as executed) e
    where f.jurisdiction = $1 and f.owner_org = $2 and f.credit_code = $3 and f.number is not null and f.id <> $4
      and f.state <> 'voided' and not 'exempt' = any (f.marks)
      and (f.outcome is null or f.outcome in ('executed', 'partly'))
      and (f.state not in ('withdrawn', 'outOfScope') or e.executed is not null)`,
};

interface ActRow extends Record<string, unknown> {
  kind: ActKind;
  relationContinues: boolean | null;
  fen: string;
  on: string;
  unit: string | null;
}

interface RecordedRow extends ActRow {
  status: ActStatus;
}

interface FiledRow extends ActRow {
  number: string;
  /** Fen executed so far; null when nothing was. */
  done: string | null;
  partly: boolean | null;
  ended: boolean;
}

/**
 * Every act of one bank on one firm that the system knows of, the filing `except` apart. All branches of the bank are one
 * bank (两家分支机构视为一家), so the transaction is in engine scope.
 */
export async function actsOfBank(
  tx: Transaction,
  reference: ReferenceData,
  about: { jurisdiction: string; bank: string; creditCode: string; except: string },
): Promise<Piece[]> {
  const { jurisdiction, bank, creditCode, except } = about;
  const [recorded, filed] = await Promise.all([
    tx.query<RecordedRow>(RECORDED, [jurisdiction, bank, creditCode]),
    tx.query<FiledRow>(FILED, [jurisdiction, bank, creditCode, except]),
  ]);
  const { units } = reference.organization(bank);
  const nameOf = (unit: string | null) => units.find(({ id }) => id === unit)?.name ?? null;
  return [
    ...filed.map((row) => ({
      source: 'filing' as const,
      kind: row.kind,
      relationContinues: row.relationContinues,
      amount: formatYuan(amountOf(row)),
      on: row.on,
      status: row.done === null ? ('planned' as const) : ('executed' as const),
      branch: nameOf(row.unit),
      filing: row.number,
    })),
    ...recorded.map(({ kind, relationContinues, fen, on, status, unit }) => ({
      source: 'recorded' as const,
      kind,
      relationContinues,
      amount: formatYuan(BigInt(fen)),
      on,
      status,
      branch: nameOf(unit),
    })),
  ];
}

/** What was done, where no more will be; else what was filed or more. */
function amountOf({ fen, done, partly, ended }: FiledRow): bigint {
  const filed = BigInt(fen);
  if (done === null) return filed;
  const executed = BigInt(done.split('.')[0] ?? '0');
  return partly === true || ended || executed > filed ? executed : filed;
}
