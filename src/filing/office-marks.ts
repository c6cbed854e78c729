import type { CivilDay } from '../../workflows/process.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move, StoredCase } from '../process/process-shell.js';
import type { SentFacts } from './facts/revision-facts.js';

/**
 * Marks that only offices see. They lie beside the case: that another bank filed on the same firm must not change a byte, nor
 * a version, of what this bank can read.
 */
const SET: Statement = {
  name: 'set-office-mark',
  text: `insert into office_mark (jurisdiction, filing, mark, owner_org, reason, set_by, set_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (jurisdiction, filing, mark) do update set reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at`,
};

const TAKE: Statement = {
  name: 'take-office-mark',
  text: 'delete from office_mark where jurisdiction = $1 and filing = $2 and mark = $3',
};

/** Row-level security shows them to offices alone. */
const OF_FILING: Statement = {
  name: 'office-marks-of-filing',
  text: 'select mark from office_mark where jurisdiction = $1 and filing = $2',
};

/** 多家银行集中收贷预警: the other banks' filings on the firm that are still open get it too. */
const ALERT: Statement = {
  name: 'alert-filings-on-firm',
  text: `insert into office_mark (jurisdiction, filing, mark, owner_org, set_at)
    select jurisdiction, id, 'runAlert', owner_org, $6 from filing
    where jurisdiction = $1 and credit_code = $2 and number is not null and id <> $3 and received_on between $4 and $5
      and state not in ('withdrawn', 'voided', 'outOfScope', 'lapsed', 'closed', 'judicial')
    on conflict do nothing`,
};

export async function officeMarksOf(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
): Promise<string[]> {
  const rows = await tx.query<{ mark: string }>(OF_FILING, [jurisdiction, id]);
  return rows.map(({ mark }) => mark);
}

export function setOfficeMark(
  tx: Transaction,
  { jurisdiction, id, ownerOrg }: StoredCase,
  mark: { mark: string; reason: string | null; setBy: string | null; at: string },
): void {
  tx.send(SET, [jurisdiction, id, mark.mark, ownerOrg, mark.reason, mark.setBy, mark.at]);
}

export function takeOfficeMark(tx: Transaction, { jurisdiction, id }: StoredCase, mark: string): void {
  tx.send(TAKE, [jurisdiction, id, mark]);
}

/** The filings received within the observation period of this one. */
export function markFirm(tx: Transaction, { stored, event, reference }: Move, facts: SentFacts): void {
  const { runWd } = reference.policy(facts.policy.id).values;
  const around = (days: number): CivilDay => reference.calendar.add(facts.receivedOn, days).day;
  tx.send(ALERT, [
    stored.jurisdiction,
    facts.firm.creditCode,
    stored.id,
    around(-runWd),
    around(runWd),
    event.at,
  ]);
}
