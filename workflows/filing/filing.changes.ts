import { assertEvent } from 'xstate';
import type { CivilDay } from '../process.js';
import { laterOf } from './bank-date.js';
import { basisOf, type Clearing } from './clearing.js';
import { executedOutcome, reported } from './execution.js';
import { type FilingContext, type OpiningOffice, type Outcome, signer } from './filing.context.js';
import type { FilingEvent } from './filing.events.js';
import { opined, signedOpinion, withoutDraft } from './opinions.js';
import type { Measure } from './positions.js';
import { isCoordinationOwed } from './proposal.js';
import { amendedMaterially, amendedSlightly, filed, toldCounty } from './revision.js';
import { signerOf } from './sign-off.js';

interface Step {
  context: FilingContext;
  event: FilingEvent;
}
type Change = Partial<FilingContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  sentToCheck: ({ event }: Step): Change => {
    assertEvent(event, 'SEND_TO_CHECK');
    return { chain: event.facts.chain, signers: [signerOf(event.actor)] };
  },
  signed: ({ context, event }: Step): Change => ({ signers: [...context.signers, signerOf(event.actor)] }),
  returnedToMaker: (): Change => ({ chain: [], signers: [] }),
  filed: ({ context, event }: Step): Change => {
    assertEvent(event, 'FILE');
    return filed(context, event);
  },

  acknowledged: (_: Step, params: { by: 'office' | 'clock' }): Change => ({ acknowledged: params.by }),
  completionAsked: (): Change => ({ completionAsked: true }),
  leftIncomplete: ({ context }: Step): Change => ({ marks: withMark(context.marks, 'incomplete') }),
  amendedMaterially: ({ context, event }: Step): Change => {
    assertEvent(event, ['AMEND', 'RESUBMIT']);
    return amendedMaterially(context, event);
  },
  amendedSlightly: ({ context, event }: Step): Change => {
    assertEvent(event, ['AMEND', 'RESUBMIT']);
    return amendedSlightly(context, event);
  },

  opined: ({ context, event }: Step, params: { office: OpiningOffice }): Change => {
    assertEvent(event, 'OPINE');
    return { ...opined(context, params.office, event), ...reviewed(event) };
  },
  signedOpinion: ({ context, event }: Step, params: { office: OpiningOffice }): Change => {
    assertEvent(event, 'SIGN_OPINION');
    return { ...signedOpinion(context, params.office, event), ...reviewed(event) };
  },
  returnedOpinion: ({ context }: Step, params: { office: OpiningOffice }): Change =>
    withoutDraft(context, params.office),
  fellSilent: ({ context, event }: Step, params: { office: OpiningOffice }): Change => {
    assertEvent(event, ['DEADLINE.review.finance', 'DEADLINE.review.industry']);
    return { ...withoutDraft(context, params.office), ...reviewed(event) };
  },
  supplementAsked: ({ context }: Step, { office }: { office: OpiningOffice }): Change => ({
    [office]: { ...context[office], supplemented: true },
  }),
  spokeLate: ({ context, event }: Step): Change => {
    const { office } = event;
    return office === 'finance' || office === 'industry'
      ? { [office]: { ...context[office], late: true } }
      : {};
  },
  factsAsked: (): Change => ({ countyTold: 'asked' }),
  factsReported: (): Change => ({ countyTold: 'told' }),
  focused: (): Change => ({ lane: 'focus' }),
  splitSuspected: ({ context, event }: Step): Change => {
    assertEvent(event, 'SUSPECT_SPLIT');
    const others = context.officeMarks.filter((mark) => mark !== 'splitSuspected');
    return { officeMarks: event.payload.suspected ? [...others, 'splitSuspected'] : others };
  },

  /** The leader's own act answers the opinions that stand; what a clock sets going does not. */
  leaderAnswered: (): Change => ({ answered: true }),
  used: ({ context }: Step, { measure }: { measure: Measure }): Change => ({
    used: [...context.used, measure],
  }),
  committeeSeen: ({ event }: Step): Change => {
    assertEvent(event, ['REFER_TO_COMMITTEE', 'DEADLINE.conclude']);
    return { committee: event.facts.committee };
  },
  joined: ({ context }: Step): Change => ({ joined: true, countyTold: toldCounty(context) }),
  joinedIfOwed: ({ context }: Step): Change =>
    isCoordinationOwed(context)
      ? { joined: true, countyTold: toldCounty(context), used: [...context.used, 'coordinate'] }
      : {},
  left: (): Change => ({ joined: false, itemOpen: false }),
  leftCoordination: (): Change => ({ joined: false }),
  extended: (): Change => ({ extended: true }),
  referred: ({ context }: Step): Change => ({
    referral: context.referral + 1,
    itemOpen: true,
    referralReturned: null,
  }),
  refused: (): Change => ({ referralReturned: 'refused', answered: true, itemOpen: false }),
  itemClosed: (): Change => ({ itemOpen: false }),
  unanswered: (): Change => ({ referralReturned: 'unanswered', answered: false }),
  committeeEnded: ({ context, event }: Step): Change => {
    assertEvent(event, 'COMMITTEE.ENDED');
    return context.committee?.id === event.payload.committee ? { committee: null, itemOpen: false } : {};
  },
  consented: ({ event }: Step): Change => {
    assertEvent(event, 'RESOLUTION.PASSED');
    return { consentCap: event.payload.cap ?? null };
  },

  cleared: ({ context, event }: Step, clearing: Clearing): Change => ({
    basis: basisOf(clearing, context),
    clearedOn: dayOf(event, context),
    answered: context.answered || clearing.by === 'leader',
  }),
  undertaken: ({ event }: Step): Change => {
    assertEvent(event, 'UNDERTAKE');
    return movedTo(event.payload.until);
  },
  postponed: ({ event }: Step): Change => {
    assertEvent(event, 'POSTPONE');
    return movedTo(event.payload.date);
  },
  agreedToDefer: ({ context, event }: Step): Change => {
    assertEvent(event, 'COORDINATION.CONCLUDED');
    const { until } = event.payload;
    // An agreement may move the bank's date, never bring it forward.
    return until === undefined || context.bankDate === null ? {} : movedTo(laterOf(until, context.bankDate));
  },
  agreedToReduce: ({ context, event }: Step): Change => {
    assertEvent(event, 'COORDINATION.CONCLUDED');
    const { payload, facts } = event;
    return {
      amount: payload.amount ?? context.amount,
      revision: facts.revision ?? context.revision,
      contentHash: facts.contentHash ?? context.contentHash,
      ...(facts.preparedBy === undefined ? {} : { maker: signer(facts.preparedBy, facts.preparedFor) }),
    };
  },

  executed: ({ context, event }: Step): Change => {
    assertEvent(event, 'REPORT_EXECUTION');
    return { executed: reported(context, event) };
  },
  figuresFinal: (): Change => ({ figuresFinal: true }),
  queried: (): Change => ({ queried: true }),
  disputed: ({ context }: Step): Change => ({ marks: withMark(context.marks, 'disputed') }),
  closedAs: (_: Step, params: { outcome: Outcome }): Change => ({ outcome: params.outcome }),
  closedExecuted: ({ context }: Step): Change => ({ outcome: executedOutcome(context) }),

  standstillStarted: ({ event }: Step): Change => {
    assertEvent(event, 'STANDSTILL.STARTED');
    return { standstill: event.payload.standstill };
  },
  standstillEnded: ({ context, event }: Step): Change => {
    assertEvent(event, 'STANDSTILL.ENDED');
    // A successor keeps the mark: only the standstill that set it takes it away.
    return context.standstill === event.payload.standstill ? { standstill: null } : {};
  },
  courtAccepted: (): Change => ({ courtAccepted: true }),
};

function movedTo(bankDate: CivilDay): Change {
  return { bankDate, allowances: [] };
}

/** The review ends without an event of its own, so its last step leaves the day and the committee behind. */
function reviewed({ facts }: { facts: { today: CivilDay } & Pick<FilingContext, 'committee'> }): Change {
  return { reviewedOn: facts.today, committee: facts.committee };
}

/** The end of the review comes from the machine itself and has no facts. */
function dayOf(event: FilingEvent, { reviewedOn }: FilingContext): CivilDay | null {
  return 'facts' in event ? event.facts.today : reviewedOn;
}

function withMark(marks: readonly string[], mark: string): readonly string[] {
  return marks.includes(mark) ? marks : [...marks, mark];
}
