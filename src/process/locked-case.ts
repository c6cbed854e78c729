import type { Actor } from '../access/actor.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { type CaseClock, clockOf, type StoredDeadline } from './clocks.js';
import type { StoredCase } from './process-shell.js';
import { enterActorScope, enterEngineScope } from './scope.js';

const COLUMNS = `c.jurisdiction, c.id, c.process, c.version, c.definition_hash as "definitionHash", c.value, c.status,
  c.context, c.state, c.seq, c.edits, c.owner_org as "ownerOrg", c.owner_unit as "ownerUnit", c.firm, c.disclosed, c.updated_at as "updatedAt"`;

const FIRM = '(select f.firm from process_case f where f.jurisdiction = $1 and f.id = $2)';
/** The case, and every open case about its firm. */
const TOGETHER = `select $2::uuid union select o.id from process_case o
  where o.jurisdiction = $1 and o.firm = ${FIRM} and o.status = 'active'`;

/** Whether the actor can see the case: asked in the actor's scope, before anything is locked. */
const SEE: Statement = {
  name: 'see-case',
  text: 'select true as seen from process_case where jurisdiction = $1 and id = $2 and process = $3',
};

/**
 * Whoever moves more than one case about a firm holds the firm first, then its cases in order of id, so that two
 * transactions never wait for each other in a circle. Rows that only refer to the firm may be written meanwhile.
 */
const HOLD_FIRM: Statement = {
  name: 'hold-firm-of-case',
  text: `select id from firm where jurisdiction = $1 and id = ${FIRM} for no key update`,
};
const LOCK: Statement = {
  name: 'lock-case',
  text: `select ${COLUMNS} from process_case c where c.jurisdiction = $1 and c.id = $2 for update`,
};
const LOCK_TOGETHER: Statement = {
  name: 'lock-cases-of-firm',
  text: `select ${COLUMNS} from process_case c where c.jurisdiction = $1 and c.id = any (array(${TOGETHER})) order by c.id for update`,
};

const READ: Statement = {
  name: 'read-case',
  text: `select ${COLUMNS} from process_case c where c.jurisdiction = $1 and c.id = $2`,
};

const CLOCKS = `select case_id as "caseId", name, generation, status, working_days as "workingDays", remaining,
      armed_on as "armedOn", last_day as "lastDay", due_on as "dueOn", fire_at as "fireAt", stops, provisional, rung, rung_at as "rungAt"
    from deadline`;
const DEADLINES: Statement = {
  name: 'case-deadlines',
  text: `${CLOCKS} where jurisdiction = $1 and case_id = $2`,
};
const DEADLINES_TOGETHER: Statement = {
  name: 'deadlines-of-firm',
  text: `${CLOCKS} where jurisdiction = $1 and case_id = any (array(${TOGETHER}))`,
};

const NOW: Statement = {
  name: 'now',
  text: 'select wendai_now() as now, (select stamp from reference_stamp) as stamp',
};

export interface LockedCases {
  now: Date;
  stamp: string;
  /** Whether the firm is held, and `cases` are all open ones about it. */
  holdsFirm: boolean;
  /** The firm whose cases are locked, if any. */
  firm: string | null;
  /** The case and, where the firm is held, those that may move with it, by id. */
  cases: Map<string, StoredCase>;
  /** The clocks of each case, by its id, whether they run or not. */
  clocks: Map<string, CaseClock[]>;
}

/** A case that was locked alone has something to say to others: begin again, and hold the firm. */
export class FirmNeeded extends Error {}

export interface CaseAddress {
  jurisdiction: string;
  id: string;
  process: string;
}

/**
 * One packet: scope of the actor, whether the case is theirs to see, scope of the engine, and the locks.
 * Undefined when the actor cannot see it, which nobody may tell from its not existing.
 */
export async function lockVisibleCase(
  tx: Transaction,
  address: CaseAddress,
  actor: Actor,
  holdsFirm = false,
): Promise<LockedCases | undefined> {
  const [, seen, , locked] = await Promise.all([
    enterActorScope(tx, actor),
    tx.query(SEE, [address.jurisdiction, address.id, address.process]),
    enterEngineScope(tx),
    lock(tx, address, { holdsFirm }),
  ]);
  return seen.length === 0 ? undefined : locked;
}

/** For clocks and the engine's own events: undefined when another transaction holds what is needed, or the case is gone. */
export async function lockFreeCase(
  tx: Transaction,
  address: CaseAddress,
  actor: Actor,
  holdsFirm = false,
): Promise<LockedCases | undefined> {
  const [, locked] = await Promise.all([
    enterEngineScope(tx, actor),
    lock(tx, address, { holdsFirm, ifFree: true }),
  ]);
  return locked;
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
  return { ...now, holdsFirm: false, firm: null, cases: byId(cases), clocks: clocksByCase(deadlines) };
}

