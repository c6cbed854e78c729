import type { ProcessEvent, Role } from '../../workflows/process.js';
import { ABOUT_ENTRY, sealEntry } from '../audit/log-entry.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { type CaseClock } from './clocks.js';
import { namedBehind } from './event-actor.js';
import { disclosedTo, noticesOf, type Parties } from './notices.js';
import type { Move, ProcessShell } from './process-shell.js';

/** What an event left in the log, as clients see it. */
export interface EntrySummary {
  id: string;
  seq: number;
  type: string;
  from: string | null;
  to: string;
  at: string;
  actor: ProcessEvent['actor'];
  office: string | null;
}

/**
 * The one write of a transition: state, log entry with its values, clocks, disclosure and notices, all or nothing.
 * The row is locked and its number re-read, so the update cannot miss; should it ever, the division by zero ends the
 * transaction instead of leaving an entry without its state.
 */
const RECORD: Statement = {
  name: 'record-transition',
  text: `with moved as (
      update process_case set value = $3::jsonb, status = $4, context = $5::jsonb, state = $6, seq = $7, edits = $27, firm = $8,
        disclosed = disclosed or $9, waits_for = $10, waits_at = $28::uuid[], due_at = $11, updated_at = $12
      where jurisdiction = $1 and id = $2 and seq = $7 - 1 returning 1
    ), entry as (
      insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, seq, owner_org, audience, at,
        actor_person, actor_organization, body)
      values ($1, date_trunc('month', $12::timestamptz at time zone 'Asia/Shanghai')::date, $13, 'transition', $14, $2, $7,
        $15, $16, $12, $17, $18, $19)
    ), opened as (
      insert into log_value (jurisdiction, occurred_month, entry_id, case_id, owner_org, audience, salt, "values")
      values ($1, date_trunc('month', $12::timestamptz at time zone 'Asia/Shanghai')::date, $13, $2, $15, $16, $20, $21)
    ), pending as (
      insert into log_pending (jurisdiction, occurred_month, entry_id, voucher)
      values ($1, date_trunc('month', $12::timestamptz at time zone 'Asia/Shanghai')::date, $13, $29)
    ), clocks as (
      insert into deadline (jurisdiction, case_id, name, generation, owner_org, status, working_days, remaining, armed_on,
        last_day, due_on, fire_at, stops, provisional, policy, calendar_stamp, rung, rung_at)
      select $1, $2, r.name, r.generation, $15, r.status, r."workingDays", r.remaining, r."armedOn", r."lastDay", r."dueOn",
        r."fireAt", r.stops, r.provisional, $22::uuid, $23::uuid, r.rung, r."rungAt"
      from jsonb_to_recordset($24::jsonb) as r(name text, generation int, status text, "workingDays" int, remaining int,
        "armedOn" date, "lastDay" date, "dueOn" date, "fireAt" timestamptz, stops jsonb, provisional boolean, rung smallint,
        "rungAt" timestamptz)
      on conflict (jurisdiction, case_id, name) do update set generation = excluded.generation, status = excluded.status,
        working_days = excluded.working_days, remaining = excluded.remaining, armed_on = excluded.armed_on,
        last_day = excluded.last_day, due_on = excluded.due_on, fire_at = excluded.fire_at, stops = excluded.stops,
        provisional = excluded.provisional, policy = excluded.policy, calendar_stamp = excluded.calendar_stamp,
        rung = excluded.rung, rung_at = excluded.rung_at
    ), told as (
      insert into case_access (jurisdiction, case_id, organization)
      select $1, $2, unnest($25::uuid[]) on conflict do nothing
    ), noticed as (
      insert into notice (jurisdiction, id, source, case_id, organization, unit, role, template, copy, data, created_at)
      select $1, r.id, $13, $2, r.organization, r.unit, r.role, r.template, r.copy, r.data, $12
      from jsonb_to_recordset($26::jsonb) as r(id uuid, organization uuid, unit uuid, role text, template text,
        copy boolean, data jsonb)
    )
    select 1 / (select count(*)::int from moved)`,
};

export interface Recorded {
  move: Move;
  shell: ProcessShell;
  definitionHash: string;
  policyId: string;
  /** Who is behind the parties that the effects name. */
  parties: Parties;
  /** Those that changed. */
  clocks: readonly CaseClock[];
  /** All of the case, to know what it waits for next. */
  allClocks: readonly CaseClock[];
}

