import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { state } from './transitions.js';

/** Saved is not filed. A draft has no number and no deadline; its maker is reminded. */
export const drafting = state({
  meta: { label: STATE_LABELS.drafting, waitsFor: ['bank.maker'] },
  on: {
    SEND_TO_CHECK: {
      target: 'checking',
      actions: ['sentToCheck', { type: 'notify', params: notice('sentToCheck') }],
    },
    // The draft is deleted by whoever keeps it; the log keeps that it was.
    DISCARD: { actions: 'record' },
  },
});

/** The bank's sign-off chain: one person holds one step, the last post files. */
export const checking = state({
  meta: { label: STATE_LABELS.checking, waitsFor: ['bank.checker'], clause: '行内签批链（银行自定）' },
  entry: { type: 'armDeadline', params: { name: 'check', budget: { workingDays: 'checkWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'check' } },
  on: {
    SIGN_FILING: { actions: ['signed', { type: 'notify', params: notice('sentToCheck') }] },
    RETURN_TO_MAKER: {
      target: 'drafting',
      actions: ['returnedToMaker', { type: 'notify', params: notice('returnedToMaker') }],
    },
    FILE: [
      // A firm already in court: the bank gets its receipt all the same.
      { guard: 'courtHasAccepted', target: 'judicial', actions: ['filed', 'tellOfFiling'] },
      { target: 'pending', actions: ['filed', 'tellOfFiling'] },
    ],
    'DEADLINE.check': { actions: { type: 'notify', params: notice('checkOverdue') } },
  },
});
