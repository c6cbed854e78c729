import { initialContext } from './committee.context.js';
import { committeeSetup } from './committee.setup.js';
import { active, consulting } from './states/active.js';
import { dissolved, judicial, notFounded, winding } from './states/ending.js';
import { electing, forming, signing } from './states/founding.js';
import { proposed, unproposed } from './states/proposed.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/**
 * 金融机构债权人委员会, from its proposal to its end, and its light form. Messages of other cases and of the court are answered
 * where they matter, in the states; here they are taken or recorded everywhere else.
 */
export const committeeMachine = committeeSetup.createMachine({
  id: 'committee',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'unproposed',
  states: {
    unproposed,
    proposed,
    forming,
    electing,
    signing,
    active,
    consulting,
    winding,
    judicial,
    dissolved,
    notFounded,
  },
  on: {
    'RESOLUTION.CARRIED': { actions: 'record' },
    'STANDSTILL.STARTED': { actions: 'record' },
    'STANDSTILL.ENDED': { actions: 'standstillEnded' },
    'SUPPORT.ENDED': { actions: 'record' },
    'COURT.ACCEPTED': { actions: 'record' },
    'COURT.DISMISSED': { actions: 'record' },
    'COURT.CLOSED': { actions: 'record' },
  },
});
