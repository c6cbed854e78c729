import type { FactQuestion } from '../../process/process-shell.js';
import { baseFacts, rosterFor, standingFacts } from './base-facts.js';
import { electFacts, lapsedElectionFacts, lapsedSigningFacts, signFacts } from './election-facts.js';
import { creditorsFacts, inviteFacts, proposeFacts } from './founding-facts.js';
import { callMeetingFacts, meetingFacts, minutesAnswerFacts, minutesFacts } from './meeting-facts.js';
import {
  accedeFacts,
  carriedFacts,
  claimsFacts,
  declareFacts,
  draftAgreementFacts,
  nameViceChairsFacts,
  transferFacts,
  windUpFacts,
} from './member-facts.js';
import { dismissedFacts, reminderFacts, rolloverDoneFacts, scheduleFacts } from './rollover-facts.js';

type Finder = (question: FactQuestion) => Promise<object>;

const FINDERS: Readonly<Record<string, Finder>> = {
  PROPOSE: proposeFacts,
  INVITE: inviteFacts,
  DECLARE_CLAIM: declareFacts,
  WILLING: ofStanding,
  DECLINE: ofStanding,
  CONFIRM_CLAIMS: claimsFacts,
  ELECT: electFacts,
  NAME_VICE_CHAIRS: nameViceChairsFacts,
  DRAFT_AGREEMENT: draftAgreementFacts,
  SIGN: signFacts,
  SET_STRATEGY: ofStanding,
  ACCEDE: accedeFacts,
  TRANSFER_CLAIM: transferFacts,
  SCHEDULE_ROLLOVER: scheduleFacts,
  ROLLOVER_DONE: rolloverDoneFacts,
  CALL_MEETING: callMeetingFacts,
  CANCEL_MEETING: meetingFacts,
  RECORD_MINUTES: minutesFacts,
  CONFIRM_MINUTES: minutesAnswerFacts,
  OBJECT_MINUTES: minutesAnswerFacts,
  WIND_UP: windUpFacts,
  'RESOLUTION.CARRIED': carriedFacts,
  'COURT.DISMISSED': dismissedFacts,
  'DEADLINE.propose': creditorsFacts,
  'DEADLINE.claims': claimsFacts,
  'DEADLINE.elect': lapsedElectionFacts,
  'DEADLINE.sign': lapsedSigningFacts,
  'DEADLINE.rollover': reminderFacts,
};

/** What each event of `committee@1` needs to know, looked up now and logged with it (workflows/committee/committee.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  const find = FINDERS[question.type];
  return find === undefined ? baseFacts(question) : find(question);
}

async function ofStanding(question: FactQuestion): Promise<object> {
  return standingFacts(question, await rosterFor(question));
}
