import { initialContext } from './inquiry.context.js';
import { notice } from './inquiry.notices.js';
import { inquirySetup } from './inquiry.setup.js';
import { assessing, explaining, noticed } from './states/hearing.js';
import { advised, closed, notifiedRegulator, notSubstantiated, substantiated } from './states/ladder.js';

/** More microsteps than any event needs: a loop without progress throws instead of hanging the server. */
const MAX_ITERATIONS = 20;

/** 未按要求报告核查事项: heard first, judged then, and after that one rung at a time. */
export const inquiryMachine = inquirySetup.createMachine({
  id: 'inquiry',
  version: '1',
  options: { maxIterations: MAX_ITERATIONS },
  context: ({ input }) => initialContext(input),
  initial: 'noticed',
  states: {
    noticed,
    explaining,
    assessing,
    notSubstantiated,
    substantiated,
    advised,
    notifiedRegulator,
    closed,
  },
  on: {
    // One inquiry for each act and kind: whoever tells of it again adds to it.
    'INQUIRY.OPENED': {
      actions: ['reportedAgain', { type: 'notify', params: notice('inquiryReportedAgain') }],
    },
    'COURT.ACCEPTED': { actions: 'record' },
  },
});
