import type { Audience } from '../process.js';
import { MARKS } from '../rules/marks.js';
import type { FilingContext } from './filing.context.js';
import type { FilingEventType } from './filing.events.js';

/**
 * Who may read what, in one table: the narrowest reader of each field and each event. `bank` is the filing's own bank, `member`
 * the committee's members besides the offices, `office` the offices alone. What a bank reads never changes because another
 * bank filed, and opinions reach it as the conclusion and its reason only.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof FilingContext, Audience>> = {
  filing: 'bank',
  bank: 'bank',
  unit: 'bank',
  maker: 'bank',
  chain: 'bank',
  signers: 'bank',
  number: 'bank',
  registerNumber: 'office',
  policy: 'bank',
  basisInForce: 'bank',
  revision: 'bank',
  reviewed: 'bank',
  contentHash: 'bank',
  kind: 'bank',
  amount: 'bank',
  plannedDate: 'bank',
  actedOn: 'bank',
  emergency: 'bank',
  reportable: 'bank',
  receivedOn: 'bank',
  firstBankDate: 'bank',
  bankDate: 'bank',
  allowances: 'bank',
  marks: 'bank',
  officeMarks: 'office',
  lane: 'office',
  standstill: 'member',
  consentCap: 'member',
  courtAccepted: 'bank',
  committee: 'office',
  county: 'bank',
  countyTold: 'office',
  acknowledged: 'bank',
  completionAsked: 'bank',
  finance: 'office',
  industry: 'office',
  reviewedOn: 'office',
  used: 'office',
  referralReturned: 'office',
  answered: 'office',
  extended: 'bank',
  joined: 'bank',
  referral: 'office',
  itemOpen: 'office',
  basis: 'bank',
  clearedOn: 'bank',
  executed: 'bank',
  figuresFinal: 'bank',
  queried: 'bank',
  outcome: 'bank',
};

export const EVENT_AUDIENCES: Readonly<Record<FilingEventType, Audience>> = {
  SEND_TO_CHECK: 'bank',
  DISCARD: 'bank',
  SIGN_FILING: 'bank',
  RETURN_TO_MAKER: 'bank',
  FILE: 'bank',
  ACKNOWLEDGE: 'bank',
  REQUEST_COMPLETION: 'bank',
  RULE_OUT_OF_SCOPE: 'bank',
  RESUBMIT: 'bank',
  OPINE: 'office',
  SIGN_OPINION: 'office',
  RETURN_OPINION: 'office',
  REQUEST_SUPPLEMENT: 'bank',
  SUPPLEMENT: 'bank',
  ASK_FACTS: 'office',
  REPORT_FACTS: 'office',
  COMMENT: 'office',
  SET_FOCUS: 'office',
  SUSPECT_SPLIT: 'office',
  CLEAR: 'bank',
  SUGGEST_DEFERRAL: 'bank',
  INTERVENE: 'bank',
  REFER_TO_COMMITTEE: 'bank',
  UNDERTAKE: 'bank',
  DECLINE: 'bank',
  EXTEND_COORDINATION: 'bank',
  POSTPONE: 'bank',
  AMEND: 'bank',
  WITHDRAW: 'bank',
  VOID: 'bank',
  REPORT_EXECUTION: 'bank',
  REPORT_RETAINED: 'bank',
  CONFIRM_EXECUTION: 'bank',
  QUERY_EXECUTION: 'bank',
  'COORDINATION.CONCLUDED': 'bank',
  'RESOLUTION.PASSED': 'member',
  'RESOLUTION.FAILED': 'member',
  'COMMITTEE.ENDED': 'member',
  'STANDSTILL.STARTED': 'member',
  'STANDSTILL.ENDED': 'member',
  'COURT.ACCEPTED': 'bank',
  'DEADLINE.check': 'bank',
  'DEADLINE.acknowledge': 'bank',
  'DEADLINE.complete': 'bank',
  // Which office was silent is the offices' own matter; the bank reads the conclusion.
  'DEADLINE.review.finance': 'office',
  'DEADLINE.review.industry': 'office',
  'DEADLINE.supplement.finance': 'bank',
  'DEADLINE.supplement.industry': 'bank',
  'DEADLINE.conclude': 'office',
  'DEADLINE.bankDate': 'bank',
  'DEADLINE.coordinate': 'bank',
  'DEADLINE.committee': 'bank',
  'DEADLINE.executionReminder': 'bank',
  'DEADLINE.validity': 'bank',
  'DEADLINE.query': 'bank',
  'DEADLINE.confirm': 'bank',
};

/** Also of a clock: who may read `DEADLINE.<name>` may see the deadline while it runs. An unknown type is for offices. */
export function audienceOf(eventType: string): Audience {
  const known = Object.entries(EVENT_AUDIENCES).find(([type]) => type === eventType);
  return known === undefined ? 'office' : known[1];
}

/** All marks of a filing that a reader of this audience may see, in the order in which they were set. */
export function marksFor(audience: Audience, context: FilingContext): string[] {
  const standstill = context.standstill === null ? [] : ['standstillConflict'];
  const all = [...context.marks, ...context.officeMarks, ...standstill];
  return [...new Set(all)].filter((mark) => mayRead(audience, markAudience(mark)));
}

/** Whether a reader may see what is meant for `narrowest`. Offices and the regulator branch read everything. */
export function mayRead(reader: Audience, narrowest: Audience): boolean {
  if (reader === 'office' || reader === 'regulator') return true;
  return narrowest === 'bank' || narrowest === reader;
}

function markAudience(mark: string): Audience {
  const known = Object.entries(MARKS).find(([name]) => name === mark);
  return known === undefined ? 'bank' : known[1].audience;
}
