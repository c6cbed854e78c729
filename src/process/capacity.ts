import type { AnyMachineSnapshot } from 'xstate';
import { type Actor, type Capacity, capacityAmong } from '../access/actor.js';
import { dutyMaySend } from '../access/key/key-duties.js';
import type { ProcessShell } from './process-shell.js';

/**
 * The capacity in which an actor sends an event: the post that the case waits for comes first, be it the actor's own or lent,
 * so that whoever stands in for a checker is not taken for the other thing that it is. A key has none beyond its duty.
 */
export function capacityIn(
  shell: ProcessShell,
  snapshot: AnyMachineSnapshot,
  { actor, type, onBehalfOf }: { actor: Actor; type: string; onBehalfOf?: string | undefined },
): Capacity | undefined {
  if (!dutyMaySend(actor, shell.definition.name, type)) return undefined;
  const roles = shell.rolesFor(type);
  const due = snapshot.status === 'active' ? shell.definition.waitsFor(snapshot) : [];
  const awaited = roles.filter((role) => due.includes(role));
  return capacityAmong(actor, awaited, onBehalfOf) ?? capacityAmong(actor, roles, onBehalfOf);
}
