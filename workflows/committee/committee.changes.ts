import { assertEvent } from 'xstate';
import type { CommitteeContext } from './committee.context.js';
import type { CommitteeEvent } from './committee.events.js';
import { minutesAfter } from './committee.routing.js';

interface Step {
  context: CommitteeContext;
  event: CommitteeEvent;
}
type Change = Partial<CommitteeContext>;

/** How the context changes: one function for each thing that can happen, pure, named for what has happened. */
export const changes = {
  proposed: ({ event }: Step): Change => {
    assertEvent(event, 'PROPOSE');
    const { payload, facts, actor } = event;
    const proposer = actor.organization ?? null;
    return {
      form: payload.form,
      proposer,
      proposerRole: actor.role ?? null,
      policy: facts.policy.id,
      minCreditors: facts.policy.values.committeeMinCreditors,
      // The light form elects nobody: its lead bank (主办行) is named from the first.
      chair: payload.form === 'light' ? (payload.lead ?? proposer) : null,
    };
  },
  consulting: ({ event }: Step): Change => {
    assertEvent(event, ['INVITE', 'DEADLINE.propose']);
    return { members: event.facts.creditors, foundedOn: event.facts.today };
  },
  lendersInvited: ({ event }: Step): Change => {
    assertEvent(event, 'INVITE');
    return { members: event.facts.creditors };
  },

  claimsConfirmed: ({ event }: Step): Change => {
    assertEvent(event, 'CONFIRM_CLAIMS');
    return { recordDate: event.payload.recordDate };
  },
  claimsLapsed: ({ event }: Step): Change => {
    assertEvent(event, 'DEADLINE.claims');
    return { recordDate: event.facts.today };
  },
  elected: ({ event }: Step): Change => {
    assertEvent(event, 'ELECT');
    return { chair: event.payload.chair, chairBy: 'vote' };
  },
  electionLapsed: ({ event }: Step): Change => {
    assertEvent(event, 'DEADLINE.elect');
    return { chair: event.facts.largestWilling, chairBy: 'lapse' };
  },
  chairFailed: (): Change => ({ chair: null, chairBy: null, reelected: true }),
  agreementDrafted: ({ context }: Step): Change => ({ agreement: context.agreement + 1 }),
  founded: ({ event }: Step): Change => {
    assertEvent(event, ['SIGN', 'DEADLINE.sign', 'ELECT', 'DEADLINE.elect']);
    const members = event.type === 'ELECT' ? event.facts.counts.heads : event.facts.signed;
    return { members, foundedOn: event.facts.today };
  },

  viceChairsNamed: ({ event }: Step): Change => {
    assertEvent(event, 'NAME_VICE_CHAIRS');
    return { viceChairs: event.payload.viceChairs };
  },
  strategySet: ({ event }: Step): Change => {
    assertEvent(event, ['SET_STRATEGY', 'RESOLUTION.CARRIED']);
    return { strategy: event.payload.strategy ?? null };
  },
  chairCarried: ({ context, event }: Step): Change => {
    assertEvent(event, 'RESOLUTION.CARRIED');
    const chair = event.payload.chair ?? context.chair;
    return { chair, chairBy: 'resolution', viceChairs: without(context.viceChairs, chair) };
  },
  acceded: ({ event }: Step): Change => {
    assertEvent(event, 'ACCEDE');
    return { members: event.facts.members };
  },
  /** Whoever keeps no claim is no member any more, and holds no office. */
  claimTransferred: ({ context, event }: Step): Change => {
    assertEvent(event, 'TRANSFER_CLAIM');
    const seller = event.actor.organization ?? null;
    const { members } = event.facts;
    if (members === context.members) return {};
    return {
      members,
      chair: context.chair === seller ? null : context.chair,
      viceChairs: without(context.viceChairs, seller),
    };
  },

  scheduled: ({ event }: Step): Change => {
    assertEvent(event, ['SCHEDULE_ROLLOVER', 'ROLLOVER_DONE', 'DEADLINE.rollover', 'COURT.DISMISSED']);
    return { remindedOn: event.facts.nextReminder };
  },
  scheduleStruck: (): Change => ({ remindedOn: null }),
  meetingsCalled: ({ event }: Step): Change => {
    assertEvent(event, ['CALL_MEETING', 'CANCEL_MEETING', 'RECORD_MINUTES', 'COURT.DISMISSED']);
    return { meetingOn: event.facts.nextMeeting };
  },
  meetingsDropped: (): Change => ({ meetingOn: null }),
  minutesRecorded: ({ event }: Step): Change => {
    assertEvent(event, 'RECORD_MINUTES');
    const { payload, facts } = event;
    return { minutes: { meeting: payload.meeting, unanswered: facts.answerers, objected: false } };
  },
  minutesAnswered: ({ context, event }: Step): Change => ({ minutes: minutesAfter(context, event) }),
  minutesClosed: (): Change => ({ minutes: null }),

  standstillStarted: ({ event }: Step): Change => {
    assertEvent(event, 'STANDSTILL.STARTED');
    return { standstill: { id: event.payload.standstill, until: event.payload.until ?? null } };
  },
  standstillEnded: ({ context, event }: Step): Change => {
    assertEvent(event, 'STANDSTILL.ENDED');
    // A successor stays: only the standstill that is remembered ends.
    return context.standstill?.id === event.payload.standstill ? { standstill: null } : {};
  },
  /** The resolutions end with the committee, and the standstill with them. */
  ended: (): Change => ({ endedSent: true, standstill: null }),
  courtAccepted: (_: Step, params: { from: 'active' | 'winding' }): Change => ({ beforeCourt: params.from }),
  /** Back at work, it can end once more. */
  restored: (): Change => ({ beforeCourt: null, endedSent: false }),
  backInWinding: (): Change => ({ beforeCourt: null }),
};

function without(organizations: readonly string[], one: string | null): readonly string[] {
  return organizations.filter((organization) => organization !== one);
}
