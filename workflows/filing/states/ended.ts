import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { lateOpinion, state } from './transitions.js';

const reported = { type: 'notify', params: notice('executionReported') } as const;

/**
 * Where a filing rests: nothing is waited for, but an act may still be reported, and messages are recorded. So these are
 * not final for XState, which would take nothing any more.
 */
export const withdrawn = state({
  meta: { label: STATE_LABELS.withdrawn },
  entry: ['leaveOthers', 'left'],
  on: {
    REPORT_EXECUTION: { actions: ['executed', 'judgeExecutionAfterWithdrawal', reported] },
    OPINE: lateOpinion,
  },
});

export const lapsed = state({
  meta: { label: STATE_LABELS.lapsed, clause: '有效期（政策参数）' },
  entry: ['leaveOthers', 'left'],
  on: {
    REPORT_EXECUTION: { actions: ['executed', 'judgeExecutionAfterLapse', reported] },
    OPINE: lateOpinion,
  },
});

export const outOfScope = state({
  meta: { label: STATE_LABELS.outOfScope, clause: '泉政办规〔2023〕1号（十）：报告标准' },
  on: {
    REPORT_EXECUTION: { actions: ['executed', 'judgeExecution', reported] },
    OPINE: lateOpinion,
  },
});

/** 办结, 作废, 企业进入司法程序: whoever dealt with the filing is told that it is over. */
export const closed = state({
  type: 'final',
  meta: { label: STATE_LABELS.closed },
  entry: ['leaveOthers', 'left', { type: 'notify', params: notice('closed') }],
});

export const voided = state({
  type: 'final',
  meta: { label: STATE_LABELS.voided },
  entry: ['leaveOthers', 'left'],
});

export const judicial = state({
  type: 'final',
  meta: { label: STATE_LABELS.judicial, clause: '企业破产法第十九条、第四十六条' },
  entry: ['leaveOthers', 'left'],
});
