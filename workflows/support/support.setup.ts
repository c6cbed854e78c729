import { assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { changes } from './support.changes.js';
import type { SupportContext, SupportInput } from './support.context.js';
import * as effects from './support.effects.js';
import type { SupportEvent } from './support.events.js';
import type { NoticeTemplate } from './support.notices.js';
import { routes } from './support.routing.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as SupportContext,
    events: {} as SupportEvent,
    input: {} as SupportInput,
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

    proposed: assign(changes.proposed),
    assigned: assign(changes.assigned),
    assignedByLapse: assign(changes.assignedByLapse),
    reassigned: assign(changes.reassigned),
    dateChanged: assign(changes.dateChanged),
    waits: assign(changes.waits),
    resumed: assign(changes.resumed),
    repaid: assign(changes.repaid),
    late: assign(changes.late),
    courtAccepted: assign(changes.courtAccepted),
    askedToConfirm: assign(changes.askedToConfirm),
    confirmed: assign(changes.confirmed),
    ended: assign(changes.ended),
  },
  guards: routes,
});

/** The machine's vocabulary: which changes, effects and routes its states may name. */
export const supportSetup = base.extend({
  actions: {
    tellProposed: telling('supportProposed'),
    tellAssigned: telling('supportAssigned'),
    tellDateChanged: telling('supportDateChanged'),
    tellDue: telling('supportDue'),
    tellOverdue: telling('supportOverdue'),
    tellEscalated: telling('supportEscalated'),
    tellBulletin: telling('supportBulletin'),
    tellWaiting: telling('supportWaiting'),
    tellResumed: telling('supportResumed'),
    tellRepaid: telling('supportRepaid'),
    tellRelendOverdue: telling('supportRelendOverdue'),
    tellDone: telling('supportDone'),
    tellNotDone: telling('supportNotDone'),
    tellCancelled: telling('supportCancelled'),
    tellJudicial: telling('supportJudicial'),
    armDates: wanting(({ context, event }) => effects.armDates(context, event.facts.today)),
    disarmDates: wanting(() => effects.disarmDates()),
    armRelend: wanting(({ context }) => effects.armRelend(context)),
    disarmRelend: wanting(({ context }) => effects.disarmRelend(context)),
    armWait: wanting(({ context }) => effects.armWait(context)),
    disarmWait: wanting(({ context }) => effects.disarmWait(context)),
    tellParent: wanting(({ context }) => effects.tellParent(context)),
  },
});

interface Step {
  context: SupportContext;
  event: SupportEvent;
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
export const state = supportSetup.createStateConfig;
