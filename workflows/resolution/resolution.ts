import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role, type StateMeta } from '../process.js';
import { independentOf } from './independence.js';
import { audienceOf } from './resolution.audiences.js';
import type { ResolutionContext } from './resolution.context.js';
import { PUBLIC_EVENTS, type ResolutionEvent } from './resolution.events.js';
import { guards } from './resolution.guards.js';
import { type ResolutionState, STATE_LABELS, type VOTING_LABELS } from './resolution.labels.js';
import { resolutionMachine } from './resolution.machine.js';

/** `resolution@1` 决议 (银监办便函〔2016〕1196号, 银保监发〔2020〕57号, 债权人协议): binds its signers by contract. */
export const resolution1: ProcessDefinition<ResolutionContext, ResolutionEvent> = {
  name: 'resolution',
  version: 1,
  machine: resolutionMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: the parts of a state are the machine's own matter. */
export function stateOf({ value }: AnyMachineSnapshot): ResolutionState {
  const name = typeof value === 'string' ? value : Object.keys(value)[0];
  if (name === undefined || !Object.hasOwn(STATE_LABELS, name)) {
    throw new Error(`resolution@1 has no state ${JSON.stringify(value)}`);
  }
  return name as ResolutionState;
}

/** Which part of the vote it is in. Undefined outside `voting`. */
export function votingPartOf(snapshot: AnyMachineSnapshot): keyof typeof VOTING_LABELS | undefined {
  return (['open', 'papers'] as const).find((part) => snapshot.matches({ voting: part }));
}

export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  const roles = Object.values(snapshot.getMeta()).flatMap(
    (meta: StateMeta | undefined) => meta?.waitsFor ?? [],
  );
  return ROLES.filter((role) => roles.includes(role));
}
