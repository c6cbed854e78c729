import { assertEvent } from 'xstate';
import type { SupportOutcome } from '../rules/support-types.js';
import type { Lateness, SupportContext } from './support.context.js';
import type { SupportEvent } from './support.events.js';

interface Step {
  context: SupportContext;
  event: SupportEvent;
}
type Change = Partial<SupportContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  proposed: ({ event }: Step): Change => {
    assertEvent(event, 'SUPPORT.PROPOSED');
    const { payload, facts, actor } = event;
    const { bank } = payload.input;
    return {
      support: facts.self,
      type: payload.type,
      parent: payload.parent,
      proposer: actor.organization ?? payload.proposer ?? null,
      owner: payload.owner,
      bank: typeof bank === 'string' ? bank : null,
      county: facts.county,
      dueOn: payload.dueOn,
      remindOn: facts.remindOn,
    };
  },
  assigned: ({ context, event }: Step): Change => {
    assertEvent(event, 'ASSIGN');
    const { owner, dueOn } = event.payload;
    return {
      owner: owner ?? context.owner,
      dueOn: dueOn ?? context.dueOn,
      remindOn: event.facts.remindOn,
    };
  },
  /** The owner of a measure that time gave it to is reminded by the days that are left then. */
  assignedByLapse: ({ event }: Step): Change => {
    assertEvent(event, 'DEADLINE.assign');
    return { remindOn: event.facts.remindOn };
  },
  reassigned: ({ event }: Step): Change => {
    assertEvent(event, 'REASSIGN');
    return { owner: event.payload.owner };
  },
  dateChanged: ({ event }: Step): Change => {
    assertEvent(event, 'CHANGE_DATE');
    return {
      dueOn: event.payload.dueOn,
      remindOn: event.facts.remindOn,
      dateChanged: true,
      lateness: null,
    };
  },
  waits: ({ event }: Step): Change => {
    assertEvent(event, 'WAIT');
    return { waitUntil: event.payload.until ?? null };
  },
  resumed: (): Change => ({ waitUntil: null }),
  repaid: ({ event }: Step): Change => {
    assertEvent(event, 'REPORT_REPAID');
    return { repaidOn: event.payload.on };
  },
  late: (_: Step, { lateness }: { lateness: Lateness }): Change => ({ lateness }),
  courtAccepted: (): Change => ({ courtAccepted: true }),
  askedToConfirm: (): Change => ({ askedToConfirm: true }),
  confirmed: (): Change => ({ askedToConfirm: false }),
  ended: (_: Step, { outcome }: { outcome: SupportOutcome }): Change => ({ outcome, askedToConfirm: false }),
};
