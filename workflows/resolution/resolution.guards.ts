import type { Guard } from '../process.js';
import * as ballots from './guards/ballot-guards.js';
import * as conflicts from './guards/conflict-guards.js';
import * as presiding from './guards/presiding-guards.js';
import * as subjects from './guards/subject-guards.js';
import type { ResolutionContext } from './resolution.context.js';
import type { ResolutionEventOf, ResolutionEventType } from './resolution.events.js';

type GuardTable = {
  readonly [Type in ResolutionEventType]?: readonly Guard<ResolutionContext, ResolutionEventOf<Type>>[];
};

/** Every rule that may refuse an event, by event. All that apply speak, so that a person learns every reason at once. */
export const guards: GuardTable = {
  'RESOLUTION.DRAFTED': [
    subjects.isMember,
    presiding.committeeIsActive,
    subjects.itemIsWritten,
    subjects.subjectHolds,
  ],
  NOTICE: [
    presiding.mayNotice,
    presiding.committeeIsActive,
    presiding.isVoted,
    presiding.somebodyIsEntitled,
    presiding.capHolds,
  ],
  DROP: [presiding.mayDrop, presiding.reasonGiven],
  DECIDE: [presiding.isPresiding, presiding.committeeIsActive, presiding.isProcedural, presiding.textGiven],
  DECLARE_CONFLICT: [ballots.wasMember, ballots.isItself, ballots.isNotRecused, presiding.reasonGiven],
  RECORD_CONFLICT: [
    presiding.mayRecuse,
    conflicts.memberIsEntitled,
    conflicts.othersRemain,
    conflicts.documentGiven,
    presiding.reasonGiven,
  ],
  NAME_PROXY: [ballots.wasMember, ballots.isItself, ballots.isNotRecused, ballots.holderHolds],
  REVOKE_PROXY: [ballots.wasMember, ballots.isItself],
  CAST_BALLOT: [
    ballots.wasMember,
    ballots.isNotRecused,
    ballots.speaksForMember,
    ballots.memberHasNotSpoken,
    ballots.isAuthorized,
    ballots.isCommitted,
  ],
  ATTACH_PAPER: [ballots.wasMember, ballots.isNotRecused, ballots.speaksForMember, ballots.hasBallot],
  STATE_PENDING_APPROVAL: [ballots.wasMember, ballots.isItself, ballots.isNotRecused],
  EXTEND_VOTE: [presiding.isPresiding, presiding.voteNotExtended, presiding.reasonGiven],
  BREACH: [presiding.isPresiding, presiding.breakerIsMember, presiding.textGiven],
};
