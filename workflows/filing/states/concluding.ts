import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { clearedBy, lateOpinion, passesAtBankDate, state, undertaken } from './transitions.js';

const coordinate = { type: 'used', params: { measure: 'coordinate' } } as const;
const refer = { type: 'used', params: { measure: 'referToCommittee' } } as const;
const suggest = { type: 'used', params: { measure: 'suggestDeferral' } } as const;

/**
 * 形成处置意见: the finance leader decides on what is proposed, the stricter of the opinions. When the leader stays silent a
 * measure that is proposed takes effect; nothing proposed waits for the bank date, and the leader is told again.
 */
export const concluding = state({
  meta: {
    label: STATE_LABELS.concluding,
    waitsFor: ['finance.leader'],
    clause: '泉政办规〔2023〕1号（十）：合理研判；处置时限（政策参数）',
  },
  entry: [
    { type: 'armDeadline', params: { name: 'conclude', budget: { workingDays: 'concludeWd' } } },
    { type: 'notify', params: notice('toConclude') },
  ],
  exit: { type: 'disarmDeadline', params: { name: 'conclude' } },
  on: {
    CLEAR: clearedBy({ by: 'leader' }),
    SUGGEST_DEFERRAL: { target: 'suggested', actions: ['leaderAnswered', suggest] },
    INTERVENE: { target: 'coordinating', actions: ['leaderAnswered', coordinate] },
    REFER_TO_COMMITTEE: {
      target: 'referred',
      actions: ['committeeSeen', 'leaderAnswered', refer, 'referred'],
    },
    'DEADLINE.conclude': [
      {
        guard: { type: 'proposes', params: { measure: 'referToCommittee' } },
        target: 'referred',
        actions: ['committeeSeen', refer, 'referred'],
      },
      {
        guard: { type: 'proposes', params: { measure: 'coordinate' } },
        target: 'coordinating',
        actions: ['committeeSeen', coordinate],
      },
      {
        guard: { type: 'proposes', params: { measure: 'suggestDeferral' } },
        target: 'suggested',
        actions: ['committeeSeen', suggest],
      },
      {
        guard: 'isDoneAlready',
        target: '#filing.executed',
        actions: { type: 'cleared', params: { by: 'clock', state: 'concluding' } },
      },
      { actions: { type: 'notify', params: notice('conclusionOverdue') } },
    ],
    UNDERTAKE: undertaken,
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('concluding'),
  },
});

/** 建议暂缓: the bank answers or does not; its date decides. */
export const suggested = state({
  meta: {
    label: STATE_LABELS.suggested,
    waitsFor: ['bank.checker'],
    clause: '商业银行法第四条：是否暂缓由银行自主决定',
  },
  entry: { type: 'notify', params: notice('suggested') },
  on: {
    UNDERTAKE: undertaken,
    DECLINE: clearedBy({ by: 'declining' }),
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('suggested'),
  },
});

/** 承诺暂缓: the undertaken date is the new bank date. */
export const deferred = state({
  meta: { label: STATE_LABELS.deferred, clause: '银行自愿承诺' },
  on: {
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('deferred'),
  },
});
