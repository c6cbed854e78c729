import { assertEvent, assign, setup } from 'xstate';
import type { Effect, StateMeta } from '../process.js';
import { changes } from './inquiry.changes.js';
import type { InquiryContext, InquiryInput } from './inquiry.context.js';
import type { InquiryEvent } from './inquiry.events.js';

type ParamsOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>['params'];

/** Effects are data: the engine reads them off the transition, the machine runs nothing. */
const nothing = (): void => {};

const base = setup({
  types: {
    context: {} as InquiryContext,
    events: {} as InquiryEvent,
    input: {} as InquiryInput,
    meta: {} as StateMeta,
  },
  actions: {
    armDeadline: (_, __: ParamsOf<'armDeadline'>) => nothing(),
    disarmDeadline: (_, __: ParamsOf<'disarmDeadline'>) => nothing(),
    notify: (_, __: ParamsOf<'notify'>) => nothing(),
    disclose: (_, __: ParamsOf<'disclose'>) => nothing(),
    /** Taken, and nothing more: without an action XState would not take it at all. */
    record: nothing,

    opened: assign(changes.opened),
    reportedAgain: assign(changes.reportedAgain),
    asked: assign(changes.asked),
    explained: assign(changes.explained),
    keptSilent: assign(changes.keptSilent),
    advised: assign(changes.advised),
    notified: assign(changes.notified),
    measured: assign(changes.measured),
    closed: assign(changes.closed),
  },
});

/** The inquiry machine's vocabulary: which changes and effects its states may name. */
export const inquirySetup = base.extend({
  actions: {
    /** A county that reported something follows what becomes of it. */
    tellReporter: base.enqueueActions(({ event, enqueue }) => {
      assertEvent(event, 'INQUIRY.OPENED');
      if (event.payload.reportedBy === 'county') enqueue({ type: 'disclose', params: { to: 'county' } });
    }),
  },
});
