import type { AnyMachineSnapshot } from 'xstate';
import { actDay } from '../../workflows/calendar/received-day.js';
import type { Actor, Capacity } from '../access/actor.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import type { Transaction } from '../platform/transaction.js';
import type { LockedCases } from './locked-case.js';
import type { FactQuestion, StoredCase } from './process-shell.js';

interface Asked {
  type: string;
  payload: object;
  actor: Actor;
  sealed?: object | undefined;
  /** The day of a clock is its own due day, however late the worker came. */
  day?: string;
}

/** What a feature is asked for the facts of an event, with the time of the transaction. */
export function questionOf(
  tx: Transaction,
  { now }: LockedCases,
  stored: StoredCase,
  snapshot: AnyMachineSnapshot,
  { type, payload, actor, sealed, day: own }: Asked,
  capacity: Capacity | undefined,
  reference: ReferenceData,
): FactQuestion {
  // Time never runs backwards within a case, even when this transaction began before the last one ended.
  const instant = now < stored.updatedAt ? stored.updatedAt : now;
  const at = shanghai(instant);
  const today = civilDay(instant);
  const { officeHoursEnd } = reference.policyOn(today).values;
  const day = own ?? actDay(reference.calendar, at, officeHoursEnd);
  const asked = { type, payload, actor, capacity, sealed };
  return { tx, stored, snapshot, ...asked, at, day, today, reference, preview: false };
}
