import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { lateOpinion, state } from './transitions.js';

const confirmed = { target: '#filing.closed', actions: 'closedExecuted' } as const;

/** 实施情况待核实: the finance reviewer compares what was done with what was filed, and may ask once. Silence confirms. */
export const executed = state({
  meta: {
    label: STATE_LABELS.executed,
    clause: '泉政办规〔2023〕1号（十）；核实时限（政策参数）',
  },
  entry: [
    'leaveOthers',
    'left',
    'figuresFinal',
    { type: 'armDeadline', params: { name: 'confirm', budget: { workingDays: 'confirmWd' } } },
    { type: 'notify', params: notice('executionToConfirm') },
  ],
  exit: { type: 'disarmDeadline', params: { name: 'confirm' } },
  initial: 'confirming',
  states: {
    confirming: {
      meta: { label: STATE_LABELS.executed, waitsFor: ['finance.reviewer'] },
      on: {
        QUERY_EXECUTION: {
          target: 'queried',
          actions: ['queried', { type: 'notify', params: notice('executionQueried') }],
        },
      },
    },
    queried: {
      meta: { label: STATE_LABELS.executed, waitsFor: ['bank.maker'] },
      entry: [
        { type: 'stopDeadline', params: { name: 'confirm', cause: 'query' } },
        { type: 'armDeadline', params: { name: 'query', budget: { workingDays: 'queryWd' } } },
      ],
      exit: [
        { type: 'disarmDeadline', params: { name: 'query' } },
        { type: 'resumeDeadline', params: { name: 'confirm', cause: 'query' } },
      ],
      on: {
        REPORT_EXECUTION: {
          target: 'confirming',
          actions: ['executed', 'judgeExecution', { type: 'notify', params: notice('executionCorrected') }],
        },
        'DEADLINE.query': {
          target: 'confirming',
          actions: ['disputed', 'openDispute', { type: 'notify', params: notice('executionDisputed') }],
        },
      },
    },
  },
  on: {
    CONFIRM_EXECUTION: confirmed,
    'DEADLINE.confirm': confirmed,
    REPORT_EXECUTION: {
      actions: ['executed', 'judgeExecution', { type: 'notify', params: notice('executionCorrected') }],
    },
    VOID: {
      guard: 'isOnlyFiledAsDone',
      target: 'voided',
      actions: { type: 'notify', params: notice('voided') },
    },
    OPINE: lateOpinion,
    SUSPECT_SPLIT: { actions: 'splitSuspected' },
  },
});
