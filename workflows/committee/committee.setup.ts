import { assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { changes } from './committee.changes.js';
import type { CommitteeContext, CommitteeInput } from './committee.context.js';
import * as effects from './committee.effects.js';
import type { CommitteeEvent } from './committee.events.js';
import { routes } from './committee.routing.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as CommitteeContext,
    events: {} as CommitteeEvent,
    input: {} as CommitteeInput,
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

    proposed: assign(changes.proposed),
    consulting: assign(changes.consulting),
    lendersInvited: assign(changes.lendersInvited),
    claimsConfirmed: assign(changes.claimsConfirmed),
    claimsLapsed: assign(changes.claimsLapsed),
    elected: assign(changes.elected),
    electionLapsed: assign(changes.electionLapsed),
    chairFailed: assign(changes.chairFailed),
    agreementDrafted: assign(changes.agreementDrafted),
    founded: assign(changes.founded),
    viceChairsNamed: assign(changes.viceChairsNamed),
    strategySet: assign(changes.strategySet),
    chairCarried: assign(changes.chairCarried),
    acceded: assign(changes.acceded),
    claimTransferred: assign(changes.claimTransferred),
    scheduled: assign(changes.scheduled),
    scheduleStruck: assign(changes.scheduleStruck),
    meetingsCalled: assign(changes.meetingsCalled),
    meetingsDropped: assign(changes.meetingsDropped),
    minutesRecorded: assign(changes.minutesRecorded),
    minutesAnswered: assign(changes.minutesAnswered),
    minutesClosed: assign(changes.minutesClosed),
    standstillStarted: assign(changes.standstillStarted),
    standstillEnded: assign(changes.standstillEnded),
    ended: assign(changes.ended),
    courtAccepted: assign(changes.courtAccepted),
    restored: assign(changes.restored),
    backInWinding: assign(changes.backInWinding),
  },
  guards: routes,
});

/** The committee machine's vocabulary: which changes, effects and routes its states may name. */
export const committeeSetup = base.extend({
  actions: {
    sendEnded: wanting(({ context }) => effects.sendEnded(context)),
    tellOfEnd: wanting(({ context }) => effects.tellOfEnd(context)),
    bindNewcomer: wanting(({ context, event }) => effects.bindNewcomer(context, event)),
    armSchedule: wanting(({ context, event }) => effects.armSchedule(context, event)),
    disarmSchedule: wanting(({ context }) => effects.disarmSchedule(context)),
    armRecord: wanting(({ context, event }) => effects.armRecord(context, event)),
    disarmRecord: wanting(({ context }) => effects.disarmRecord(context)),
    disarmMinutes: wanting(({ context }) => effects.disarmMinutes(context)),
  },
});

interface Step {
  context: CommitteeContext;
  event: CommitteeEvent;
}

function wanting(effectsOf: (step: Step) => Effect[]) {
  return base.enqueueActions(({ context, event, enqueue }) => {
    for (const effect of effectsOf({ context, event })) enqueue(effect);
  });
}

/** State configurations are checked against the machine's vocabulary. */
export const state = committeeSetup.createStateConfig;
