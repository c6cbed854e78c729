import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { lateOpinion, passesAtBankDate, state, undertaken } from './transitions.js';

const consented = { type: 'cleared', params: { by: 'consent' } } as const;
const returned = { type: 'notify', params: notice('referralReturned') } as const;

/**
 * 提请债委会研判: the committee's item has the filing, for as long as draft, notice, vote and one extension take. A refusal
 * returns with the advice to wait; no answer returns with the offices' own means.
 */
export const referred = state({
  meta: {
    label: STATE_LABELS.referred,
    waitsFor: ['bank.delegate'],
    clause: '泉政办规〔2023〕1号（十）：债委会合理研判、共同进退；银保监发〔2020〕57号',
  },
  entry: [
    'armCommittee',
    'referToCommittee',
    { type: 'disclose', params: { to: 'chair' } },
    { type: 'notify', params: notice('referred') },
  ],
  exit: { type: 'disarmDeadline', params: { name: 'committee' } },
  on: {
    'RESOLUTION.PASSED': [
      {
        guard: { type: 'consentsToReferral', params: { afterAct: true } },
        target: '#filing.executed',
        actions: ['consented', 'itemClosed', consented],
      },
      {
        guard: { type: 'consentsToReferral', params: {} },
        target: '#filing.cleared',
        actions: ['consented', 'itemClosed', consented, { type: 'notify', params: notice('cleared') }],
      },
    ],
    'RESOLUTION.FAILED': [
      { guard: 'refusesReferral', target: 'concluding', actions: ['refused', returned] },
      { guard: 'failsReferral', target: 'concluding', actions: ['itemClosed', 'unanswered', returned] },
    ],
    'COMMITTEE.ENDED': {
      guard: 'endsMyCommittee',
      target: 'concluding',
      actions: ['committeeEnded', 'unanswered', returned],
    },
    // The item goes on; its result will be information.
    'DEADLINE.committee': { target: 'concluding', actions: ['unanswered', returned] },
    UNDERTAKE: undertaken,
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('referred'),
  },
});
