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
  /** The id of this very case, which is born without knowing it. */
  self: string;
  number: string;
  policy: string;
  /** Key of the county of operation. */
  county: string | null;
  /** A legal basis is in force today: without one nothing had to be reported (自愿报告). */
  basisInForce: boolean;
}

/** `NOTIFY_REGULATOR`: the organization of the branch, so that its post finds what it was told. */
export interface NotifiedFacts extends BaseFacts {
  regulator: string | null;
}
