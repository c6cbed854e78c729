import { assertEvent } from 'xstate';
import type { CoordinationContext, CoordinationEnd } from './coordination.context.js';
import type { CoordinationEvent } from './coordination.events.js';

interface Step {
  context: CoordinationContext;
  event: CoordinationEvent;
}
type Change = Partial<CoordinationContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  joined: ({ context, event }: Step): Change => {
    assertEvent(event, 'FILING.JOINED');
    const { payload, facts } = event;
    return {
      coordination: facts.self,
      filings: facts.open + 1,
      county: context.county ?? facts.county,
      committeeAdvised: context.committeeAdvised || payload.support === 'foundCommittee',
    };
  },
  left: ({ event }: Step): Change => {
    assertEvent(event, ['FILING.LEFT', 'CONCLUDE_FILING']);
    return { filings: event.facts.open };
  },
  assigned: ({ event }: Step): Change => {
    assertEvent(event, 'ASSIGN');
    const { official, posts } = event.payload;
    return { official, posts };
  },
  /** 「由首件报告的承办人员负责」: whoever reviewed its first filing knows the firm best. */
  assignedByLapse: ({ event }: Step): Change => {
    assertEvent(event, 'DEADLINE.assign');
    return { official: event.facts.reviewer, posts: ['finance.reviewer'] };
  },
  meetingCalled: ({ context, event }: Step): Change => {
    assertEvent(event, 'CALL_MEETING');
    return { meetingOn: event.payload.on, meetings: context.meetings + 1 };
  },
  meetingOver: (): Change => ({ meetingOn: null }),
  courtAccepted: (): Change => ({ courtAccepted: true }),
  ended: (_: Step, { end }: { end: CoordinationEnd }): Change => ({ end }),
};
