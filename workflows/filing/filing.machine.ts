import { initialContext } from './filing.context.js';
import { filingSetup } from './filing.setup.js';
import { cleared } from './states/cleared.js';
import { checking, drafting } from './states/drafting.js';
import { closed, judicial, lapsed, outOfScope, voided, withdrawn } from './states/ended.js';
import { executed } from './states/executed.js';
import { pending } from './states/pending.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/**
 * 提前报告, from draft to rest. Messages of other cases are answered where they matter, in the states; here they are taken
 * or recorded everywhere else, so that none is lost while the filing is not final.
 */
export const filingMachine = filingSetup.createMachine({
  id: 'filing',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'drafting',
  states: {
    drafting,
    checking,
    pending,
    cleared,
    executed,
    withdrawn,
    lapsed,
    outOfScope,
    closed,
    voided,
    judicial,
  },
  on: {
    'COORDINATION.CONCLUDED': { actions: 'record' },
    'RESOLUTION.PASSED': [
      { guard: { type: 'consentsToReferral', params: {} }, actions: ['consented', 'itemClosed'] },
      { guard: 'consents', actions: 'consented' },
      { actions: 'record' },
    ],
    'RESOLUTION.FAILED': [{ guard: 'failsReferral', actions: 'itemClosed' }, { actions: 'record' }],
    'COMMITTEE.ENDED': { actions: 'committeeEnded' },
    'STANDSTILL.STARTED': { actions: 'standstillStarted' },
    'STANDSTILL.ENDED': { actions: 'standstillEnded' },
    'COURT.ACCEPTED': { actions: 'courtAccepted' },
  },
});
