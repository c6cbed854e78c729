import { query } from '../support/database.js';
import { EVENT_RIGHTS } from './event-rights.js';
import { ask, RIGHTS } from './matrix.js';
import type { Operation } from './operations.js';
import { type Probe, STALE } from './probes.js';
import type { Asking } from './single-guards.js';
import { everyoneIn, expectedOf, REFUSED, WHO } from './who.js';

/** Somebody whom the route lets in sends an event to a case of its own bank. */
export interface EventField {
  operation: Operation;
  type: string;
  who: string;
  may: boolean;
}

/** What the document offers as events, by operation: an event that somebody adds is asked for too. */
export function eventsIn(operations: readonly Operation[]): Record<string, string[]> {
  return Object.fromEntries(
    operations
      .filter(({ name }) => name.endsWith('/events') && name.startsWith('POST'))
      .map((operation) => [operation.name, Object.keys(examplesOf(operation)).sort()]),
  );
}

export function eventFields(operations: readonly Operation[]): EventField[] {
  return operations.flatMap((operation) =>
    Object.entries(EVENT_RIGHTS[operation.name] ?? {}).flatMap(([type, names]) =>
      letIn(operation.name).map((who) => ({ operation, type, who, may: everyoneIn(names).includes(who) })),
    ),
  );
}

/** Whether the event is refused for what the sender is. Its version is old, so of most of them nothing comes either way. */
export async function isForbidden(
  field: EventField,
  { callers, things }: Omit<Asking, 'operations'>,
): Promise<boolean> {
  const { operation, type, who } = field;
  const { status, text } = await ask({ operation, holding: 'own', who }, callers, things, eventProbe(field));
  // Neither says anything about the right: the body was not understood, or the case not seen.
  if (status === 400 || status === 404)
    throw new Error(`${operation.name} ${type} by ${who}: ${String(status)} ${text.slice(0, 300)}`);
  return status === 403 && JSON.parse(text).code === 'forbidden';
}

export function eventProbe({ operation, type }: Pick<EventField, 'operation' | 'type'>): Probe {
  return { body: examplesOf(operation)[type]?.value ?? { type }, headers: STALE };
}

/** The regulator hears of an inquiry once it is notified, and a helper of a measure once it has one: here they have. */
export async function showToAll(inquiry: string, measure: string): Promise<void> {
  await query(
    'admin',
    `insert into case_access (jurisdiction, case_id, organization)
      select jurisdiction, case kind when 'helper' then $2::uuid else $1::uuid end, id from organization
        where kind in ('helper', 'regulator') on conflict do nothing`,
    [inquiry, measure],
  );
}

/** Whom the matrix expects to get past the route. */
function letIn(operation: string): string[] {
  const cells = Object.values(RIGHTS[operation] ?? {}).map(expectedOf);
  return WHO.filter((who) => cells.some((cell) => cell[who] !== REFUSED[who]));
}

function examplesOf({ bodies }: Operation): Record<string, { value: object }> {
  return bodies['application/json']?.examples ?? {};
}
