import type { CivilDay, Refusal } from '../process.js';
import type { PolicyValues } from '../rules/policy.js';
import type { Choice } from '../rules/vote-count.js';
import type { Weight, Windows } from './resolution.context.js';
import type { SubjectType } from './subjects.js';
import type { TallyFigures } from './tally-figures.js';

/** What the engine looks up for each event, logged with it. Guards and transitions read nothing else. */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** The committee at this moment: who may preside, and whether it is still active. */
export interface CommitteeFact {
  active: boolean;
  chair: string | null;
  viceChairs: readonly string[];
}

export interface CommitteeFacts extends BaseFacts {
  committee: CommitteeFact;
  /** The actor's organization is a member today. */
  member: boolean;
}

/** The numbers that the machine itself compares. */
export interface PolicyFact {
  id: string;
  values: Pick<PolicyValues, 'validityDays'>;
}

/** What the signed agreement says about time: working days of each step, calendar days of a standstill. */
export interface AgreementFact {
  windows: Windows;
  standstill: { days: number; extensionDays: number };
}

/** What an item is born with: `RESOLUTION.DRAFTED`, `FILING.REFERRED`. */
export interface BirthFacts extends CommitteeFacts {
  /** The id of this very case, which is born without knowing it, and of its committee. */
  self: string;
  of: string;
  number: string;
  policy: PolicyFact;
  agreement: AgreementFact;
  /** The resolution that this one lengthens or takes back, as it stands now. */
  target?: { inForce: boolean; subject: SubjectType; termExtended: boolean } | null;
  /** What keeps an amended agreement from being put to the vote; empty in every logged event. */
  agreementFaults?: readonly Refusal[];
  /** The organization that is to accede or to take the chair is one that can. */
  namedHolds?: boolean;
}

/** How an item is counted, as JSON holds it: shares in whole numbers. */
export interface RuleFact {
  heads: ShareFact;
  claims: ShareFact;
  excludesConflicted: boolean;
  excludesAsking: boolean;
  needsPaper: boolean;
}

export interface ShareFact {
  numerator: string;
  denominator: string;
  compare: 'atLeast' | 'moreThan';
}

/** `NOTICE` freezes members, claims and the rule; the rows lie beside the case. */
export interface NoticeFacts extends CommitteeFacts {
  recordDate: CivilDay;
  entitled: Weight;
  rule: RuleFact | null;
  openVoting: boolean;
}

/** A member that votes, as it stood on the record date. */
export interface VoterFact {
  /** False for whoever is related to the debtor or asks for itself. */
  entitled: boolean;
  /** The actor's organization is the member itself, or holds its proxy today. */
  speaks: 'itself' | 'proxy' | 'neither';
  /** 授权文件 on file with the committee, of the member's own delegate. */
  authorized: boolean;
  /** The member has cast its ballot itself: its proxy is spent. */
  votedItself: boolean;
  hasBallot: boolean;
}

/** One ballot as it is opened at the close, so that everybody checks it against the commitment in the log. */
export interface OpenedBallotFact {
  member: string;
  choice: Choice;
  reason: string;
  salt: string;
  commitment: string;
  paper: boolean;
}

/** The state of a vote after the event; `tally` and `opened` only when the event closes it. */
export interface VoteFacts extends BaseFacts {
  turnout: Weight;
  missingPapers: number;
  /** Every entitled head has voted. */
  complete: boolean;
  tally: TallyFigures | null;
  opened?: readonly OpenedBallotFact[];
  /** Members today: to whom a standstill speaks. */
  members: readonly string[];
  /** The resolution of the same kind that is in force now and gives way to this one. */
  supersedes: string | null;
}

export interface BallotFacts extends VoteFacts {
  voter: VoterFact | null;
}

/** `RECORD_CONFLICT`: the vote and those entitled once the member has left both counts. */
export interface ConflictFacts extends VoteFacts, CommitteeFacts {
  voter: VoterFact | null;
  entitled: Weight;
}

export interface VoterFacts extends BaseFacts {
  voter: VoterFact | null;
}

export interface ProxyFacts extends VoterFacts {
  /** Whoever is to vote in its stead was a member on the record date too, and is another one. */
  holderHolds: boolean;
}

/** Wherever a standstill may end: its members hear of it. */
export interface MembersFacts extends BaseFacts {
  members: readonly string[];
}

/** `COMMITTEE.ENDED`: a committee also ends because the firm is before the court, and is heard before the court itself. */
export interface EndedFacts extends MembersFacts {
  courtAccepted: boolean;
}

export interface BreachFacts extends CommitteeFacts {
  /** The agreement says that the other members hear of a breach. */
  membersTold: boolean;
  /** The member that is said to have broken it is one. */
  memberHolds: boolean;
}
