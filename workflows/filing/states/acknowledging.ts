import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { amendedMaterially, passesAtBankDate, state } from './transitions.js';

/** 签收: the finance bureau takes note for both, or time does (自动签收). */
export const acknowledging = state({
  meta: {
    label: STATE_LABELS.acknowledging,
    waitsFor: ['finance.reviewer'],
    clause: '泉政办规〔2023〕1号（十）；签收时限（政策参数）',
  },
  entry: { type: 'armDeadline', params: { name: 'acknowledge', budget: { workingDays: 'acknowledgeWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'acknowledge' } },
  on: {
    ACKNOWLEDGE: {
      target: 'reviewing',
      actions: [
        { type: 'acknowledged', params: { by: 'office' } },
        { type: 'notify', params: notice('acknowledged') },
      ],
    },
    'DEADLINE.acknowledge': {
      target: 'reviewing',
      actions: [
        { type: 'acknowledged', params: { by: 'clock' } },
        { type: 'notify', params: notice('acknowledged') },
      ],
    },
    REQUEST_COMPLETION: {
      target: 'completing',
      actions: ['completionAsked', { type: 'notify', params: notice('returnedForCompletion') }],
    },
    RULE_OUT_OF_SCOPE: {
      target: '#filing.outOfScope',
      actions: { type: 'notify', params: notice('ruledOutOfScope') },
    },
    'DEADLINE.bankDate': passesAtBankDate('acknowledging'),
  },
});

/** 退回补充材料: all defects at once, once. The bank's date runs on, and an answer that does not come stops nothing. */
export const completing = state({
  meta: {
    label: STATE_LABELS.completing,
    waitsFor: ['bank.maker'],
    clause: '补充材料时限（政策参数）',
  },
  entry: { type: 'armDeadline', params: { name: 'complete', budget: { workingDays: 'completeWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'complete' } },
  on: {
    RESUBMIT: [
      amendedMaterially,
      {
        guard: 'movesBankDate',
        target: 'acknowledging',
        actions: [
          'disarmBankDate',
          'tellOfAmendment',
          'amendedSlightly',
          'armBankDate',
          { type: 'notify', params: notice('resubmitted') },
        ],
      },
      {
        target: 'acknowledging',
        actions: ['tellOfAmendment', 'amendedSlightly', { type: 'notify', params: notice('resubmitted') }],
      },
    ],
    'DEADLINE.complete': {
      target: 'reviewing',
      actions: ['leftIncomplete', { type: 'notify', params: notice('leftIncomplete') }],
    },
    'DEADLINE.bankDate': passesAtBankDate('completing'),
  },
});
