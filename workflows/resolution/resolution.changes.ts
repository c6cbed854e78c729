import { assertEvent } from 'xstate';
import { addCalendarDays } from '../calendar/civil-day.js';
import type { CivilDay } from '../process.js';
import { presidingOver } from './presiding.js';
import type { ResolutionContext, Weight } from './resolution.context.js';
import { type ResolutionEvent, type ResolutionEventOf, VOTE_EVENTS } from './resolution.events.js';
import type { BirthFacts } from './resolution.facts.js';
import { kindOf, type Subject } from './subjects.js';

interface Step {
  context: ResolutionContext;
  event: ResolutionEvent;
}
type Change = Partial<ResolutionContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  drafted: ({ event }: Step): Change => {
    assertEvent(event, 'RESOLUTION.DRAFTED');
    return born(event.payload.subject, event.payload.askedBy, event.facts);
  },
  referred: ({ event }: Step): Change => {
    assertEvent(event, 'FILING.REFERRED');
    const { amount, ...filing } = event.payload;
    // A consent holds as long as the filing that it answers may be acted on.
    const days = event.facts.policy.values.validityDays;
    return born({ type: 'consent', ...filing, cap: amount, days }, filing.bank, event.facts);
  },
  draftOverdue: (): Change => ({ draftOverdue: true }),
  noticed: ({ context, event }: Step): Change => {
    assertEvent(event, 'NOTICE');
    const { recordDate, entitled, openVoting } = event.facts;
    return { recordDate, entitled, openVoting, subject: capped(context.subject, event.payload.cap) };
  },
  conflictDeclared: ({ event }: Step): Change => {
    assertEvent(event, 'DECLARE_CONFLICT');
    return { entitled: event.facts.entitled };
  },
  conflictRecorded: ({ event }: Step): Change => {
    assertEvent(event, 'RECORD_CONFLICT');
    return { entitled: event.facts.entitled };
  },
  turnedOut: ({ event }: Step): Change => {
    assertEvent(event, VOTE_EVENTS);
    return turnoutAfter(event);
  },
  voteExtended: (): Change => ({ voteExtended: true }),
  counted: ({ context, event }: Step): Change => {
    assertEvent(event, VOTE_EVENTS);
    const { tally, today } = event.facts;
    const until = tally?.passed === true ? untilOf(context.subject, today) : null;
    return { ...turnoutAfter(event), tally, closedOn: today, until };
  },
  decided: ({ event }: Step): Change => {
    assertEvent(event, 'DECIDE');
    return { closedOn: event.facts.today };
  },
  termExtended: ({ context, event }: Step): Change => {
    assertEvent(event, 'EXTEND_TERM');
    const until = context.until === null ? null : addCalendarDays(context.until, event.payload.days);
    return { until, termExtended: true };
  },
  breached: ({ context }: Step): Change => ({ breaches: context.breaches + 1 }),
};

function born(subject: Subject, askedBy: string, facts: BirthFacts): Change {
  const { self: resolution, of: committee, number, policy, agreement } = facts;
  const item = { resolution, committee, subject, kind: kindOf(subject), askedBy, number };
  return {
    ...item,
    presiding: presidingOver(item, facts.committee),
    policy: policy.id,
    windows: agreement.windows,
    draftedOn: facts.today,
  };
}

/** Whoever presides may put less to the vote than was asked for, never more: a guard sees to that. */
function capped(subject: Subject | null, cap: string | undefined): Subject | null {
  return subject?.type === 'consent' && cap !== undefined ? { ...subject, cap } : subject;
}

function turnoutAfter({ facts }: ResolutionEventOf<(typeof VOTE_EVENTS)[number]>): {
  turnout: Weight;
  missingPapers: number;
} {
  return { turnout: facts.turnout, missingPapers: facts.missingPapers };
}

/** The last day of the term, counted in calendar days from the day of the count. */
function untilOf(subject: Subject | null, closedOn: CivilDay): CivilDay | null {
  switch (subject?.type) {
    case 'standstill':
    case 'consent':
      return addCalendarDays(closedOn, subject.days);
    case 'restructuring':
      return subject.until;
    default:
      return null;
  }
}
