import type { CivilDay } from '../process.js';

/** What the engine looks up for each event of a measure, logged with it. */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** A date for the owner: the day of the reminder before it comes from the calendar and `supportReminderWd`. */
export interface DateFacts extends BaseFacts {
  remindOn: CivilDay | null;
}

/** A post that the measure is to be given to. */
export interface OwnerFacts extends DateFacts {
  /** Somebody holds that post at that organization, so that the measure reaches a person. */
  ownerHoldsPost: boolean;
}

export interface ProposalFacts extends OwnerFacts {
  /** The id of this very case, which is born without knowing it. */
  self: string;
  /** Organizations that the input names and the directory does not know. */
  unknownOrganizations: readonly string[];
  county: string | null;
}

export interface ResultFacts extends BaseFacts {
  unknownOrganizations: readonly string[];
}
