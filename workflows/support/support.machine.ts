import { cancelled, done, notDone } from './states/ended.js';
import { proposed } from './states/proposed.js';
import { running } from './states/running.js';
import { initialContext } from './support.context.js';
import { supportSetup } from './support.setup.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/** 帮扶事项: one small machine for every measure, from proposal to end. */
export const supportMachine = supportSetup.createMachine({
  id: 'support',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'proposed',
  states: { proposed, running, done, notDone, cancelled },
});
