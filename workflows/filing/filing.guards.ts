import type { Guard } from '../process.js';
import type { FilingContext } from './filing.context.js';
import type { FilingEventOf, FilingEventType } from './filing.events.js';
import * as dates from './guards/date-guards.js';
import * as executions from './guards/execution-guards.js';
import * as once from './guards/once-guards.js';
import * as reasons from './guards/reason-guards.js';
import * as scope from './guards/scope-guards.js';
import * as signing from './guards/signing-guards.js';

type GuardTable = {
  readonly [Type in FilingEventType]?: readonly Guard<FilingContext, FilingEventOf<Type>>[];
};

/** Every rule that may refuse an event, by event. All that apply speak, so that a person learns every reason at once. */
export const guards: GuardTable = {
  SEND_TO_CHECK: [signing.isFirstPost, scope.contentHolds],
  SIGN_FILING: [signing.isNextPost, signing.isMiddlePost, signing.signedNothingYet, scope.contentHolds],
  RETURN_TO_MAKER: [reasons.reasonGiven],
  FILE: [
    signing.isNotMaker,
    signing.isNextPost,
    signing.isLastPost,
    signing.signedNothingYet,
    scope.contentHolds,
  ],
  REQUEST_COMPLETION: [once.completionNotAsked, reasons.defectsGiven],
  RULE_OUT_OF_SCOPE: [scope.isNotReportable, scope.wasNotVoluntary],
  RESUBMIT: [
    executions.nothingDoneIfMaterial,
    signing.isNotPreparer,
    scope.keepsActedOn,
    scope.contentHolds,
    dates.amendedIsWithinValidity,
  ],
  OPINE: [signing.opensOpinion, reasons.positionExplained],
  SIGN_OPINION: [signing.isNextOpinionPost, signing.signedNoOpinionYet],
  RETURN_OPINION: [reasons.reasonGiven],
  REQUEST_SUPPLEMENT: [once.supplementNotAsked, reasons.questionsGiven],
  ASK_FACTS: [reasons.questionsGiven],
  COMMENT: [scope.committeeIsActive],
  SET_FOCUS: [once.isNotFocus, reasons.reasonGiven],
  SUSPECT_SPLIT: [reasons.reasonGiven],
  CLEAR: [reasons.clearingExplained],
  SUGGEST_DEFERRAL: [scope.deferralIsOffered, reasons.suggestionExplained],
  INTERVENE: [reasons.interventionExplained],
  REFER_TO_COMMITTEE: [scope.committeeIsActive, once.referralUnused, reasons.referralExplained],
  UNDERTAKE: [
    executions.nothingDone,
    scope.deferralIsOffered,
    dates.undertakenIsLater,
    dates.undertakenIsWithinValidity,
  ],
  DECLINE: [reasons.reasonGiven],
  EXTEND_COORDINATION: [once.notExtended],
  POSTPONE: [executions.nothingDone, dates.postponedIsLater, dates.postponedIsWithinValidity],
  AMEND: [
    executions.nothingDone,
    signing.isNotPreparer,
    scope.somethingChanged,
    scope.keepsActedOn,
    scope.contentHolds,
    dates.amendedIsWithinValidity,
  ],
  WITHDRAW: [executions.nothingDone],
  VOID: [executions.nothingReported, signing.isSecondPerson, reasons.reasonGiven],
  REPORT_EXECUTION: [
    executions.isNotInFuture,
    executions.figuresHold,
    executions.correctsWhereNeeded,
    executions.hasSomethingToCorrect,
  ],
  QUERY_EXECUTION: [once.notQueried, reasons.questionGiven],
};
