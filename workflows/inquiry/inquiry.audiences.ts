import type { Audience } from '../process.js';
import type { InquiryContext } from './inquiry.context.js';
import type { InquiryEventType } from './inquiry.events.js';

/**
 * Who may read what. The bank that is asked reads what it is asked, what was found and what follows; how the offices came to
 * look, and what they said among themselves, is theirs.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof InquiryContext, Audience>> = {
  inquiry: 'bank',
  kind: 'bank',
  bank: 'bank',
  filing: 'bank',
  act: 'bank',
  number: 'bank',
  policy: 'bank',
  county: 'office',
  reports: 'office',
  askedOn: 'bank',
  explained: 'bank',
  advisedOn: 'bank',
  regulator: 'bank',
  notifiedOn: 'bank',
  measures: 'office',
  cured: 'bank',
};

const EVENT_AUDIENCES: Readonly<Record<InquiryEventType, Audience>> = {
  'INQUIRY.OPENED': 'office',
  ASK: 'bank',
  EXPLAIN: 'bank',
  SUBSTANTIATE: 'bank',
  NOT_SUBSTANTIATE: 'bank',
  ADVISE: 'bank',
  NOTIFY_REGULATOR: 'bank',
  RECORD_MEASURE: 'office',
  CLOSE: 'bank',
  'COURT.ACCEPTED': 'bank',
  'DEADLINE.triage': 'bank',
  'DEADLINE.explain': 'bank',
  'DEADLINE.assess': 'office',
  'DEADLINE.step': 'office',
  'DEADLINE.regulator': 'office',
};

/** Also of a clock. An unknown type is for offices. */
export function audienceOf(eventType: string): Audience {
  const known = Object.entries(EVENT_AUDIENCES).find(([type]) => type === eventType);
  return known === undefined ? 'office' : known[1];
}
