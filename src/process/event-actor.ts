import type { EventActor } from '../../workflows/process.js';
import type { Actor, Capacity, Staff } from '../access/actor.js';

/** Who acted, as events and the log name it. */
export function eventActor(actor: Actor & { case?: string }, capacity?: Capacity): EventActor {
  return {
    kind: actor.kind === 'anonymous' ? 'system' : actor.kind,
    ...(actor.person === undefined ? {} : { person: actor.person }),
    ...(actor.organization === undefined ? {} : { organization: actor.organization }),
    ...(actor.case === undefined ? {} : { case: actor.case }),
    ...(capacity === undefined ? {} : { role: capacity.role }),
    ...(capacity?.onBehalfOf === undefined ? {} : { onBehalfOf: capacity.onBehalfOf }),
  };
}

/** Number and name of the person behind a bank's system: committed to, and erasable. */
export function namedBehind(behind: Staff | undefined): { onBehalfOf?: Omit<Staff, 'id'> } {
  return behind === undefined ? {} : { onBehalfOf: { staffNo: behind.staffNo, name: behind.name } };
}
