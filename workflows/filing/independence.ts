import { audienceOf } from './filing.audiences.js';
import { BANK_EVENTS, type BankEventType, type FilingEventType } from './filing.events.js';

interface Speaker {
  type: string;
  office?: string | undefined;
}

/** What one bureau does in the review without touching what the other is doing. */
const PARALLEL: readonly FilingEventType[] = [
  'OPINE',
  'SIGN_OPINION',
  'RETURN_OPINION',
  'REQUEST_SUPPLEMENT',
  'SUPPLEMENT',
  'DEADLINE.review.finance',
  'DEADLINE.review.industry',
  'DEADLINE.supplement.finance',
  'DEADLINE.supplement.industry',
];

/** Notes and reminders: they move nothing, so nothing that anybody was about to do is touched by them. */
const NOTES: readonly FilingEventType[] = [
  'ASK_FACTS',
  'REPORT_FACTS',
  'COMMENT',
  'DEADLINE.check',
  'DEADLINE.executionReminder',
];

/**
 * Whether an event may go on although its sender had not seen what came between. Two bureaus review at once; notes and
 * reminders touch nothing; and a bank is never told to look again at what it may not read. The event must still be taken.
 */
export function independentOf(event: Speaker, since: Speaker): boolean {
  if (includes(NOTES, since.type) || includes(NOTES, event.type)) return true;
  if (isBankEvent(event.type) && audienceOf(since.type) === 'office') return true;
  const [mine, theirs] = [officeIn(event), officeIn(since)];
  const bothParallel = includes(PARALLEL, event.type) && includes(PARALLEL, since.type);
  return bothParallel && mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** Whose review is meant: a clock names it, a supplement's entry carries the office that it answers. */
function officeIn({ type, office }: Speaker): string | undefined {
  const [, , named] = type.split('.');
  return named ?? office;
}

function isBankEvent(type: string): type is BankEventType {
  return includes(BANK_EVENTS, type);
}

function includes(types: readonly string[], type: string): boolean {
  return types.includes(type);
}
