import type { AnyMachineSnapshot } from 'xstate';
import type { ProcessName } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { IdempotencyClaim } from './idempotency.js';
import type { ProcessShell, StoredCase } from './process-shell.js';
import type { EntrySummary } from './record.js';

export interface Command {
  process: ProcessName;
  id: string;
  type: string;
  payload: object;
  actor: Actor;
  /** The person in whose stead a delegate acts, when the delegate says so. */
  onBehalfOf?: string;
  /** The version that the sender has seen (If-Match). */
  version?: string;
  idempotency?: IdempotencyClaim;
  /** What the feature keeps beside the case and the log must not hold: given to `facts` and `alsoWrite`. */
  sealed?: object;
  /** The civil day of a clock's own event; people act on the day it is. */
  day?: string;
}

/** What a client is told, now or when it asks again with the same key. */
export interface Outcome {
  stored: StoredCase;
  snapshot: AnyMachineSnapshot;
  entry: EntrySummary;
  shell: ProcessShell;
  reference: ReferenceData;
}

/** A clock of a case that is due. */
export interface Strike {
  jurisdiction: string;
  process: string;
  id: string;
  name: string;
  generation: number;
}
