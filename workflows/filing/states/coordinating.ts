import { STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { clearedBy, lateOpinion, passesAtBankDate, state, undertaken } from './transitions.js';

const reduced = { type: 'cleared', params: { by: 'reduced' } } as const;
const notAgreed = { type: 'cleared', params: { by: 'notAgreed' } } as const;
const notified = { type: 'notify', params: notice('cleared') } as const;
const leftCoordination = ['leaveCoordination', 'leftCoordination'] as const;

/**
 * 启动协调: the firm's coordination has the filing. The clock is the filing's own; when it clears the filing, the filing stays
 * joined, so that an agreement may still come.
 */
export const coordinating = state({
  meta: {
    label: STATE_LABELS.coordinating,
    waitsFor: ['finance.reviewer'],
    clause: '泉政办规〔2023〕1号（十）：共同进退；协调时限（政策参数）',
  },
  entry: [
    'joinCoordination',
    'joined',
    { type: 'armDeadline', params: { name: 'coordinate', budget: { workingDays: 'coordinateWd' } } },
  ],
  exit: { type: 'disarmDeadline', params: { name: 'coordinate' } },
  on: {
    'COORDINATION.CONCLUDED': [
      { guard: 'concludesExecuted', target: '#filing.executed' },
      {
        guard: { type: 'concludes', params: { outcome: 'retained' } },
        target: '#filing.closed',
        actions: [{ type: 'closedAs', params: { outcome: 'retained' } }],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'replacedBy' } },
        target: '#filing.closed',
        actions: [{ type: 'closedAs', params: { outcome: 'replaced' } }],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'reducedTo', afterAct: true } },
        target: '#filing.executed',
        actions: ['agreedToReduce', reduced],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'reducedTo' } },
        target: '#filing.cleared',
        actions: ['agreedToReduce', reduced, ...leftCoordination, notified],
      },
      // Nobody can wait with an act already done.
      {
        guard: { type: 'concludes', params: { outcome: 'deferredUntil', afterAct: true } },
        target: '#filing.executed',
        actions: [notAgreed],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'deferredUntil' } },
        target: 'deferred',
        actions: [
          'leaveOthers',
          'left',
          'disarmBankDate',
          'agreedToDefer',
          'armBankDate',
          { type: 'notify', params: notice('deferred') },
        ],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'notAgreed', afterAct: true } },
        target: '#filing.executed',
        actions: [notAgreed],
      },
      {
        guard: { type: 'concludes', params: { outcome: 'notAgreed' } },
        target: '#filing.cleared',
        actions: [notAgreed, ...leftCoordination, notified],
      },
    ],
    EXTEND_COORDINATION: {
      actions: [
        'extended',
        { type: 'disarmDeadline', params: { name: 'coordinate' } },
        { type: 'armDeadline', params: { name: 'coordinate', budget: { workingDays: 'coordinateWd' } } },
        { type: 'notify', params: notice('coordinationExtended') },
      ],
    },
    'DEADLINE.coordinate': clearedBy({ by: 'clock', state: 'coordinating' }),
    UNDERTAKE: undertaken,
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('coordinating'),
  },
});
