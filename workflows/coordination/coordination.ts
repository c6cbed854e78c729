import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role } from '../process.js';
import { audienceOf } from './coordination.audiences.js';
import type { CoordinationContext } from './coordination.context.js';
import { type CoordinationEvent, PUBLIC_EVENTS } from './coordination.events.js';
import { guards } from './coordination.guards.js';
import { type CoordinationState, STATE_LABELS } from './coordination.labels.js';
import { coordinationMachine } from './coordination.machine.js';
import { independentOf } from './independence.js';

/** `coordination@1` 启动协调 (泉政办规〔2023〕1号（十）：共同进退). A case keeps the version it was born under. */
export const coordination1: ProcessDefinition<CoordinationContext, CoordinationEvent> = {
  name: 'coordination',
  version: 1,
  machine: coordinationMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: the parts of `open` are the machine's own matter. */
export function stateOf({ value }: AnyMachineSnapshot): CoordinationState {
  const name: unknown = typeof value === 'string' ? value : Object.keys(value ?? {})[0];
  if (!isCoordinationState(name)) throw new Error(`coordination@1 has no state ${JSON.stringify(value)}`);
  return name;
}

/** The finance leader until somebody is responsible, then the posts that are. No bank: its own filing tells it its turn. */
export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  if (snapshot.status !== 'active') return [];
  const { posts }: CoordinationContext = snapshot.context;
  const due: readonly Role[] = posts.length === 0 ? ['finance.leader'] : posts;
  return ROLES.filter((role) => due.includes(role));
}

function isCoordinationState(name: unknown): name is CoordinationState {
  return typeof name === 'string' && Object.hasOwn(STATE_LABELS, name);
}
