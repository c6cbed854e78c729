import type { Guard } from '../process.js';
import type { CommitteeContext } from './committee.context.js';
import type { CommitteeEventOf, CommitteeEventType } from './committee.events.js';
import * as agreement from './guards/agreement-guards.js';
import * as claims from './guards/claim-guards.js';
import * as election from './guards/election-guards.js';
import * as founding from './guards/founding-guards.js';
import * as meetings from './guards/meeting-guards.js';
import * as party from './guards/party-guards.js';
import * as work from './guards/work-guards.js';

type GuardTable = {
  readonly [Type in CommitteeEventType]?: readonly Guard<CommitteeContext, CommitteeEventOf<Type>>[];
};

/** Every rule that may refuse an event, by event. All that apply speak, so that a person learns every reason at once. */
export const guards: GuardTable = {
  PROPOSE: [
    founding.oneHeadPerBank,
    founding.creditorsKnown,
    founding.enoughCreditors,
    founding.firmIsNoFinancialInstitution,
    founding.firmIsNotInCourt,
    founding.noOtherCommittee,
    founding.proposerIsCreditor,
    founding.leadIsCreditor,
    founding.reasonGiven,
  ],
  INVITE: [party.isProposer, founding.oneHeadPerBank, founding.creditorsKnown, founding.notInvitedBefore],
  DECLARE_CLAIM: [
    party.isInvited,
    claims.declarerIsNoMember,
    claims.declaredByNoOtherUnit,
    claims.claimHolds,
    claims.documentsGiven,
  ],
  WILLING: [party.isInvited, claims.hasClaim],
  DECLINE: [party.isInvited],
  CONFIRM_CLAIMS: [party.isProposer, claims.recordDateNotInFuture, claims.enoughClaims],
  ELECT: [
    election.mayVote,
    election.candidateHasClaim,
    election.candidateIsWilling,
    election.candidateHasSigned,
  ],
  NAME_VICE_CHAIRS: [party.isChair, election.viceChairsAreFit],
  DRAFT_AGREEMENT: [party.draftsAgreement, agreement.nobodyHasSigned, agreement.agreementHolds],
  SIGN: [
    agreement.hasConfirmedClaim,
    agreement.notSignedYet,
    agreement.signsThisDraft,
    agreement.authorizationGiven,
  ],
  ABANDON: [party.isProposerOrLeader, founding.reasonGiven],
  SET_STRATEGY: [party.isChair, work.strategyIsOpen],
  ACCEDE: [agreement.isNoMember, claims.hasClaim, agreement.signsThisDraft, agreement.authorizationGiven],
  TRANSFER_CLAIM: [party.isMember, claims.transferHolds, claims.transferIsAfterRecord],
  SCHEDULE_ROLLOVER: [party.schedulesOwnLoan, work.loanOfMember, work.scheduleHolds],
  ROLLOVER_DONE: [party.endsOwnLoan, work.rolloverIsOpen],
  CALL_MEETING: [
    party.isChair,
    meetings.changedMeetingIsKnown,
    meetings.noticeIsLongEnough,
    meetings.agendaGiven,
  ],
  CANCEL_MEETING: [party.isChair, meetings.meetingIsKnown, meetings.meetingIsNotRecorded],
  RECORD_MINUTES: [
    party.isChair,
    meetings.meetingIsKnown,
    meetings.meetingHasBegun,
    meetings.noOtherMinutesOpen,
    meetings.minutesGiven,
  ],
  CONFIRM_MINUTES: [
    party.isMember,
    meetings.minutesAreOpen,
    meetings.answersTheseMinutes,
    meetings.answeredNotYet,
  ],
  OBJECT_MINUTES: [
    party.isMember,
    meetings.minutesAreOpen,
    meetings.answersTheseMinutes,
    meetings.answeredNotYet,
    meetings.objectionGiven,
  ],
  WIND_UP: [party.isChair, work.noVoteIsOpen, work.mayWindUp, founding.reasonGiven],
};
