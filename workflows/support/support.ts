import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role, type StateMeta } from '../process.js';
import { independentOf } from './independence.js';
import { audienceOf } from './support.audiences.js';
import type { SupportContext } from './support.context.js';
import { PUBLIC_EVENTS, type SupportEvent } from './support.events.js';
import { guards } from './support.guards.js';
import { STATE_LABELS, type SupportState } from './support.labels.js';
import { supportMachine } from './support.machine.js';

/** `support@1` 帮扶事项 (泉政办规〔2023〕1号（九）to（十三））: one owner, one date. A case keeps the version it was born under. */
export const support1: ProcessDefinition<SupportContext, SupportEvent> = {
  name: 'support',
  version: 1,
  machine: supportMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: `running` and the parts of `proposed` are the machine's own matter. */
export function stateOf(snapshot: AnyMachineSnapshot): SupportState {
  const value: unknown = snapshot.value;
  const names = typeof value === 'string' ? [value] : Object.entries(value ?? {}).flat();
  const name = names.find(isSupportState);
  if (name === undefined) throw new Error(`support@1 has no state ${JSON.stringify(value)}`);
  return name;
}

/** The finance bureau until somebody has it, then the post that has it. */
export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  const { owner }: SupportContext = snapshot.context;
  if (snapshot.status !== 'active') return [];
  if (stateOf(snapshot) !== 'proposed') return owner === null ? [] : [owner.role];
  const metas: (StateMeta | undefined)[] = Object.values(snapshot.getMeta());
  const roles = metas.flatMap((meta) => meta?.waitsFor ?? []);
  return ROLES.filter((role) => roles.includes(role));
}

function isSupportState(name: unknown): name is SupportState {
  return typeof name === 'string' && Object.hasOwn(STATE_LABELS, name);
}
