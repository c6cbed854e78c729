import type { Audience } from '../process.js';
import type { SupportContext } from './support.context.js';
import type { SupportEventType } from './support.events.js';

/**
 * Who may read what of a measure. `bank` is the narrowest reader, here whoever carries the measure out: a bank, or a helper
 * (guarantee company, fund, department, town) that sees its task and nothing of the firm's filings. What the measure hangs
 * on, who proposed it and how its lateness was told to others is for offices.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof SupportContext, Audience>> = {
  support: 'bank',
  type: 'bank',
  parent: 'office',
  proposer: 'office',
  owner: 'bank',
  bank: 'bank',
  county: 'bank',
  dueOn: 'bank',
  remindOn: 'bank',
  dateChanged: 'bank',
  waitUntil: 'bank',
  repaidOn: 'bank',
  lateness: 'bank',
  courtAccepted: 'bank',
  askedToConfirm: 'bank',
  outcome: 'bank',
};

export const EVENT_AUDIENCES: Readonly<Record<SupportEventType, Audience>> = {
  // Its payload names the case that the measure hangs on.
  'SUPPORT.PROPOSED': 'office',
  ASSIGN: 'office',
  // Why another has it now, and who had it before, is no matter of the new owner.
  REASSIGN: 'office',
  CHANGE_DATE: 'bank',
  START: 'bank',
  WAIT: 'bank',
  RESUME: 'bank',
  REPORT_REPAID: 'bank',
  REPORT_DONE: 'bank',
  REPORT_NOT_DONE: 'bank',
  CANCEL: 'bank',
  CONFIRM_CONTINUING: 'bank',
  'COURT.ACCEPTED': 'bank',
  'DEADLINE.assign': 'office',
  'DEADLINE.reminder': 'bank',
  'DEADLINE.due': 'bank',
  'DEADLINE.escalation': 'bank',
  'DEADLINE.bulletin': 'bank',
  'DEADLINE.wait': 'bank',
  'DEADLINE.relend': 'bank',
};

/** An event that nobody declared is for offices. */
export function audienceOf(eventType: string): Audience {
  const known = Object.entries(EVENT_AUDIENCES).find(([type]) => type === eventType);
  return known === undefined ? 'office' : known[1];
}
