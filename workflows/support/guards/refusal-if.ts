import type { Guard, Refusal } from '../../process.js';
import type { SupportContext } from '../support.context.js';
import type { SupportEventOf, SupportEventType } from '../support.events.js';

export type On<Type extends SupportEventType> = Guard<SupportContext, SupportEventOf<Type>>;

/** One reason, or none. */
export function refusalIf(
  condition: boolean,
  code: string,
  message: string,
  pointer: string | undefined,
  clause: string,
): Refusal[] {
  return condition ? [{ code, message, clause, ...(pointer === undefined ? {} : { pointer }) }] : [];
}
