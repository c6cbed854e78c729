import { reachesBoth } from './agreement.js';
import type { CommitteeContext } from './committee.context.js';
import type { CommitteeEvent, CommitteeEventOf } from './committee.events.js';
import { areSettled, type OpenMinutes } from './meetings.js';

interface Step {
  context: CommitteeContext;
  event: CommitteeEvent;
}

/** Two lenders are enough to talk (主办行会商). */
export const LIGHT_MIN_LENDERS = 2;

/**
 * Which way an event goes. These are no rules: they never refuse, and they answer for an event without payload or facts too,
 * since `/actions` asks before anybody has typed. Reasons against an event stand in `committee.guards.ts`.
 */
export const routes = {
  isLight: ({ context }: Step) => context.form === 'light',
  enoughLenders: ({ context, event }: Step) =>
    context.form === 'light' &&
    event.type === 'DEADLINE.propose' &&
    event.facts.creditors >= LIGHT_MIN_LENDERS,
  enoughCreditors: ({ context, event }: Step) =>
    context.form === 'full' &&
    event.type === 'DEADLINE.propose' &&
    event.facts.creditors >= context.minCreditors,
  enoughClaims: ({ context, event }: Step) =>
    event.type === 'DEADLINE.claims' && event.facts.declared >= context.minCreditors,

  elects: ({ context, event }: Step) => !context.reelected && isElected(event),
  /** Those who elect anew have signed, and so has whom they elect. */
  electsSigner: ({ context, event }: Step) =>
    context.reelected && isElected(event) && event.facts.counts.heads >= context.minCreditors,
  hasWilling: ({ context, event }: Step) =>
    !context.reelected && isWillingLeft(event) && event.facts.confirmed >= context.minCreditors,
  hasWillingSigner: ({ context, event }: Step) =>
    context.reelected && isWillingLeft(event) && event.facts.signed >= context.minCreditors,

  completesSignatures: ({ context, event }: Step) =>
    event.type === 'SIGN' && event.facts.unsigned === 0 && isFounded(context, event),
  isFounded: ({ context, event }: Step) => event.type === 'DEADLINE.sign' && isFounded(context, event),
  lacksChairOnly: ({ context, event }: Step) =>
    event.type === 'DEADLINE.sign' &&
    !context.reelected &&
    !event.facts.chairSigned &&
    event.facts.signed >= context.minCreditors,

  fallsBelow: ({ context, event }: Step) =>
    event.type === 'TRANSFER_CLAIM' && event.facts.members < context.minCreditors,
  settlesMinutes: ({ context, event }: Step) => {
    const answered = minutesAfter(context, event);
    return answered !== null && areSettled(answered, context.form === 'light');
  },

  carriesChair: ({ event }: Step) =>
    event.type === 'RESOLUTION.CARRIED' &&
    event.payload.subject === 'chair' &&
    event.payload.chair !== undefined &&
    event.facts.chairIsMember,
  carriesStrategy: ({ event }: Step) =>
    event.type === 'RESOLUTION.CARRIED' &&
    event.payload.subject === 'strategy' &&
    event.payload.strategy !== undefined,
  carriesAccession: ({ event }: Step) =>
    event.type === 'RESOLUTION.CARRIED' &&
    event.payload.subject === 'accession' &&
    event.payload.organization !== undefined,
  carriesAgreement: ({ event }: Step) =>
    event.type === 'RESOLUTION.CARRIED' &&
    event.payload.subject === 'agreement' &&
    event.payload.agreement !== undefined,
  carriesDissolution: ({ event }: Step) =>
    event.type === 'RESOLUTION.CARRIED' && event.payload.subject === 'dissolution',

  cameFromWinding: ({ context }: Step) => context.beforeCourt === 'winding',
};

/** What is left to answer of the minutes once this answer is in. */
export function minutesAfter({ minutes }: CommitteeContext, event: CommitteeEvent): OpenMinutes | null {
  if (minutes === null || (event.type !== 'CONFIRM_MINUTES' && event.type !== 'OBJECT_MINUTES'))
    return minutes;
  return {
    meeting: minutes.meeting,
    unanswered: event.facts.unanswered,
    objected: minutes.objected || event.type === 'OBJECT_MINUTES',
  };
}

function isElected(event: CommitteeEvent): event is CommitteeEventOf<'ELECT'> {
  return event.type === 'ELECT' && reachesBoth(event.facts.majority, event.facts.counts);
}

function isWillingLeft(event: CommitteeEvent): event is CommitteeEventOf<'DEADLINE.elect'> {
  return event.type === 'DEADLINE.elect' && event.facts.largestWilling !== null;
}

function isFounded(
  { minCreditors }: CommitteeContext,
  { facts }: CommitteeEventOf<'SIGN' | 'DEADLINE.sign'>,
): boolean {
  return facts.chairSigned && facts.signed >= minCreditors;
}
