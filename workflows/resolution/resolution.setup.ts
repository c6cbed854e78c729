import { assertEvent, assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { changes } from './resolution.changes.js';
import type { ResolutionContext, ResolutionInput } from './resolution.context.js';
import * as effects from './resolution.effects.js';
import { type ResolutionEvent, VOTE_EVENTS } from './resolution.events.js';
import { routes } from './resolution.routing.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as ResolutionContext,
    events: {} as ResolutionEvent,
    input: {} as ResolutionInput,
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

    drafted: assign(changes.drafted),
    referred: assign(changes.referred),
    draftOverdue: assign(changes.draftOverdue),
    noticed: assign(changes.noticed),
    conflictDeclared: assign(changes.conflictDeclared),
    conflictRecorded: assign(changes.conflictRecorded),
    turnedOut: assign(changes.turnedOut),
    voteExtended: assign(changes.voteExtended),
    counted: assign(changes.counted),
    decided: assign(changes.decided),
    termExtended: assign(changes.termExtended),
    breached: assign(changes.breached),
  },
  guards: routes,
});

/** The resolution machine's vocabulary: which changes, effects and routes its states may name. */
export const resolutionSetup = base.extend({
  actions: {
    tellOfAsking: wanting(({ context, event }) => {
      assertEvent(event, ['RESOLUTION.DRAFTED', 'FILING.REFERRED']);
      return effects.asked(context, event.facts.committee);
    }),
    tellOfNotice: wanting(({ context }) => effects.noticed(context)),
    takeEffect: wanting(({ context, event }) => {
      assertEvent(event, VOTE_EVENTS);
      return effects.takesEffect(context, event.facts);
    }),
    tellOfDecision: wanting(({ context }) => effects.decided(context)),
    answerRefusal: wanting(({ context }) => [
      ...effects.fails(context, 'refused'),
      ...effects.reportedFailure(context),
    ]),
    answerDrop: wanting(({ context }) => [
      ...effects.fails(context, 'dropped'),
      ...effects.toldOfDrop(context),
    ]),
    armDraft: wanting(({ context }) => effects.armWindow(context, 'draft')),
    armNotice: wanting(({ context }) => effects.armWindow(context, 'notice')),
    armVote: wanting(({ context }) => effects.armWindow(context, 'vote')),
    armExtension: wanting(({ context }) => effects.armWindow(context, 'extend')),
    armTerm: wanting(({ context }) => effects.armTerm(context)),
    tellOfNewTerm: wanting(({ context }) => effects.tellsNewTerm(context)),
    endStandstill: wanting(({ context, event }) => {
      assertEvent(event, ['DEADLINE.term', 'COMMITTEE.ENDED', 'COURT.ACCEPTED', 'RESCIND']);
      return effects.standstillEnds(context, event.facts.members);
    }),
    fileBreach: wanting(({ event }) => {
      assertEvent(event, ['BREACH', 'STANDSTILL.BREACHED']);
      return effects.breachFiled(event.facts);
    }),
  },
});

interface Step {
  context: ResolutionContext;
  event: ResolutionEvent;
}

function wanting(effectsOf: (step: Step) => Effect[]) {
  return base.enqueueActions(({ context, event, enqueue }) => {
    for (const effect of effectsOf({ context, event })) enqueue(effect);
  });
}
