import { addCalendarDays } from '../../workflows/calendar/civil-day.js';
import type {
  ConfirmedOutcome,
  JoinedFiling,
  PreparedOutcome,
} from '../../workflows/coordination/coordination.facts.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';

const ROW: Statement = {
  name: 'joined-filing',
  text: `select c.filing as id, c.revision, c.bank, c.unit, c.state, c.version, c.prepared, c.confirmed, f.amount_fen as fen,
      f.bank_date as "bankDate", f.policy, k.context ->> 'firstBankDate' as "firstBankDate"
    from coordination_filing c
    join filing f on f.jurisdiction = c.jurisdiction and f.id = c.filing
    join process_case k on k.jurisdiction = c.jurisdiction and k.id = c.filing
    where c.jurisdiction = $1 and c.coordination = $2 and c.filing = $3`,
};
const OPEN: Statement = {
  name: 'other-joined-filings',
  text: `select count(*)::int as open from coordination_filing
    where jurisdiction = $1 and coordination = $2 and state = 'joined' and filing is distinct from $3`,
};

interface JoinedRow extends Record<string, unknown> {
  id: string;
  revision: number;
  bank: string;
  unit: string | null;
  state: JoinedFiling['state'];
  version: number;
  prepared: (PreparedOutcome & { for?: string | null }) | null;
  confirmed: ConfirmedOutcome | null;
  fen: string;
  bankDate: string | null;
  policy: string | null;
  firstBankDate: string | null;
}

/** One filing of a coordination, with whose it is; null when it never joined. */
export interface KnownFiling {
  filing: JoinedFiling;
  unit: string | null;
  /** Counts the changes of its part. */
  version: number;
}

export interface PartAddress {
  jurisdiction: string;
  coordination: string;
  filing: string | undefined;
}

export async function joinedFiling(
  tx: Transaction,
  { jurisdiction, coordination, filing }: PartAddress,
  reference: ReferenceData,
): Promise<{ known: KnownFiling | null; open: number }> {
  const key = [jurisdiction, coordination, filing ?? null];
  const [[row], [others]] = await Promise.all([
    tx.query<JoinedRow>(ROW, key),
    tx.query<{ open: number }>(OPEN, key),
  ]);
  return { known: row === undefined ? null : knownIn(row, reference), open: others?.open ?? 0 };
}

function knownIn(row: JoinedRow, reference: ReferenceData): KnownFiling {
  const { id, revision, bank, unit, state, version, prepared, confirmed, fen, bankDate } = row;
  const amount = formatYuan(BigInt(fen));
  const filing = { id, revision, bank, state, amount, bankDate, latestDate: latest(row, reference) };
  return { filing: { ...filing, prepared, confirmed }, unit, version };
}

/** The last day to which the bank may move its date: `validityDays` of the policy that judged the filing. */
function latest({ firstBankDate, policy }: JoinedRow, reference: ReferenceData): string | null {
  if (firstBankDate === null || policy === null) return null;
  return addCalendarDays(firstBankDate, reference.policy(policy).values.validityDays);
}
