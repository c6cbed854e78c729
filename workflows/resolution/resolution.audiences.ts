import type { Audience } from '../process.js';
import type { ResolutionContext } from './resolution.context.js';
import type { ResolutionEventType } from './resolution.events.js';

/**
 * Who may read what, in one table: `bank` is whoever sees the case at all, its members from the notice on and before that
 * whoever presides and whoever asked. How anybody has voted is in none of it before the close; rows of their own keep that.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof ResolutionContext, Audience>> = {
  resolution: 'bank',
  committee: 'bank',
  number: 'bank',
  policy: 'bank',
  windows: 'bank',
  subject: 'bank',
  kind: 'bank',
  askedBy: 'bank',
  draftedOn: 'bank',
  presiding: 'bank',
  draftOverdue: 'bank',
  recordDate: 'bank',
  openVoting: 'bank',
  entitled: 'bank',
  turnout: 'bank',
  missingPapers: 'bank',
  voteExtended: 'bank',
  tally: 'bank',
  closedOn: 'bank',
  until: 'bank',
  termExtended: 'bank',
  breaches: 'office',
};

/** What was said about one member is no entry for all; the breach file shows it to whom the agreement says. */
const FOR_OFFICES: readonly ResolutionEventType[] = ['STANDSTILL.BREACHED', 'BREACH'];

export function audienceOf(eventType: string): Audience {
  return FOR_OFFICES.some((type) => type === eventType) ? 'office' : 'bank';
}
