import type { Basis } from './basis.js';
import type { FilingContext } from './filing.context.js';
import { isCoordinationOwed, proposedPosition } from './proposal.js';

/** The states that pass to `cleared` at the bank date. */
export type PendingState =
  | 'acknowledging'
  | 'completing'
  | 'reviewing'
  | 'concluding'
  | 'suggested'
  | 'deferred'
  | 'coordinating'
  | 'referred';

/** What ended the matter: an act, an answer of another case, or a clock that struck in `state`. */
export type Clearing =
  | { by: 'bothNoObjection' | 'leader' | 'declining' | 'notAgreed' | 'reduced' | 'consent' }
  | { by: 'clock'; state: PendingState };

export function basisOf(clearing: Clearing, context: FilingContext): Basis {
  switch (clearing.by) {
    case 'bothNoObjection':
      return 'noted';
    case 'leader':
      return 'cleared';
    case 'declining':
      return 'declined';
    case 'notAgreed':
    case 'reduced':
    case 'consent':
      return clearing.by;
    case 'clock':
      return basisWhenTimeIsUp(clearing.state, context);
  }
}

function basisWhenTimeIsUp(state: PendingState, context: FilingContext): Basis {
  // The filing joins a coordination beside `cleared`, which then is what has not been concluded.
  if (isCoordinationOwed(context)) return 'notConcluded';
  switch (state) {
    case 'suggested':
      return 'noAnswer';
    case 'coordinating':
      return 'notConcluded';
    case 'concluding':
      return proposedPosition(context) === 'noObjection' ? 'silence' : 'soFar';
    case 'acknowledging':
    case 'completing':
    case 'reviewing':
    case 'deferred':
    case 'referred':
      return 'soFar';
  }
}
