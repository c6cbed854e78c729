import type { Guard, Refusal } from '../../process.js';
import type { CoordinationContext } from '../coordination.context.js';
import type { CoordinationEventOf, CoordinationEventType } from '../coordination.events.js';

export type On<Type extends CoordinationEventType> = Guard<CoordinationContext, CoordinationEventOf<Type>>;

/** One reason, or none. */
export function refusalIf(
  condition: boolean,
  code: string,
  message: string,
  pointer: string,
  clause: string,
): Refusal[] {
  return condition ? [{ code, message, pointer, clause }] : [];
}
