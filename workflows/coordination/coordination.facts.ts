import type { CivilDay, Role } from '../process.js';
import type { AgreedFiling, Agreement } from './outcomes.js';

/** What the engine looks up for each event of a coordination, logged with it. */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** The bank's word as its maker prepared it. */
export interface PreparedOutcome extends Agreement {
  person: string;
  /** In whose stead the maker acted. */
  for?: string;
}

/** The bank's word as its checker confirmed it; `entry` is the log entry of `CONFIRM_OUTCOME`. */
export interface ConfirmedOutcome extends Agreement {
  entry: string;
}

/** One filing of this coordination, as its row says. */
export interface JoinedFiling extends AgreedFiling {
  id: string;
  /** The revision that joined. */
  revision: number;
  bank: string;
  state: 'joined' | 'concluded' | 'left';
  prepared: PreparedOutcome | null;
  confirmed: ConfirmedOutcome | null;
}

/** `filing` is null when it has never joined, or, for a bank, when it is another's: nobody may tell the two apart. */
export interface FilingFacts extends BaseFacts {
  filing: JoinedFiling | null;
  /** How many joined filings remain besides this one. */
  open: number;
}

/** A filing may hear the court before the coordination does, and leave for that. */
export interface LeavingFacts extends FilingFacts {
  courtAccepted: boolean;
}

export interface JoiningFacts extends BaseFacts {
  /** The id of this very case, which is born without knowing it. */
  self: string;
  /** How many other filings are joined already. */
  open: number;
  county: string | null;
  /** Who would found a committee and until when, should that be put forward. */
  founding: { organization: string; dueOn: CivilDay };
}

export interface OfficialFacts extends BaseFacts {
  /** The posts that the official holds today; empty when there is no such person. */
  officialPosts: readonly Role[];
}

export interface LapseFacts extends BaseFacts {
  /** The finance reviewer of the first filing, when anybody has dealt with it. */
  reviewer: string | null;
}

export interface SupportFacts extends BaseFacts {
  /** Somebody holds the post that is to carry the measure out. */
  ownerHoldsPost: boolean;
}

/** The meeting that was called: whose banks are told what became of it. */
export interface InvitedFacts extends BaseFacts {
  invitedFilings: readonly string[];
}

export interface MeetingFacts extends BaseFacts {
  /** How many of the filings named have joined and are open. */
  invited: number;
}
