import { v7 as uuid } from 'uuid';
import type { Audience } from '../../workflows/process.js';
import { timeOf } from '../platform/database-time.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ABOUT_ENTRY, type EntryHeader, type LogKind, sealEntry } from './log-entry.js';

/** What happened that moved no case: somebody signed in, was refused, read, granted, configured or put on record. */
export interface LogNote {
  kind: Exclude<LogKind, 'transition'>;
  /** A verb in capitals, as events have it: `SIGN_IN`, `DELEGATE`. */
  type: string;
  jurisdiction: string;
  actor: EntryHeader['actor'];
  /** The case that it is about, with the organization that owns it. */
  about?: { id: string; process: string; ownerOrg: string };
  /** Who may read it beside the auditor; without one, nobody. */
  audience?: Audience;
  /** Figures and texts: committed to in the entry, kept beside it. */
  values?: Record<string, unknown>;
}

/** Without RETURNING: whoever may append to the log may not therefore read it. */
const WRITE: Statement = {
  name: 'write-log-entry',
  text: `with entry as (
      insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, owner_org, audience, at, actor_person,
        actor_organization, body)
      values ($1, date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai')::date, $3, $4, $5, $6, $7, $8, $2, $9, $10,
        $11)
    ), kept as (
      insert into log_value (jurisdiction, occurred_month, entry_id, case_id, owner_org, audience, salt, "values")
      values ($1, date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai')::date, $3, $6, $7, $8, $12, $13)
    )
    insert into log_pending (jurisdiction, occurred_month, entry_id, voucher)
    values ($1, date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai')::date, $3, $14)`,
};

/**
 * Appends an entry to the log, in the transaction of what it tells about: both are there, or neither. The transaction may be
 * in either scope. Returns the entry's id and time.
 */
export async function writeEntry(tx: Transaction, note: LogNote): Promise<{ id: string; at: string }> {
  const { at } = await timeOf(tx);
  const id = uuid();
  tx.send(WRITE, entryValues(tx, note, { id, at }));
  return { id, at };
}

/** The columns of an entry in the order of the statement above. */
export function entryValues(
  tx: Transaction,
  note: LogNote,
  { id, at }: { id: string; at: string },
): unknown[] {
  const { kind, type, jurisdiction, actor, about, audience = 'audit', values = {} } = note;
  const sealed = sealEntry(
    {
      id,
      jurisdiction,
      kind,
      type,
      at,
      actor,
      audience,
      ...(about === undefined
        ? {}
        : { about: { id: about.id, process: about.process, owner: about.ownerOrg } }),
    },
    values,
  );
  const { person = null, organization = null } = actor.kind === 'anonymous' ? {} : actor;
  return [
    jurisdiction,
    at,
    id,
    kind,
    type,
    about?.id ?? null,
    about?.ownerOrg ?? null,
    audience,
    person,
    organization,
    sealed.body,
    sealed.salt,
    sealed.values,
    tx.cipher.vouch(sealed.body, ABOUT_ENTRY),
  ];
}
