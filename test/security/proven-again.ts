import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../support/database.js';
import { PROVEN_EVENTS, PROVEN_OPERATIONS } from './event-rights.js';
import { eventFields, eventProbe } from './events-by-role.js';
import { ask, fieldsOf } from './matrix.js';
import type { Operation } from './operations.js';
import { type Probe, probeOf } from './probes.js';
import type { Asking } from './single-guards.js';
import { DUTY_OF, type Holding, REFUSED } from './who.js';

/** As long as a node goes on with what it knew of a session, and a little. */
const REMEMBERED_MS = 700;

/** Something is asked by a person who may, but has not shown for an hour who it is. */
export interface UnprovenField {
  operation: Operation;
  holding: Holding;
  who: string;
  probe: Probe;
  /** Of the event, if it is one. */
  type?: string;
  needsProof: boolean;
}

/** Each operation that changes something, and each event, once. */
export function unprovenFields(operations: readonly Operation[]): UnprovenField[] {
  const acts = operations
    .filter((operation) => operation.method !== 'GET' && probeOf(operation).inOwnSession !== true)
    .flatMap((operation) =>
      fieldsOf(operation)
        .filter(({ who, expected }) => isPerson(who) && expected !== REFUSED[who])
        .slice(0, 1)
        .map((field) => ({
          ...field,
          probe: probeOf(operation),
          needsProof: PROVEN_OPERATIONS.includes(operation.name),
        })),
    );
  const ofEvents = new Map(
    eventFields(operations)
      .filter(({ who, may }) => may && isPerson(who))
      .map((field) => [
        `${field.operation.name} ${field.type}`,
        {
          ...field,
          holding: 'own' as const,
          probe: eventProbe(field),
          needsProof: PROVEN_EVENTS.includes(field.type),
        },
      ]),
  );
  return [...acts, ...ofEvents.values()];
}

export async function mustProve(
  field: UnprovenField,
  { callers, things }: Omit<Asking, 'operations'>,
): Promise<boolean> {
  const { status, text } = await ask(field, callers, things, field.probe);
  return status === 401 && JSON.parse(text).code === 'step-up-needed';
}

/** While `work` runs, nobody has shown lately who it is. */
export async function unproven<Result>(work: () => Promise<Result>): Promise<Result> {
  await query('admin', `update session set proven_at = wendai_now() - interval '1 hour'`);
  await wait(REMEMBERED_MS);
  try {
    return await work();
  } finally {
    await query('admin', 'update session set proven_at = wendai_now()');
    await wait(REMEMBERED_MS);
  }
}

function isPerson(who: string): boolean {
  return who !== 'anonymous' && !(who in DUTY_OF);
}
