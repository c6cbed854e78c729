import type { Actor } from '../access/actor.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { type CaseClock, clockOf, type StoredDeadline } from './clocks.js';
import type { StoredCase } from './process-shell.js';
import { enterActorScope, enterEngineScope } from './scope.js';

const RELATED = `select $2::uuid union all select related_id from case_relation
  where jurisdiction = $1 and case_id = $2 and until is null`;

const COLUMNS = `c.jurisdiction, c.id, c.process, c.version, c.definition_hash as "definitionHash", c.value, c.status,
  c.context, c.state, c.seq, c.edits, c.owner_org as "ownerOrg", c.owner_unit as "ownerUnit", c.firm, c.disclosed, c.updated_at as "updatedAt"`;

/** Whether the actor can see the case: asked in the actor's scope, before anything is locked. */
const SEE: Statement = {
  name: 'see-case',
  text: 'select true as seen from process_case where jurisdiction = $1 and id = $2 and process = $3',
};

/** The case and all that move with it, in order of id, so that two transactions never wait for each other in a circle. */
const LOCK: Statement = {
  name: 'lock-cases',
  text: `select ${COLUMNS} from process_case c where c.jurisdiction = $1 and c.id = any (array(${RELATED})) order by c.id for update`,
};
const LOCK_IF_FREE: Statement = { name: 'lock-cases-if-free', text: `${LOCK.text} skip locked` };

const READ: Statement = {
  name: 'read-case',
  text: `select ${COLUMNS} from process_case c where c.jurisdiction = $1 and c.id = $2`,
};

const RELATIONS: Statement = { name: 'case-relations', text: `select * from (${RELATED}) as r(id)` };

const DEADLINES: Statement = {
  name: 'case-deadlines',
  text: `select case_id as "caseId", name, generation, status, working_days as "workingDays", remaining,
      armed_on as "armedOn", last_day as "lastDay", due_on as "dueOn", fire_at as "fireAt", stops, provisional, rung, rung_at as "rungAt"
    from deadline where jurisdiction = $1 and case_id = any (array(${RELATED}))`,
};

const NOW: Statement = {
  name: 'now',
  text: 'select wendai_now() as now, (select stamp from reference_stamp) as stamp',
};

export interface LockedCases {
  now: Date;
  stamp: string;
  /** The case and those that move with it, by id. */
  cases: Map<string, StoredCase>;
  /** The clocks of each case, by its id, whether they run or not. */
  clocks: Map<string, CaseClock[]>;
}

/** The related cases have grown between looking and locking: begin again. */
export class RelationsGrew extends Error {}

export interface CaseAddress {
  jurisdiction: string;
  id: string;
  process: string;
}

/**
 * One packet: scope of the actor, whether the case is theirs to see, scope of the engine, and the locks.
 * Undefined when the actor cannot see it, which nobody may tell from its not existing.
 * @throws {RelationsGrew}
 */
export async function lockVisibleCase(
  tx: Transaction,
  address: CaseAddress,
  actor: Actor,
): Promise<LockedCases | undefined> {
  const [, seen, , locked] = await Promise.all([
    enterActorScope(tx, actor),
    tx.query(SEE, [address.jurisdiction, address.id, address.process]),
    enterEngineScope(tx),
    lock(tx, address, LOCK),
  ]);
  return seen.length === 0 ? undefined : locked;
}

/** For clocks and the engine's own events: undefined when another transaction holds the case, or it is gone. */
export async function lockFreeCase(
  tx: Transaction,
  address: CaseAddress,
  actor: Actor,
): Promise<LockedCases | undefined> {
  try {
    const [, locked] = await Promise.all([enterEngineScope(tx, actor), lock(tx, address, LOCK_IF_FREE)]);
    return locked.cases.has(address.id) ? locked : undefined;
  } catch (error) {
    // A related case is held by somebody else: the same as being held itself.
    if (error instanceof RelationsGrew) return undefined;
    throw error;
  }
}

/** The same without a lock, for questions. */
export async function readVisibleCase(
  tx: Transaction,
  address: CaseAddress,
  actor: Actor,
): Promise<LockedCases | undefined> {
  const key = [address.jurisdiction, address.id];
  const [, seen, , cases, deadlines, [now]] = await Promise.all([
    enterActorScope(tx, actor),
    tx.query(SEE, [...key, address.process]),
    enterEngineScope(tx),
    tx.query<StoredCase & Record<string, unknown>>(READ, key),
    tx.query<StoredDeadline>(DEADLINES, key),
    tx.query<{ now: Date; stamp: string }>(NOW),
  ]);
  if (seen.length === 0 || now === undefined) return undefined;
  return { ...now, cases: byId(cases), clocks: clocksByCase(deadlines) };
}

async function lock(tx: Transaction, address: CaseAddress, statement: Statement): Promise<LockedCases> {
  const key = [address.jurisdiction, address.id];
  const [cases, deadlines, related, [now]] = await Promise.all([
    tx.query<StoredCase & Record<string, unknown>>(statement, key),
    tx.query<StoredDeadline>(DEADLINES, key),
    tx.query<{ id: string }>(RELATIONS, key),
    tx.query<{ now: Date; stamp: string }>(NOW),
  ]);
  if (now === undefined) throw new Error('The database did not tell the time.');
  const locked = byId(cases);
  if (locked.has(address.id) && related.some(({ id }) => !locked.has(id))) throw new RelationsGrew();
  return { ...now, cases: locked, clocks: clocksByCase(deadlines) };
}

function byId(cases: StoredCase[]): Map<string, StoredCase> {
  return new Map(cases.map((stored) => [stored.id, stored]));
}

function clocksByCase(deadlines: StoredDeadline[]): Map<string, CaseClock[]> {
  const clocks = new Map<string, CaseClock[]>();
  for (const row of deadlines) clocks.set(row.caseId, [...(clocks.get(row.caseId) ?? []), clockOf(row)]);
  return clocks;
}
