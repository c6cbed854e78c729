import type { ResolutionContext } from './resolution.context.js';
import { isBreachOf } from './resolution.effects.js';
import type { ResolutionEvent } from './resolution.events.js';
import { hasTerm } from './subjects.js';

interface Step {
  context: ResolutionContext;
  event: ResolutionEvent;
}

/**
 * Which way an event goes. These are no rules: they never refuse, and they answer for an event without payload or facts too,
 * since `/actions` asks before anybody has typed.
 */
export const routes = {
  isCarriedByChair: ({ event }: Step) => event.type === 'DECIDE' && event.payload.carried === true,

  /** Passed, and holds for a time. */
  passesForATime: ({ context, event }: Step) =>
    tallyOf(event)?.passed === true && context.subject !== null && hasTerm(context.subject),
  passes: ({ event }: Step) => tallyOf(event)?.passed === true,
  closes: ({ event }: Step) => tallyOf(event) !== null,
  /** Everybody has voted, and yet a sealed paper is still to come. */
  waitsForPapers: ({ event }: Step) =>
    'facts' in event &&
    'missingPapers' in event.facts &&
    event.facts.complete &&
    event.facts.missingPapers > 0,
  lacksPapers: ({ event }: Step) =>
    'facts' in event && 'missingPapers' in event.facts && event.facts.missingPapers > 0,
  isExtended: ({ context }: Step) => context.voteExtended,

  isMyReferral: ({ context: { subject }, event }: Step) =>
    event.type === 'REFERRAL.LEFT' &&
    subject?.type === 'consent' &&
    subject.filing === event.payload.filing &&
    subject.revision === event.payload.revision &&
    subject.referral === event.payload.referral,
  isMyCommittee: ({ context, event }: Step) =>
    event.type === 'COMMITTEE.ENDED' && event.payload.committee === context.committee,
  endsByCourt: ({ context, event }: Step) =>
    event.type === 'COMMITTEE.ENDED' &&
    event.payload.committee === context.committee &&
    event.facts.courtAccepted === true,
  isMyBreach: ({ context, event }: Step) =>
    event.type === 'STANDSTILL.BREACHED' && isBreachOf(context, event),
  /** Once, and only what has a term. */
  isExtendable: ({ context }: Step) => !context.termExtended && context.until !== null,
};

/** The count that an event brings, if it closes the vote. `/actions` asks without facts. */
function tallyOf(event: ResolutionEvent) {
  return 'facts' in event && 'tally' in event.facts ? (event.facts.tally ?? null) : null;
}
