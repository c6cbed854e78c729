import type { CommitteeEventType } from './committee.events.js';

interface Speaker {
  type: string;
}

/** What one creditor does for itself, without touching what another is doing at the same time. */
const SIDE_BY_SIDE: readonly CommitteeEventType[] = [
  'DECLARE_CLAIM',
  'WILLING',
  'DECLINE',
  'ELECT',
  'SIGN',
  'ACCEDE',
  'TRANSFER_CLAIM',
  'SCHEDULE_ROLLOVER',
  'ROLLOVER_DONE',
  'CONFIRM_MINUTES',
  'OBJECT_MINUTES',
];

/** They move nothing that anybody was about to do. */
const NOTES: readonly CommitteeEventType[] = ['DEADLINE.rollover', 'DEADLINE.record', 'SUPPORT.ENDED'];

/** Whether an event may go on although its sender had not seen what came between. It must still be taken, and guards still speak. */
export function independentOf(event: Speaker, since: Speaker): boolean {
  if (includes(NOTES, since.type)) return true;
  return includes(SIDE_BY_SIDE, event.type) && includes(SIDE_BY_SIDE, since.type);
}

function includes(types: readonly string[], type: string): boolean {
  return types.includes(type);
}
