import { BANK_EVENTS, type CoordinationEventType } from './coordination.events.js';

/** Notes, and what happens to one filing while somebody deals with another: the guards look at each filing's own row. */
const NOTES: readonly CoordinationEventType[] = [
  'ADD_SUPPORT',
  'PREPARE_OUTCOME',
  'FILING.JOINED',
  'FILING.LEFT',
  'SUPPORT.ENDED',
  'DEADLINE.plan',
];

/**
 * Whether an event may go on although its sender had not seen what came between. A bank is never told to look again at what
 * other banks do; an official who concludes must have seen what the bank confirmed. The event must still be taken.
 */
export function independentOf(event: { type: string }, since: { type: string }): boolean {
  if (includes(BANK_EVENTS, event.type) || includes(NOTES, since.type)) return true;
  return since.type === 'CONFIRM_OUTCOME' && event.type !== 'CONCLUDE_FILING';
}

function includes(types: readonly string[], type: string): boolean {
  return types.includes(type);
}