/** Holds a firm by its own id, for a case that begins or for what is told to all cases about it. The scope is the engine's. */
export async function holdFirm(
  tx: Transaction,
  { jurisdiction, firm }: { jurisdiction: string; firm: string | null },
): Promise<LockedCases> {
  const [now] = await tx.query<{ now: Date; stamp: string }>(NOW);
  if (now === undefined) throw new Error('The database did not tell the time.');
  const locked: LockedCases = { ...now, holdsFirm: true, firm: null, cases: new Map(), clocks: new Map() };
  if (firm === null) return locked;
  await tx.query(HOLD_FIRM_BY_ID, [jurisdiction, firm]);
  await lockCasesOf(tx, locked, { jurisdiction, firm });
  return locked;
}

const HOLD_FIRM_BY_ID: Statement = {
  name: 'hold-firm-by-id',
  text: 'select id from firm where jurisdiction = $1 and id = $2 for no key update',
};

/**
 * A case that was about no firm yet is about this one from now on, and its transaction holds the firm: locks the open cases
 * about it. Nobody who holds a firm waits for a case about none, so that no circle comes of it.
 */
export async function lockCasesOf(
  tx: Transaction,
  locked: LockedCases,
  { jurisdiction, firm }: { jurisdiction: string; firm: string },
): Promise<void> {
  const [cases, deadlines] = await Promise.all([
    tx.query<StoredCase & Record<string, unknown>>(LOCK_ABOUT, [jurisdiction, firm]),
    tx.query<StoredDeadline>(DEADLINES_ABOUT, [jurisdiction, firm]),
  ]);
  const clocks = clocksByCase(deadlines);
  locked.firm = firm;
  for (const stored of cases) {
    if (locked.cases.has(stored.id)) continue;
    locked.cases.set(stored.id, stored);
    locked.clocks.set(stored.id, clocks.get(stored.id) ?? []);
  }
}

const ABOUT = `o.jurisdiction = $1 and o.firm = $2 and o.status = 'active'`;
const LOCK_ABOUT: Statement = {
  name: 'lock-cases-about',
  text: `select ${COLUMNS} from process_case c where ${ABOUT.replaceAll('o.', 'c.')} order by c.id for update`,
};
const DEADLINES_ABOUT: Statement = {
  name: 'deadlines-about',
  text: `${CLOCKS} where jurisdiction = $1 and case_id = any (array(select o.id from process_case o where ${ABOUT}))`,
};

const HOLD_FIRM_IF_FREE = ifFree(HOLD_FIRM);
const LOCK_IF_FREE = ifFree(LOCK);
const LOCK_TOGETHER_IF_FREE = ifFree(LOCK_TOGETHER);

function ifFree({ name, text }: Statement): Statement {
  return { name: `${name}-if-free`, text: `${text} skip locked` };
}

/** Undefined when `ifFree` and something is not: a case about a firm that another transaction holds, or one of its cases. */
async function lock(
  tx: Transaction,
  address: CaseAddress,
  { holdsFirm, ifFree: free = false }: { holdsFirm: boolean; ifFree?: boolean },
): Promise<LockedCases | undefined> {
  const key = [address.jurisdiction, address.id];
  const one = free ? LOCK_IF_FREE : LOCK;
  const all = free ? LOCK_TOGETHER_IF_FREE : LOCK_TOGETHER;
  const [firm, cases, deadlines, together, [now]] = await Promise.all([
    holdsFirm ? tx.query<{ id: string }>(free ? HOLD_FIRM_IF_FREE : HOLD_FIRM, key) : [],
    tx.query<StoredCase & Record<string, unknown>>(holdsFirm ? all : one, key),
    tx.query<StoredDeadline>(holdsFirm ? DEADLINES_TOGETHER : DEADLINES, key),
    holdsFirm && free ? tx.query<{ id: string }>(IDS_TOGETHER, key) : [],
    tx.query<{ now: Date; stamp: string }>(NOW),
  ]);
  if (now === undefined) throw new Error('The database did not tell the time.');
  const locked = byId(cases);
  if (free && isBusy(locked, address.id, { holdsFirm, firm, together })) return undefined;
  return { ...now, holdsFirm, firm: firm[0]?.id ?? null, cases: locked, clocks: clocksByCase(deadlines) };
}

const IDS_TOGETHER: Statement = { name: 'cases-together', text: `select t.id from (${TOGETHER}) as t(id)` };

function isBusy(
  locked: ReadonlyMap<string, StoredCase>,
  id: string,
  held: { holdsFirm: boolean; firm: readonly { id: string }[]; together: readonly { id: string }[] },
): boolean {
  const stored = locked.get(id);
  if (stored === undefined || held.together.some((each) => !locked.has(each.id))) return true;
  return held.holdsFirm && stored.firm !== null && held.firm.length === 0;
}

function byId(cases: StoredCase[]): Map<string, StoredCase> {
  return new Map(cases.map((stored) => [stored.id, stored]));
}

function clocksByCase(deadlines: StoredDeadline[]): Map<string, CaseClock[]> {
  const clocks = new Map<string, CaseClock[]>();
  for (const row of deadlines) clocks.set(row.caseId, [...(clocks.get(row.caseId) ?? []), clockOf(row)]);
  return clocks;
}
