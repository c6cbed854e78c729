import type { FilingContext } from './filing.context.js';
import { isStricter, POSITIONS, type Position } from './positions.js';

/** The strictest opinion given in time. Silence is known and weighs nothing; a late opinion changes nothing. */
export function strictestOpinion(context: FilingContext): Position {
  const { finance, industry } = context;
  const opinions = [finance.position, industry.position].map((position) => asOffered(position, context));
  return opinions.reduce((strictest, next) => (isStricter(next, strictest) ? next : strictest));
}

/** Both offices said in time that they have no objection. */
export function bothSatisfied(context: FilingContext): boolean {
  return [context.finance, context.industry].every(
    ({ position }) => position !== null && asOffered(position, context) === 'noObjection',
  );
}

/**
 * What is proposed to the leader, and takes effect when the leader stays silent: the stricter position, so that bureaus that
 * diverge never cancel each other out. A measure comes once in a revision; one already used gives way to the next milder.
 */
export function proposedPosition(context: FilingContext): Position {
  const wanted = POSITIONS.slice(0, POSITIONS.indexOf(startingPoint(context)) + 1).reverse();
  return wanted.find((position) => isAvailable(position, context)) ?? 'noObjection';
}

/** Whether coordination or more was asked for and neither leader nor committee has answered, so that it must not be lost. */
export function isCoordinationOwed(context: FilingContext): boolean {
  return (
    !context.answered &&
    !context.joined &&
    !context.used.includes('coordinate') &&
    !isStricter('coordinate', strictestOpinion(context))
  );
}

/** After a refusal the committee's advice is to wait; when it gave no answer, the offices' own means are left. */
function startingPoint(context: FilingContext): Position {
  switch (context.referralReturned) {
    case 'refused':
      return 'suggestDeferral';
    case 'unanswered':
      return 'coordinate';
    case null:
      return strictestOpinion(context);
  }
}

function isAvailable(position: Position, context: FilingContext): boolean {
  if (position === 'noObjection') return true;
  if (context.used.includes(position)) return false;
  if (position === 'suggestDeferral') return context.actedOn === null;
  return position !== 'referToCommittee' || context.committee !== null;
}

/** Nobody can wait with an act already done: such a suggestion counts as no objection. */
function asOffered(position: Position | null, context: FilingContext): Position {
  if (position === null) return 'noObjection';
  return position === 'suggestDeferral' && context.actedOn !== null ? 'noObjection' : position;
}
