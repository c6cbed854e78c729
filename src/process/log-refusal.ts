import { writeEntry } from '../audit/write-entry.js';
import { Problem } from '../platform/problem.js';
import type { Database, Statement } from '../platform/transaction.js';
import type { Command } from './command.js';
import { eventActor, namedBehind } from './event-actor.js';
import { enterEngineScope } from './scope.js';

const OWNER: Statement = {
  name: 'owner-of-case',
  text: 'select owner_org as "ownerOrg" from process_case where jurisdiction = $1 and id = $2',
};

/** What was tried. There is no case yet when it was to begin by this. */
type Refused = Pick<Command, 'process' | 'type' | 'actor' | 'onBehalfOf'> & { id?: string };

/** A guard's word about who may do this, apart from a role that is simply missing. */
export function isRefusedPerson(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 403 && error.code !== 'forbidden';
}

/**
 * Somebody tried what is not theirs to do, such as to check what they made. Nothing has changed, and the transaction that
 * found out is gone, so that this trace has one of its own.
 */
export async function logRefusal(
  database: Database,
  { process, id, type, actor, onBehalfOf }: Refused,
  problem: Problem,
): Promise<void> {
  const { jurisdiction } = actor;
  const behind = onBehalfOf ?? actor.behind?.id;
  await database.transaction(async (tx) => {
    const [, [owner]] = await Promise.all([
      enterEngineScope(tx, actor),
      tx.query<{ ownerOrg: string }>(OWNER, [jurisdiction, id ?? null]),
    ]);
    await writeEntry(tx, {
      kind: 'refusal',
      type,
      jurisdiction,
      actor: { ...eventActor(actor), ...(behind === undefined ? {} : { onBehalfOf: behind }) },
      ...(owner === undefined || id === undefined ? {} : { about: { id, process, ...owner } }),
      values: { code: problem.code, ...namedBehind(actor.behind) },
    });
  });
}
