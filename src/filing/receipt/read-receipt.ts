import type { SigningKey } from '../../audit/signing-key.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { AmendedFacts } from '../facts/amend-facts.js';
import type { ReceiptDto } from './receipt.dto.js';
import { receiptOf, type SendingEntry } from './receipt.js';

const ENTRY: Statement = {
  name: 'sending-entry',
  text: `select e.body, v."values", f.number, f.owner_org as bank from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    join filing f on f.jurisdiction = e.jurisdiction and f.id = e.case_id
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and f.number is not null
      and (e.id = $3 or $3 is null and e.type in ('FILE', 'AMEND', 'RESUBMIT'))
    order by e.seq desc`,
};

interface EntryRow extends Record<string, unknown> {
  body: string;
  values: string;
  number: string;
  bank: string;
}

/**
 * The receipt that an entry gave; without one, the latest that the filing has. Undefined when no revision was received by it:
 * a slight amendment stays under the notice given before, and has no receipt of its own.
 */
export async function readReceipt(
  tx: Transaction,
  { jurisdiction, id, entry }: { jurisdiction: string; id: string; entry?: string },
  reference: ReferenceData,
  key: SigningKey,
): Promise<ReceiptDto | undefined> {
  const rows = await tx.query<EntryRow>(ENTRY, [jurisdiction, id, entry ?? null]);
  for (const { body, values, number, bank } of rows) {
    const sending = sendingEntry(body, values);
    if (sending !== undefined) return receiptOf(sending, { jurisdiction, bank, number }, reference, key);
  }
  return undefined;
}

function sendingEntry(body: string, values: string): SendingEntry | undefined {
  const { id, type, at, case: about } = JSON.parse(body) as EntryHeader;
  const { facts } = JSON.parse(values) as { facts: AmendedFacts };
  if (type !== 'FILE' && facts.material !== true) return undefined;
  return { id, type, at, facts, process: { name: about.process, version: about.version } };
}

interface EntryHeader {
  id: string;
  type: string;
  at: string;
  case: { process: string; version: number };
}