/** Sends the write of one move, and what its feature adds to it. The caller's COMMIT travels behind. */
export function record(tx: Transaction, recorded: Recorded): EntrySummary {
  const { move, shell, definitionHash, parties } = recorded;
  const { stored, next, event, entryId } = move;
  const { definition } = shell;
  const seq = stored.seq + 1;
  const to = definition.stateOf(next);
  const disclosure = disclosedTo(move, parties);
  const hash = shell.contentHashOf?.(event);
  const sealed = sealEntry(
    {
      id: entryId,
      jurisdiction: stored.jurisdiction,
      kind: 'transition',
      type: event.type,
      at: event.at,
      actor: event.actor,
      audience: definition.audienceOf(event.type),
      case: {
        id: stored.id,
        process: definition.name,
        version: definition.version,
        definition: definitionHash,
        seq,
        owner: stored.ownerOrg,
      },
      from: stored.state,
      to,
      ...(event.office === undefined ? {} : { office: event.office }),
      ...(hash === undefined ? {} : { contentHash: hash }),
    },
    valuesOf(move),
  );
  const waitsFor = next.status === 'active' ? definition.waitsFor(next) : [];
  tx.send(RECORD, [
    stored.jurisdiction,
    stored.id,
    JSON.stringify(next.value),
    next.status === 'active' ? 'active' : 'done',
    JSON.stringify(next.context),
    to,
    seq,
    firmAfter(shell, move),
    disclosure.offices,
    waitsFor,
    dueAt(recorded.allClocks),
    event.at,
    entryId,
    event.type,
    stored.ownerOrg,
    definition.audienceOf(event.type),
    event.actor.person ?? null,
    event.actor.organization ?? null,
    sealed.body,
    sealed.salt,
    sealed.values,
    recorded.policyId,
    move.reference.stamp,
    JSON.stringify(recorded.clocks),
    disclosure.organizations,
    JSON.stringify(noticesOf(shell, move, parties)),
    editsAfter(move),
    waitsAt(shell, move, waitsFor),
    tx.cipher.vouch(sealed.body, ABOUT_ENTRY),
  ]);
  tx.send(shell.projection.statement, [JSON.stringify(shell.projection.row(move))]);
  shell.alsoWrite?.(tx, move);
  return {
    id: entryId,
    seq,
    type: event.type,
    from: stored.state,
    to,
    at: event.at,
    actor: event.actor,
    office: event.office ?? null,
  };
}

/** Where the posts are that a case waits for; null when their names tell. */
function waitsAt(shell: ProcessShell, { next, stored }: Move, waitsFor: readonly Role[]): string[] | null {
  const named = waitsFor.flatMap((role) => shell.organizationsOf?.(role, next, stored) ?? []);
  return named.length === 0 ? null : [...new Set(named)];
}

/** The firm that the case is about once the move is written. */
export function firmAfter(shell: ProcessShell, { event, stored }: Move): string | null {
  return shell.firmAfter === undefined ? stored.firm : shell.firmAfter(event, stored);
}

/**
 * What the owner changes in an open draft counts until its own next event. An event of somebody else leaves the count: a
 * bank that prepares an amendment is not told to look again because an office has spoken.
 */
export function editsAfter({ stored, event }: Move): number {
  return event.actor.organization === stored.ownerOrg ? 0 : stored.edits;
}

/** Payload field by field, so that one text can be opened without the others; the facts as one. */
function valuesOf({ event, effects, behind }: Move): Record<string, unknown> {
  const messages = effects.filter(({ type }) => type === 'open' || type === 'send');
  return {
    ...Object.fromEntries(Object.entries(event.payload).map(([name, value]) => [`payload.${name}`, value])),
    facts: event.facts,
    ...namedBehind(behind),
    ...(messages.length === 0 ? {} : { effects: messages }),
  };
}

/** The bank's own date, the next maturity and a measure's reminder are no time limits; a reminder that was given is no time that was missed. */
const NO_TIME_LIMIT = ['bankDate', 'rollover', 'reminder'];
const REMINDERS = ['executionReminder'];

/** The earliest time limit: of a clock that runs, or of one that has struck while the case waits on (超期). */
export function dueAt(clocks: readonly CaseClock[]): string | null {
  const limits = clocks.filter(
    ({ status, name }) =>
      !NO_TIME_LIMIT.includes(name) &&
      (status === 'armed' || (status === 'fired' && !REMINDERS.includes(name))),
  );
  return limits.map(({ fireAt }) => fireAt).sort()[0] ?? null;
}
