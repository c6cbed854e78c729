import type { SupportContext } from './support.context.js';
import type { SupportEvent } from './support.events.js';

interface Step {
  context: SupportContext;
  event: SupportEvent;
}

/** Which way an event goes; reasons against an event stand in `support.guards.ts`. */
export const routes = {
  isAssignedAtOnce: ({ event }: Step) => event.type === 'SUPPORT.PROPOSED' && event.payload.assigned === true,
  isAsked: ({ context }: Step) => context.askedToConfirm,
  isBridge: ({ context }: Step) => context.type === 'bridgeFund',
};
