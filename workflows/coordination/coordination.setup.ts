import { assertEvent, assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { changes } from './coordination.changes.js';
import type { CoordinationContext, CoordinationInput } from './coordination.context.js';
import * as effects from './coordination.effects.js';
import type { CoordinationEvent } from './coordination.events.js';
import type { NoticeTemplate } from './coordination.notices.js';
import { routes } from './coordination.routing.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as CoordinationContext,
    events: {} as CoordinationEvent,
    input: {} as CoordinationInput,
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

    joined: assign(changes.joined),
    left: assign(changes.left),
    assigned: assign(changes.assigned),
    assignedByLapse: assign(changes.assignedByLapse),
    meetingCalled: assign(changes.meetingCalled),
    meetingOver: assign(changes.meetingOver),
    courtAccepted: assign(changes.courtAccepted),
    ended: assign(changes.ended),
  },
  guards: routes,
});

/** The machine's vocabulary: which changes, effects and routes its states may name. */
export const coordinationSetup = base.extend({
  actions: {
    tellOpened: telling('coordinationOpened'),
    tellJoined: telling('coordinationJoined'),
    tellLeft: telling('coordinationLeft'),
    tellAssigned: telling('coordinationAssigned'),
    tellPlanDue: telling('coordinationPlanDue'),
    tellMeetingCalled: telling('coordinationMeetingCalled'),
    tellMeetingCancelled: telling('coordinationMeetingCancelled'),
    tellMeetingMissed: telling('coordinationMeetingMissed'),
    tellMinutes: telling('coordinationMinutes'),
    tellProposed: telling('coordinationProposed'),
    tellOutcomePrepared: telling('coordinationOutcomePrepared'),
    tellOutcomeConfirmed: telling('coordinationOutcomeConfirmed'),
    tellOutcome: telling('coordinationOutcome'),
    tellSupportEnded: telling('coordinationSupportEnded'),
    tellConcluded: telling('coordinationConcluded'),
    tellJudicial: telling('coordinationJudicial'),
    armMeeting: wanting(({ context }) => effects.armMeeting(context)),
    concludeFiling: wanting(({ event }) => {
      assertEvent(event, 'CONCLUDE_FILING');
      return effects.concludeFiling(event);
    }),
    addSupport: wanting(({ context, event }) => {
      assertEvent(event, 'ADD_SUPPORT');
      return effects.addSupport(context, event);
    }),
    adviseCommittee: wanting(({ context, event }) => {
      assertEvent(event, 'FILING.JOINED');
      return effects.adviseCommittee(context, event);
    }),
  },
});

interface Step {
  context: CoordinationContext;
  event: CoordinationEvent;
}

function wanting(effectsOf: (step: Step) => Effect[]) {
  return base.enqueueActions(({ context, event, enqueue }) => {
    for (const effect of effectsOf({ context, event })) enqueue(effect);
  });
}

function telling(template: NoticeTemplate) {
  return wanting(({ context }) => effects.notify(context, template));
}

/** State configurations are checked against the machine's vocabulary. */
export const state = coordinationSetup.createStateConfig;
