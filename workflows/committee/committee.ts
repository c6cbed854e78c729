import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role, type StateMeta } from '../process.js';
import { audienceOf } from './committee.audiences.js';
import type { CommitteeContext } from './committee.context.js';
import { type CommitteeEvent, PUBLIC_EVENTS } from './committee.events.js';
import { guards } from './committee.guards.js';
import { type CommitteeState, STATE_LABELS } from './committee.labels.js';
import { committeeMachine } from './committee.machine.js';
import { independentOf } from './independence.js';

/** `committee@1` 债委会 (银保监发〔2020〕57号; 泉政办规〔2023〕1号（十）). A case keeps the version it was born under. */
export const committee1: ProcessDefinition<CommitteeContext, CommitteeEvent> = {
  name: 'committee',
  version: 1,
  machine: committeeMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: being unproposed, and talking instead of voting, are the machine's own matters. */
export function stateOf(snapshot: AnyMachineSnapshot): CommitteeState {
  const { value } = snapshot;
  const name = value === 'unproposed' ? 'proposed' : value === 'consulting' ? 'active' : value;
  if (!isCommitteeState(name)) throw new Error(`committee@1 has no state ${JSON.stringify(value)}`);
  return name;
}

/** Until the claims are confirmed the proposer is waited for, be it a bank or a bureau. */
export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  const { proposerRole }: CommitteeContext = snapshot.context;
  const isProposers = snapshot.value === 'proposed' || snapshot.value === 'forming';
  const named = Object.values(snapshot.getMeta()).flatMap(
    (meta) => (meta as StateMeta | undefined)?.waitsFor ?? [],
  );
  const roles = isProposers && proposerRole !== null ? [...named, proposerRole] : named;
  return ROLES.filter((role) => roles.includes(role));
}

function isCommitteeState(name: unknown): name is CommitteeState {
  return typeof name === 'string' && Object.hasOwn(STATE_LABELS, name);
}
