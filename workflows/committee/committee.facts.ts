import type { CivilDay } from '../process.js';
import type { PolicyValues } from '../rules/policy.js';
import type { Counts, Shares } from './agreement.js';
import type { DueRollover } from './rollover.js';

/**
 * What the engine looks up for each event, logged with it. Lists of creditors, claims and signatures stay in their tables; an
 * event carries the count or the standing that it needs.
 */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** How the organization that acts stands to the committee. */
export interface Standing {
  invited: boolean;
  /** Its claim, declared or confirmed: yuan, null when it has none. */
  claim: string | null;
  confirmed: boolean;
  signed: boolean;
  /** A signer of an active committee that has not left. */
  member: boolean;
}

export interface StandingFacts extends BaseFacts {
  standing: Standing;
}

export interface ProposeFacts extends BaseFacts {
  policy: { id: string; values: Pick<PolicyValues, 'committeeMinCreditors'> };
  /** Organizations of the payload that are no financial creditors the directory knows. */
  unknown: readonly string[];
  /** Null when the directory does not say. */
  firmIsFinancial: boolean | null;
  /** A court has accepted proceedings about the firm, and not ended them. */
  inCourt: boolean;
  /** An open full committee of the same firm. */
  openCommittee: boolean;
}

export interface InviteFacts extends BaseFacts {
  unknown: readonly string[];
  /** Of the payload, those that were invited before. */
  alreadyInvited: readonly string[];
  /** Distinct creditors with those of this invitation. */
  creditors: number;
}

/** `DEADLINE.propose`. */
export interface CreditorsFacts extends BaseFacts {
  creditors: number;
}

export interface DeclareFacts extends StandingFacts {
  /** The unit that declared for this bank before; null for the bank itself or when nobody did. */
  declaredByUnit: string | null;
  /** The unit of whoever declares now. */
  unit: string | null;
}

/** `CONFIRM_CLAIMS`, `DEADLINE.claims`. */
export interface ClaimsFacts extends BaseFacts {
  /** Distinct creditors with a declared claim above zero. */
  declared: number;
}

/** A vote for one chair, counted with the one that is being cast. */
export interface ElectFacts extends StandingFacts {
  candidate: { willing: boolean; confirmed: boolean; signed: boolean };
  counts: Counts;
  /** What the policy asks of a major matter: the agreement binds nobody before it is signed. */
  majority: Shares;
}

/** `DEADLINE.elect`: the largest willing confirmed claim, among the signers when they elect anew. */
export interface LapsedElectionFacts extends BaseFacts {
  largestWilling: string | null;
  confirmed: number;
  signed: number;
}

export interface DraftAgreementFacts extends StandingFacts {
  signed: number;
}

/** `SIGN`: counted with the signature that is being given. */
export interface SignFacts extends StandingFacts {
  signed: number;
  /** Invited creditors with a confirmed claim that have not signed. */
  unsigned: number;
  chairSigned: boolean;
}

/** `DEADLINE.sign`. */
export interface LapsedSigningFacts extends BaseFacts {
  signed: number;
  chairSigned: boolean;
}

export interface NameViceChairsFacts extends StandingFacts {
  /** Organizations of the payload that hold no confirmed claim or, in an active committee, are no members. */
  unfit: readonly string[];
}

/** `ACCEDE`: `members` counts with it. */
export interface AccedeFacts extends StandingFacts {
  members: number;
}

/** `TRANSFER_CLAIM`: `members` counts without a seller that keeps nothing. */
export interface TransferFacts extends StandingFacts {
  /** The buyer is a financial institution that the directory knows. */
  buyerKnown: boolean;
  /** The day at whose end the seller's claim was recorded. */
  claimOn: CivilDay | null;
  /** What the seller keeps: yuan. */
  left: string;
  members: number;
}

export interface ScheduleFacts extends StandingFacts {
  /** Whether the bank of the entry is a member. */
  ofMember: boolean;
  nextReminder: CivilDay | null;
}

export interface RolloverDoneFacts extends StandingFacts {
  /** The entry named, as long as it is open. */
  rollover: { bank: string } | null;
  nextReminder: CivilDay | null;
}

/** `DEADLINE.rollover`. */
export interface ReminderFacts extends BaseFacts {
  due: readonly DueRollover[];
  nextReminder: CivilDay | null;
}

/** What is left to be held or recorded once an event is taken: the day of the earliest, null when there is none. */
interface CalledMeetings {
  nextMeeting: CivilDay | null;
}

export interface CallMeetingFacts extends StandingFacts, CalledMeetings {
  /** The id of the meeting, old or new. */
  meeting: string;
  /** The meeting named in the payload, as long as it can be changed; null for a new one. */
  existing: { on: CivilDay } | null;
  /** The first day that leaves the agreed notice. */
  earliest: CivilDay;
}

export interface MeetingFacts extends StandingFacts, CalledMeetings {
  /** The meeting named, as long as it has not been cancelled. */
  existing: { on: CivilDay; recorded: boolean } | null;
}

/** `RECORD_MINUTES`: how many members may answer, the recorder's own bank left out. */
export interface MinutesFacts extends MeetingFacts {
  answerers: number;
}

export interface MinutesAnswerFacts extends StandingFacts {
  answered: boolean;
  /** Members without an answer, counted with this one. */
  unanswered: number;
}

export interface WindUpFacts extends StandingFacts {
  /** Resolutions that are drafted, noticed or in vote. */
  openResolutions: number;
}

/** `COURT.DISMISSED`: the clocks of the schedule and of meetings are set again. */
export interface DismissedFacts extends BaseFacts, CalledMeetings {
  nextReminder: CivilDay | null;
}

/** `RESOLUTION.CARRIED`. */
export interface CarriedFacts extends BaseFacts {
  /** Whether the chair that was elected is a member. */
  chairIsMember: boolean;
}
