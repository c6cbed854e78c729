import type { ProcessEvent } from '../../workflows/process.js';
import { referenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Outcome } from './command.js';
import type { FormerOutcome } from './idempotency.js';
import type { CaseAddress } from './locked-case.js';
import type { ProcessRegistry } from './process-registry.js';
import type { StoredCase } from './process-shell.js';
import type { EntrySummary } from './record.js';
import { replay } from './replay.js';

const ENTRY: Statement = {
  name: 'entry-of-key',
  text: `select e.body, e.owner_org as "ownerOrg", c.owner_unit as "ownerUnit", c.firm, coalesce(c.disclosed, false) as disclosed, e.at
    from log_entry e left join process_case c on c.jurisdiction = e.jurisdiction and c.id = e.case_id
    where e.jurisdiction = $1 and e.case_id = $2 and e.id = $3`,
};

interface EntryBody {
  id: string;
  type: string;
  at: string;
  actor: ProcessEvent['actor'];
  office?: string;
  from?: string;
  to: string;
  case: { process: StoredCase['process']; version: number; definition: string; seq: number };
}

type EntryRow = Pick<StoredCase, 'ownerOrg' | 'ownerUnit' | 'firm' | 'disclosed'> & {
  body: string;
  at: Date;
};

/**
 * The answer as it was given then: the case is replayed to the entry that the key stands for. A draft that was discarded
 * lives on in its log.
 */
export async function formerAnswer(
  tx: Transaction,
  registry: ProcessRegistry,
  address: CaseAddress,
  former: FormerOutcome,
): Promise<Outcome> {
  const { jurisdiction } = address;
  const { caseId: id, entryId } = former;
  const [row] = await tx.query<EntryRow & Record<string, unknown>>(ENTRY, [jurisdiction, id, entryId]);
  if (row === undefined) throw new Error(`Entry ${entryId} of a kept key is gone.`);
  const { body, at, ...owner } = row;
  const header = JSON.parse(body) as EntryBody;
  const { process, version, definition: definitionHash, seq } = header.case;
  const shell = registry.shell(process, version);
  const snapshot = await replay(tx, shell.definition, { jurisdiction, id, seq });
  const stored: StoredCase = {
    jurisdiction,
    id,
    process,
    version,
    definitionHash,
    ...owner,
    value: snapshot.value,
    context: snapshot.context,
    status: snapshot.status === 'active' ? 'active' : 'done',
    state: header.to,
    seq,
    edits: 0,
    updatedAt: at,
  };
  return { stored, snapshot, entry: summaryOf(header), shell, reference: await referenceData(tx) };
}

function summaryOf({ id, type, at, actor, office, from, to, case: { seq } }: EntryBody): EntrySummary {
  return { id, seq, type, from: from ?? null, to, at, actor, office: office ?? null };
}
