import * as contents from './guards/content-guards.js';
import * as dates from './guards/date-guards.js';
import * as owners from './guards/owner-guards.js';
import type { On } from './guards/refusal-if.js';
import type { SupportEventType } from './support.events.js';

type GuardTable = {
  readonly [Type in SupportEventType]?: readonly On<Type>[];
};

/** Every rule that may refuse an event, by event. All that apply speak. */
export const guards: GuardTable = {
  'SUPPORT.PROPOSED': [contents.inputHolds, owners.ownerCanAct, dates.dateIsAhead],
  ASSIGN: [owners.ownerCanAct, dates.assignedDateIsAhead],
  REASSIGN: [owners.ownerIsAnother, owners.ownerCanAct, contents.reasonGiven],
  CHANGE_DATE: [dates.dateNotChanged, dates.dateIsAhead, contents.reasonGiven],
  START: [owners.isOwner],
  WAIT: [owners.isOwner, contents.waitExplained, dates.waitEndsInTime],
  RESUME: [owners.isOwner],
  REPORT_REPAID: [owners.isOwnerOrBank, contents.repaidOnce, contents.repaidHolds],
  REPORT_DONE: [owners.isOwner, contents.resultHolds, contents.relentAfterRepaid],
  REPORT_NOT_DONE: [owners.isOwner, contents.reasonGiven],
  CANCEL: [owners.mayCancel, contents.reasonGiven],
  CONFIRM_CONTINUING: [owners.isOwner],
};
