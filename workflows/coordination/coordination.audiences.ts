import type { Audience } from '../process.js';
import type { CoordinationContext } from './coordination.context.js';
import type { CoordinationEventType } from './coordination.events.js';

/**
 * A coordination has as many banks as filings, and none may learn that there is another (least knowledge: a rumour starts the
 * run that the rule wants to stop). So the case itself, its number of events, its dates and its log, are for offices alone;
 * a bank reads its own filing's part, and of what happened the events below that name its filing.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof CoordinationContext, Audience>> = {
  coordination: 'office',
  county: 'office',
  filings: 'office',
  official: 'office',
  posts: 'office',
  meetingOn: 'office',
  meetings: 'office',
  committeeAdvised: 'office',
  courtAccepted: 'office',
  end: 'office',
};

/** What a bank may read when it is about its own filing: `payload.filing`, or, of a meeting, one of `payload.filings`. */
export const OWN_FILING_EVENTS = [
  'FILING.JOINED',
  'FILING.LEFT',
  'CALL_MEETING',
  'PROPOSE',
  'PREPARE_OUTCOME',
  'CONFIRM_OUTCOME',
  'CONCLUDE_FILING',
] as const satisfies readonly CoordinationEventType[];

/** Whether the bank of `filing` may read that this happened. */
export function isReadByBankOf(filing: string, type: string, payload: object): boolean {
  if (!OWN_FILING_EVENTS.some((known) => known === type)) return false;
  if ('filing' in payload) return payload.filing === filing;
  return 'filings' in payload && Array.isArray(payload.filings) && payload.filings.includes(filing);
}

/** The audience of an entry in the log of the case. */
export function audienceOf(_: string): Audience {
  return 'office';
}
