import type { Audience } from '../process.js';
import type { ResolutionContext } from './resolution.context.js';
import type { ResolutionEventType } from './resolution.events.js';

/**
 * Who may read what, in one table. A resolution is the members' own, and the offices' as far as it is disclosed to them: both
 * read all of it. How anybody has voted is in none of it before the close; rows of their own keep that.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof ResolutionContext, Audience>> = {
  resolution: 'member',
  committee: 'member',
  number: 'member',
  policy: 'member',
  windows: 'member',
  subject: 'member',
  kind: 'member',
  askedBy: 'member',
  draftOverdue: 'member',
  recordDate: 'member',
  openVoting: 'member',
  entitled: 'member',
  turnout: 'member',
  missingPapers: 'member',
  voteExtended: 'member',
  tally: 'member',
  closedOn: 'member',
  until: 'member',
  termExtended: 'member',
  breaches: 'office',
};

/** What another case said about a member is that member's and the offices' matter, until the agreement tells the others. */
const FOR_OFFICES: readonly ResolutionEventType[] = ['STANDSTILL.BREACHED', 'BREACH'];

export function audienceOf(eventType: string): Audience {
  return FOR_OFFICES.some((type) => type === eventType) ? 'office' : 'member';
}
