import { STATE_LABELS } from '../support.labels.js';
import { state } from '../support.setup.js';

const told = [
  { type: 'disclose', params: { to: 'offices' } },
  { type: 'disclose', params: { to: 'county' } },
] as const;
const handedOver = [{ type: 'disclose', params: { to: 'helper' } }, 'tellAssigned'] as const;

/**
 * 拟交办: the finance bureau gives the measure to its owner, or time does, as it was proposed. `born` is where a case stands
 * before its first event, in the same transaction; nothing else is taken there.
 */
export const proposed = state({
  meta: {
    label: STATE_LABELS.proposed,
    waitsFor: ['finance.reviewer'],
    clause: '泉政办规〔2023〕1号（十七）；交办时限（政策参数）',
  },
  initial: 'born',
  states: {
    born: {
      meta: { label: STATE_LABELS.proposed },
      on: {
        'SUPPORT.PROPOSED': [
          {
            guard: 'isAssignedAtOnce',
            target: '#support.running',
            actions: ['proposed', ...told, ...handedOver],
          },
          {
            target: 'deciding',
            actions: ['proposed', ...told, 'tellProposed'],
          },
        ],
      },
    },
    deciding: {
      meta: { label: STATE_LABELS.proposed },
      entry: { type: 'armDeadline', params: { name: 'assign', budget: { workingDays: 'assignWd' } } },
      exit: { type: 'disarmDeadline', params: { name: 'assign' } },
      on: {
        ASSIGN: { target: '#support.running', actions: ['assigned', ...handedOver] },
        'DEADLINE.assign': { target: '#support.running', actions: ['assignedByLapse', ...handedOver] },
        CANCEL: {
          target: '#support.cancelled',
          actions: [{ type: 'ended', params: { outcome: 'cancelled' } }],
        },
        'COURT.ACCEPTED': {
          actions: ['courtAccepted', 'tellJudicial'],
        },
      },
    },
  },
});
