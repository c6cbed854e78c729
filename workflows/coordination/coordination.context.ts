import type { CivilDay, Role } from '../process.js';

/** Posts that may be made responsible for a coordination; the finance leader always may act. */
export const RESPONSIBLE_POSTS = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'county.coordinator',
] as const satisfies readonly Role[];
export type ResponsiblePost = (typeof RESPONSIBLE_POSTS)[number];

/** How a coordination ended: its last filing was concluded, or left by itself, or the court took over. */
export type CoordinationEnd = 'concluded' | 'left' | 'court';

/**
 * What the machine remembers of one coordination (启动协调): who is responsible, when it meets, how many filings it still has.
 * The filings themselves lie in a table, so that this stays small however many join; what an event needs of them are facts.
 */
export interface CoordinationContext {
  coordination: string;
  /** Key of the county that administers the firm. */
  county: string | null;
  /** Filings that have joined and neither been concluded nor left. */
  filings: number;
  /** The responsible official, a person, and the posts that act with them and are reminded. */
  official: string | null;
  posts: readonly ResponsiblePost[];
  meetingOn: CivilDay | null;
  /** Counts the meetings called; notes of one name it. */
  meetings: number;
  /** Founding a committee has been put forward as a measure: once is enough. */
  committeeAdvised: boolean;
  courtAccepted: boolean;
  end: CoordinationEnd | null;
}

/** It begins with the first filing that joins, and learns who it is from that event's facts. */
export type CoordinationInput = Record<string, never>;

export function initialContext(_?: CoordinationInput): CoordinationContext {
  return {
    coordination: '',
    county: null,
    filings: 0,
    official: null,
    posts: [],
    meetingOn: null,
    meetings: 0,
    committeeAdvised: false,
    courtAccepted: false,
    end: null,
  };
}
