import type { SupportEventType } from './support.events.js';

/** Notes and reminders: they move nothing, so nothing that anybody was about to do is touched by them. */
const NOTES: readonly SupportEventType[] = [
  'REPORT_REPAID',
  'CONFIRM_CONTINUING',
  'DEADLINE.reminder',
  'DEADLINE.due',
  'DEADLINE.escalation',
  'DEADLINE.bulletin',
  'DEADLINE.relend',
];

/** Whether an event may go on although its sender had not seen what came between. The event must still be taken. */
export function independentOf(_: { type: string }, since: { type: string }): boolean {
  return NOTES.some((type) => type === since.type);
}
