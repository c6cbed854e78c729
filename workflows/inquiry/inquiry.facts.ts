import type { CivilDay } from '../process.js';

/** What the engine looks up for each event, logged with it. Guards and transitions read nothing else. */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** `INQUIRY.OPENED`. */
export interface OpenedFacts extends BaseFacts {
  number: string;
  policy: string;
  /** Key of the county of operation. */
  county: string | null;
}
