import { v7 as uuid } from 'uuid';
import { begin, type ProcessEvent } from '../../workflows/process.js';
import type { Staff } from '../access/actor.js';
import { ABOUT_ENTRY, sealEntry } from '../audit/log-entry.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { namedBehind } from './event-actor.js';
import type { ProcessShell, StoredCase } from './process-shell.js';
import type { EntrySummary } from './record.js';
import { OPENED } from './replay.js';

/** A case begins without a transition, and its log with the input of its first state, so that replay has a ground. */
const OPEN: Statement = {
  name: 'open-case',
  text: `with opened as (
      insert into process_case (jurisdiction, id, process, version, definition_hash, value, status, context, state, seq,
        owner_org, owner_unit, firm, waits_for, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6::jsonb, 'active', $7::jsonb, $8, 1, $9, $10, $11, $12, $13, $13)
    ), entry as (
      insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, seq, owner_org, audience, at,
        actor_person, actor_organization, body)
      values ($1, date_trunc('month', $13::timestamptz at time zone 'Asia/Shanghai')::date, $14, 'transition', '${OPENED}', $2,
        1, $9, 'bank', $13, $15, $16, $17)
    ), kept as (
      insert into log_value (jurisdiction, occurred_month, entry_id, case_id, owner_org, audience, salt, "values")
      values ($1, date_trunc('month', $13::timestamptz at time zone 'Asia/Shanghai')::date, $14, $2, $9, 'bank', $18, $19)
    )
    insert into log_pending (jurisdiction, occurred_month, entry_id, voucher)
    values ($1, date_trunc('month', $13::timestamptz at time zone 'Asia/Shanghai')::date, $14, $20)`,
};

export interface Opening {
  jurisdiction: string;
  id: string;
  ownerOrg: string;
  ownerUnit: string | null;
  firm: string | null;
  /** The input of the machine's first state, ids and plain data only. */
  input: object;
  actor: ProcessEvent['actor'];
  behind?: Staff | undefined;
  /** RFC 3339. */
  at: string;
}

/**
 * Writes a new case in its first state. The transaction is in engine scope; the feature writes its own rows beside it.
 * Processes are born without clocks: whatever waits from the start begins with an event.
 */
export function openCase(
  tx: Transaction,
  shell: ProcessShell,
  definitionHash: string,
  opening: Opening,
): { stored: StoredCase; entry: EntrySummary } {
  const { definition } = shell;
  const { next, effects } = begin(definition, opening.input);
  if (effects.length > 0) throw new Error(`${definition.name} has effects in its first state.`);
  const state = definition.stateOf(next);
  const entryId = uuid();
  const { jurisdiction, id, ownerOrg, ownerUnit, firm, actor, at } = opening;
  const sealed = sealEntry(
    {
      id: entryId,
      jurisdiction,
      kind: 'transition',
      type: OPENED,
      at,
      actor,
      audience: 'bank',
      case: {
        id,
        process: definition.name,
        version: definition.version,
        definition: definitionHash,
        seq: 1,
        owner: ownerOrg,
      },
      to: state,
    },
    {
      ...Object.fromEntries(Object.entries(opening.input).map(([name, value]) => [`payload.${name}`, value])),
      ...namedBehind(opening.behind),
    },
  );
  tx.send(OPEN, [
    jurisdiction,
    id,
    definition.name,
    definition.version,
    definitionHash,
    JSON.stringify(next.value),
    JSON.stringify(next.context),
    state,
    ownerOrg,
    ownerUnit,
    firm,
    definition.waitsFor(next),
    at,
    entryId,
    actor.person ?? null,
    actor.organization ?? null,
    sealed.body,
    sealed.salt,
    sealed.values,
    tx.cipher.vouch(sealed.body, ABOUT_ENTRY),
  ]);
  const stored: StoredCase = {
    jurisdiction,
    id,
    process: definition.name,
    version: definition.version,
    definitionHash,
    value: next.value,
    status: 'active',
    context: next.context,
    state,
    seq: 1,
    edits: 0,
    ownerOrg,
    ownerUnit,
    firm,
    disclosed: false,
    updatedAt: new Date(at),
  };
  const entry = { id: entryId, seq: 1, type: OPENED, from: null, to: state, at, actor, office: null };
  return { stored, entry };
}
