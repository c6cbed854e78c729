import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { amendedMaterially, endings, lateOpinion, state, undertakenAfterClearance } from './transitions.js';

/**
 * 已收悉: whether and when to act is the bank's, within 90 days. It reports what it did, or that it kept the credit. The
 * clocks count from the later of clearance and bank date, so whatever moves that date sets them anew.
 */
export const cleared = state({
  meta: {
    label: STATE_LABELS.cleared,
    waitsFor: ['bank.maker'],
    clause: '商业银行法第四条、第七条；民营经济促进法第二十四条',
  },
  entry: 'armAfterClearance',
  exit: [
    { type: 'disarmDeadline', params: { name: 'executionReminder' } },
    { type: 'disarmDeadline', params: { name: 'validity' } },
  ],
  on: {
    ...endings,
    AMEND: [
      amendedMaterially,
      {
        guard: 'movesBankDate',
        target: 'cleared',
        reenter: true,
        actions: ['tellOfAmendment', 'amendedSlightly', { type: 'notify', params: notice('amended') }],
      },
      { actions: ['tellOfAmendment', 'amendedSlightly', { type: 'notify', params: notice('amended') }] },
    ],
    POSTPONE: {
      target: 'cleared',
      reenter: true,
      actions: ['postponed', { type: 'notify', params: notice('bankDateMoved') }],
    },
    UNDERTAKE: undertakenAfterClearance,
    REPORT_RETAINED: [
      // Part was done: what was done must still be confirmed.
      { guard: 'isExecuted', target: 'executed' },
      { target: 'closed', actions: { type: 'closedAs', params: { outcome: 'retained' } } },
    ],
    // An agreement that comes after the date takes effect by the bank's own act alone.
    'COORDINATION.CONCLUDED': {
      guard: 'isConcluded',
      actions: [
        'leaveCoordination',
        'leftCoordination',
        { type: 'notify', params: notice('coordinationAgreedLate') },
      ],
    },
    OPINE: lateOpinion,
    SUSPECT_SPLIT: { actions: 'splitSuspected' },
    'DEADLINE.executionReminder': { actions: { type: 'notify', params: notice('executionDue') } },
    'DEADLINE.validity': [
      { guard: 'isExecuted', target: 'executed' },
      { target: 'lapsed', actions: { type: 'notify', params: notice('lapsed') } },
    ],
  },
});
