import type { ResolutionEventType } from './resolution.events.js';

interface Speaker {
  type: string;
}

/** What each member does for itself: it touches no other member's ballot. */
const OF_ONE_MEMBER: readonly ResolutionEventType[] = [
  'CAST_BALLOT',
  'ATTACH_PAPER',
  'NAME_PROXY',
  'REVOKE_PROXY',
  'STATE_PENDING_APPROVAL',
];

/** What moves nothing that anybody was about to do. */
const NOTES: readonly ResolutionEventType[] = [
  ...OF_ONE_MEMBER,
  'EXTEND_VOTE',
  'DEADLINE.draft',
  'STANDSTILL.BREACHED',
  'BREACH',
];

/** Whether an event may go on although its sender had not seen what came between. The event must still be taken. */
export function independentOf(event: Speaker, since: Speaker): boolean {
  return (
    includes(NOTES, since.type) &&
    (includes(OF_ONE_MEMBER, event.type) || !includes(OF_ONE_MEMBER, since.type))
  );
}

function includes(types: readonly string[], type: string): boolean {
  return types.includes(type);
}
