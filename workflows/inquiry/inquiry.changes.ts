import { assertEvent } from 'xstate';
import type { InquiryContext } from './inquiry.context.js';
import type { InquiryEvent } from './inquiry.events.js';

interface Step {
  context: InquiryContext;
  event: InquiryEvent;
}
type Change = Partial<InquiryContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  opened: ({ event }: Step): Change => {
    assertEvent(event, 'INQUIRY.OPENED');
    const { kind, bank, filing = null, act = null } = event.payload;
    const { self: inquiry, number, policy, county } = event.facts;
    return { inquiry, kind, bank, filing, act, number, policy, county, reports: 1 };
  },
  reportedAgain: ({ context }: Step): Change => ({ reports: context.reports + 1 }),
  asked: ({ event }: Step): Change => {
    assertEvent(event, ['ASK', 'DEADLINE.triage']);
    return { askedOn: event.facts.today };
  },
  explained: (): Change => ({ explained: true }),
  keptSilent: (): Change => ({ explained: false }),
  advised: ({ event }: Step): Change => {
    assertEvent(event, 'ADVISE');
    return { advisedOn: event.facts.today };
  },
  notified: ({ event }: Step): Change => {
    assertEvent(event, 'NOTIFY_REGULATOR');
    return { notifiedOn: event.facts.today, regulator: event.facts.regulator };
  },
  measured: ({ event }: Step): Change => {
    assertEvent(event, 'RECORD_MEASURE');
    return { measures: event.payload.measures };
  },
  closed: ({ event }: Step): Change => {
    assertEvent(event, 'CLOSE');
    return { cured: event.payload.cured };
  },
};
