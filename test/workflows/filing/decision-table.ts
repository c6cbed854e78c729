import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import type { Situation } from './situations-by-state.js';

/** Taken or recorded wherever a filing is not final. */
const messages: readonly FilingEventType[] = [
  'COORDINATION.CONCLUDED',
  'RESOLUTION.PASSED',
  'RESOLUTION.FAILED',
  'COMMITTEE.ENDED',
  'STANDSTILL.STARTED',
  'STANDSTILL.ENDED',
  'COURT.ACCEPTED',
];

/** From `acknowledging` to `referred`: the bank's acts, its date, and notes. */
const pending: readonly FilingEventType[] = [
  ...messages,
  'AMEND',
  'WITHDRAW',
  'VOID',
  'REPORT_EXECUTION',
  'UNDERTAKE',
  'DEADLINE.bankDate',
  'REPORT_FACTS',
  'SUSPECT_SPLIT',
];

const reviewing: readonly FilingEventType[] = [
  ...pending,
  'SET_FOCUS',
  'ASK_FACTS',
  'COMMENT',
  'DEADLINE.review.industry',
];

const cleared: readonly FilingEventType[] = [
  ...messages,
  'AMEND',
  'WITHDRAW',
  'VOID',
  'REPORT_EXECUTION',
  'UNDERTAKE',
  'POSTPONE',
  'REPORT_RETAINED',
  'SUSPECT_SPLIT',
  'OPINE',
  'DEADLINE.executionReminder',
  'DEADLINE.validity',
];

const executed: readonly FilingEventType[] = [
  ...messages,
  'CONFIRM_EXECUTION',
  'REPORT_EXECUTION',
  'SUSPECT_SPLIT',
  'OPINE',
  'DEADLINE.confirm',
];

/**
 * processes.md §2 by hand: which events each situation takes, every other one being answered with 409. `OPINE` comes from the
 * finance bureau, which has been silent in every state after the review, so that there it is a late opinion.
 */
export const TAKEN: Readonly<Record<Situation, readonly FilingEventType[]>> = {
  drafting: [...messages, 'SEND_TO_CHECK', 'DISCARD'],
  checking: [...messages, 'SIGN_FILING', 'RETURN_TO_MAKER', 'FILE', 'DEADLINE.check'],
  acknowledging: [
    ...pending,
    'ACKNOWLEDGE',
    'REQUEST_COMPLETION',
    'RULE_OUT_OF_SCOPE',
    'DEADLINE.acknowledge',
  ],
  completing: [...pending, 'RESUBMIT', 'DEADLINE.complete'],
  'reviewing, both pending': [...reviewing, 'OPINE', 'REQUEST_SUPPLEMENT', 'DEADLINE.review.finance'],
  'reviewing, finance drafted': [
    ...reviewing,
    'OPINE',
    'SIGN_OPINION',
    'RETURN_OPINION',
    'DEADLINE.review.finance',
  ],
  'reviewing, finance supplementing': [
    ...reviewing,
    'OPINE',
    'SUPPLEMENT',
    'DEADLINE.supplement.finance',
    // The clock is stopped and does not strike; were it to, the office would be silent.
    'DEADLINE.review.finance',
  ],
  // The second reviewer of an office that has spoken is told so (golden case 10).
  'reviewing, finance opined': [...reviewing],
  'reviewing, finance silent': [...reviewing, 'OPINE'],
  concluding: [
    ...pending,
    'OPINE',
    'CLEAR',
    'SUGGEST_DEFERRAL',
    'INTERVENE',
    'REFER_TO_COMMITTEE',
    'DEADLINE.conclude',
  ],
  'concluding, stricter proposed': [
    ...pending,
    'CLEAR',
    'SUGGEST_DEFERRAL',
    'INTERVENE',
    'REFER_TO_COMMITTEE',
    'DEADLINE.conclude',
  ],
  suggested: [...pending, 'OPINE', 'DECLINE'],
  deferred: [...pending, 'OPINE'],
  coordinating: [...pending, 'OPINE', 'EXTEND_COORDINATION', 'DEADLINE.coordinate'],
  referred: [...pending, 'OPINE', 'DEADLINE.committee'],
  cleared,
  'cleared, part executed': cleared,
  executed: [...executed, 'QUERY_EXECUTION'],
  'executed, queried': [...executed, 'DEADLINE.query'],
  'executed before it was filed': [...executed, 'QUERY_EXECUTION', 'VOID'],
  withdrawn: [...messages, 'REPORT_EXECUTION', 'OPINE'],
  lapsed: [...messages, 'REPORT_EXECUTION', 'OPINE'],
  outOfScope: [...messages, 'REPORT_EXECUTION', 'OPINE'],
  closed: [],
  voided: [],
  judicial: [],
};
