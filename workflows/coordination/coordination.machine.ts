import { initialContext } from './coordination.context.js';
import { coordinationSetup } from './coordination.setup.js';
import { open } from './states/open.js';
import { concluded, meeting, planning, proposing } from './states/working.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/** 启动协调: one open case a firm, with any number of filings, each concluded by itself. */
export const coordinationMachine = coordinationSetup.createMachine({
  id: 'coordination',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'open',
  states: { open, planning, meeting, proposing, concluded },
});
