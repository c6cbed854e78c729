import type { EventActor } from '../../workflows/process.js';
import type { Actor, Capacity } from '../access/actor.js';

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
