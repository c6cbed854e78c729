import type { CoordinationContext } from './coordination.context.js';
import type { CoordinationEvent } from './coordination.events.js';

interface Step {
  context: CoordinationContext;
  event: CoordinationEvent;
}

/**
 * Which way an event goes. These are no rules: they never refuse, and they answer for an event without payload or facts too,
 * since `/actions` asks before anybody has typed. Reasons against an event stand in `coordination.guards.ts`.
 */
export const routes = {
  concludesLast: ({ event }: Step) => event.type === 'CONCLUDE_FILING' && event.facts.open === 0,
  /** A filing that was concluded says that it leaves, too: that is known already. */
  leaves: ({ event }: Step) => isLeaving(event),
  leavesLast: ({ event }: Step) => isLeavingLast(event),
  leavesLastForCourt: ({ event }: Step) =>
    isLeavingLast(event) && 'courtAccepted' in event.facts && event.facts.courtAccepted,
};

function isLeavingLast(event: CoordinationEvent): boolean {
  return isLeaving(event) && 'open' in event.facts && event.facts.open === 0;
}

function isLeaving(event: CoordinationEvent): boolean {
  if (event.type !== 'FILING.LEFT') return false;
  const { filing } = event.facts;
  return filing?.state === 'joined' && filing.revision === event.payload.revision;
}
