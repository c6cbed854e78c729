import { assertEvent, assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { execution, type RestingState } from './execution.js';
import { changes } from './filing.changes.js';
import type { FilingContext, FilingInput } from './filing.context.js';
import * as effects from './filing.effects.js';
import type { FilingEvent } from './filing.events.js';
import { routes } from './filing.routing.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as FilingContext,
    events: {} as FilingEvent,
    input: {} as FilingInput,
    meta: {} as StateMeta,
  },
  actions: {
    armDeadline: (_, __: ParamsOf<'armDeadline'>) => nothing(),
    disarmDeadline: (_, __: ParamsOf<'disarmDeadline'>) => nothing(),
    stopDeadline: (_, __: ParamsOf<'stopDeadline'>) => nothing(),
    resumeDeadline: (_, __: ParamsOf<'resumeDeadline'>) => nothing(),
    notify: (_, __: ParamsOf<'notify'>) => nothing(),
    disclose: (_, __: ParamsOf<'disclose'>) => nothing(),
    send: (_, __: ParamsOf<'send'>) => nothing(),
    open: (_, __: ParamsOf<'open'>) => nothing(),
    /** Taken, and nothing more: without an action XState would not take it at all. */
    record: nothing,

    sentToCheck: assign(changes.sentToCheck),
    signed: assign(changes.signed),
    returnedToMaker: assign(changes.returnedToMaker),
    filed: assign(changes.filed),
    acknowledged: assign(changes.acknowledged),
    completionAsked: assign(changes.completionAsked),
    leftIncomplete: assign(changes.leftIncomplete),
    amendedMaterially: assign(changes.amendedMaterially),
    amendedSlightly: assign(changes.amendedSlightly),
    opined: assign(changes.opined),
    signedOpinion: assign(changes.signedOpinion),
    returnedOpinion: assign(changes.returnedOpinion),
    fellSilent: assign(changes.fellSilent),
    supplementAsked: assign(changes.supplementAsked),
    spokeLate: assign(changes.spokeLate),
    factsAsked: assign(changes.factsAsked),
    factsReported: assign(changes.factsReported),
    focused: assign(changes.focused),
    splitSuspected: assign(changes.splitSuspected),
    leaderAnswered: assign(changes.leaderAnswered),
    used: assign(changes.used),
    committeeSeen: assign(changes.committeeSeen),
    joined: assign(changes.joined),
    joinedIfOwed: assign(changes.joinedIfOwed),
    left: assign(changes.left),
    leftCoordination: assign(changes.leftCoordination),
    extended: assign(changes.extended),
    referred: assign(changes.referred),
    refused: assign(changes.refused),
    itemClosed: assign(changes.itemClosed),
    unanswered: assign(changes.unanswered),
    committeeEnded: assign(changes.committeeEnded),
    consented: assign(changes.consented),
    cleared: assign(changes.cleared),
    undertaken: assign(changes.undertaken),
    postponed: assign(changes.postponed),
    agreedToDefer: assign(changes.agreedToDefer),
    agreedToReduce: assign(changes.agreedToReduce),
    executed: assign(changes.executed),
    figuresFinal: assign(changes.figuresFinal),
    queried: assign(changes.queried),
    disputed: assign(changes.disputed),
    closedAs: assign(changes.closedAs),
    closedExecuted: assign(changes.closedExecuted),
    standstillStarted: assign(changes.standstillStarted),
    standstillEnded: assign(changes.standstillEnded),
    courtAccepted: assign(changes.courtAccepted),
  },
  guards: routes,
});

/** The filing machine's vocabulary: which changes, effects and routes its states may name. */
export const filingSetup = base.extend({
  actions: {
    tellOfFiling: wanting(({ context, event }) => {
      assertEvent(event, 'FILE');
      return effects.toldAtFile(context, event);
    }),
    tellOfAmendment: wanting(({ context, event }) => {
      assertEvent(event, ['AMEND', 'RESUBMIT']);
      return effects.toldAtAmendment(context, event);
    }),
    armBankDate: wanting(({ context }) => effects.armBankDate(context)),
    disarmBankDate: wanting(({ context }) => effects.disarmBankDate(context)),
    armAfterClearance: wanting(({ context }) => effects.armAfterClearance(context)),
    armCommittee: wanting(({ context }) => effects.armCommittee(context)),
    referToCommittee: wanting(({ context }) => effects.referToCommittee(context)),
    joinCoordination: wanting(({ context }) => effects.joinCoordination(context)),
    joinBesideClearance: wanting(({ context }) => effects.joinBesideClearance(context)),
    leaveOthers: wanting(({ context }) => effects.leaveOthers(context)),
    leaveCoordination: wanting(({ context }) => effects.leaveCoordination(context)),
    judgeExecution: wanting((step) => judged(step)),
    judgeExecutionAfterLapse: wanting((step) => judged(step, 'lapsed')),
    judgeExecutionAfterWithdrawal: wanting((step) => judged(step, 'withdrawn')),
    openDispute: wanting(({ context }) => effects.disputed(context)),
  },
});

interface Step {
  context: FilingContext;
  event: FilingEvent;
}

function wanting(effectsOf: (step: Step) => Effect[]) {
  return base.enqueueActions(({ context, event, enqueue }) => {
    for (const effect of effectsOf({ context, event })) enqueue(effect);
  });
}

function judged({ context, event }: Step, resting?: RestingState): Effect[] {
  assertEvent(event, 'REPORT_EXECUTION');
  return execution(context, event, resting);
}
