import { type FilingContext, OPINING_OFFICES, type OpiningOffice } from './filing.context.js';
import type { FilingEvent, FilingEventOf, Reference } from './filing.events.js';
import { isLastSignature, standsAlone } from './opinions.js';
import type { Measure } from './positions.js';
import { bothSatisfied, proposedPosition } from './proposal.js';
import { bankDateMovedBy } from './revision.js';

interface Step {
  context: FilingContext;
  event: FilingEvent;
}

/**
 * Which way an event goes. These are no rules: they never refuse, and they answer for an event without payload or facts too,
 * since `/actions` asks before anybody has typed. Reasons against an event stand in `filing.guards.ts`.
 */
export const routes = {
  courtHasAccepted: ({ context, event }: Step) =>
    context.courtAccepted || (event.type === 'FILE' && event.facts.courtAccepted === true),
  /** An act already done counts: it was executed before it was filed. */
  isExecuted: ({ context }: Step) => context.executed !== null,
  isDoneAlready: ({ context }: Step) => context.actedOn !== null,
  /** Filed in error about an act that never was: it can be voided while nothing more was reported about it. */
  isOnlyFiledAsDone: ({ context }: Step) => context.actedOn !== null && context.executed?.reports === 0,

  isMaterial: ({ event }: Step) => isAmendment(event) && event.facts.material === true,
  movesBankDate: ({ context, event }: Step) =>
    isAmendment(event) &&
    event.facts.figures !== undefined &&
    bankDateMovedBy(context, event.facts) !== undefined,

  isOf: ({ event }: Step, { office }: { office: OpiningOffice }) => event.office === office,
  opinesAlone: ({ event }: Step, { office }: { office: OpiningOffice }) =>
    event.type === 'OPINE' && event.office === office && standsAlone(event.facts.chain),
  signsLast: ({ context, event }: Step, { office }: { office: OpiningOffice }) =>
    event.office === office && isLastSignature(context[office]),
  /** Once, and only for an office that said nothing in time: its second reviewer must learn that it has spoken. */
  speaksLate: ({ context, event }: Step) => {
    const office = OPINING_OFFICES.find((name) => name === event.office);
    return office !== undefined && context[office].position === null && context[office].late !== true;
  },
  /** Asked without a payload, whether any supplement could be given. */
  supplements: ({ event }: Step, { office }: { office: OpiningOffice }) =>
    event.type === 'SUPPLEMENT' && (event.payload.office === undefined || event.payload.office === office),
  bothSatisfied: ({ context }: Step) => bothSatisfied(context),
  bothSatisfiedAfterAct: ({ context }: Step) => context.actedOn !== null && bothSatisfied(context),
  proposes: ({ context, event }: Step, { measure }: { measure: Measure }) => {
    const committee = event.type === 'DEADLINE.conclude' ? event.facts.committee : context.committee;
    return proposedPosition({ ...context, committee: committee ?? null }) === measure;
  },

  isFinal: ({ event }: Step) => event.type === 'REPORT_EXECUTION' && event.payload.final === true,

  concludes: ({ context, event }: Step, { outcome, afterAct = false }: Conclusion) =>
    isAnswer(context, event) && event.payload.outcome === outcome && (!afterAct || context.actedOn !== null),
  /** Kept or replaced, and yet something was done: what was done must still be confirmed. */
  concludesExecuted: ({ context, event }: Step) =>
    isAnswer(context, event) &&
    (event.payload.outcome === 'retained' || event.payload.outcome === 'replacedBy') &&
    context.executed !== null,
  isConcluded: ({ context, event }: Step) => isAnswer(context, event),
  consents: ({ context, event }: Step) =>
    event.type === 'RESOLUTION.PASSED' && event.payload.consent && isMine(context, event.payload),
  consentsToReferral: ({ context, event }: Step, { afterAct = false }: { afterAct?: boolean }) =>
    event.type === 'RESOLUTION.PASSED' &&
    event.payload.consent &&
    answersReferral(context, event) &&
    (!afterAct || context.actedOn !== null),
  refusesReferral: ({ context, event }: Step) =>
    event.type === 'RESOLUTION.FAILED' &&
    event.payload.cause === 'refused' &&
    answersReferral(context, event),
  failsReferral: ({ context, event }: Step) =>
    event.type === 'RESOLUTION.FAILED' && answersReferral(context, event),
  endsMyCommittee: ({ context, event }: Step) =>
    event.type === 'COMMITTEE.ENDED' && context.committee?.id === event.payload.committee,
};

interface Conclusion {
  outcome: FilingEventOf<'COORDINATION.CONCLUDED'>['payload']['outcome'];
  /** Asks besides whether the filing is about an act already done. */
  afterAct?: boolean;
}

function isAmendment(event: FilingEvent): event is FilingEventOf<'AMEND' | 'RESUBMIT'> {
  return event.type === 'AMEND' || event.type === 'RESUBMIT';
}

/** An answer counts for the review it answers, while the filing waits for it, and with the bank's own confirmation on record. */
function isAnswer(
  context: FilingContext,
  event: FilingEvent,
): event is FilingEventOf<'COORDINATION.CONCLUDED'> {
  return (
    event.type === 'COORDINATION.CONCLUDED' &&
    context.joined &&
    isMine(context, event.payload) &&
    (event.payload.outcome === 'notAgreed' || event.payload.confirmation !== undefined)
  );
}

function answersReferral(
  context: FilingContext,
  { payload }: FilingEventOf<'RESOLUTION.PASSED' | 'RESOLUTION.FAILED'>,
): boolean {
  return isMine(context, payload) && payload.referral === context.referral;
}

function isMine(context: FilingContext, reference: Reference): boolean {
  return reference.filing === context.filing && reference.revision === context.reviewed;
}
