import { initialContext } from './resolution.context.js';
import { resolutionSetup } from './resolution.setup.js';
import { drafted } from './states/drafted.js';
import { carried, dropped, expired, failed, inForce, rescinded, superseded } from './states/ended.js';
import { noticed } from './states/noticed.js';
import { voting } from './states/voting.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/**
 * 决议, from the item to the end of its term. Messages of other cases are answered where they matter, in the states; here they
 * are recorded everywhere else, so that none is lost while the resolution is not final.
 */
export const resolutionMachine = resolutionSetup.createMachine({
  id: 'resolution',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'drafted',
  states: { drafted, noticed, voting, inForce, carried, failed, dropped, expired, rescinded, superseded },
  on: {
    'RESOLUTION.DRAFTED': { actions: 'record' },
    'FILING.REFERRED': { actions: 'record' },
    'REFERRAL.LEFT': { actions: 'record' },
    'STANDSTILL.BREACHED': { actions: 'record' },
    'COMMITTEE.ENDED': { actions: 'record' },
    'COURT.ACCEPTED': { actions: 'record' },
    EXTEND_TERM: { actions: 'record' },
    RESCIND: { actions: 'record' },
    SUPERSEDE: { actions: 'record' },
  },
});
