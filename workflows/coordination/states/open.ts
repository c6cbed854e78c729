import { STATE_LABELS } from '../coordination.labels.js';
import { state } from '../coordination.setup.js';
import { heard } from './transitions.js';

/**
 * 待交办: the finance leader names a responsible official, or time does. `born` is where a case stands before its first event, in
 * the same transaction; nothing else is taken there.
 */
export const open = state({
  meta: {
    label: STATE_LABELS.open,
    waitsFor: ['finance.leader'],
    clause: '泉政办规〔2023〕1号（十）：共同进退；交办时限（政策参数）',
  },
  initial: 'born',
  states: {
    born: {
      meta: { label: STATE_LABELS.open },
      on: {
        'FILING.JOINED': {
          target: 'assigning',
          actions: [
            'adviseCommittee',
            'joined',
            { type: 'disclose', params: { to: 'offices' } },
            { type: 'disclose', params: { to: 'county' } },
            { type: 'disclose', params: { to: 'banks' } },
            'tellOpened',
          ],
        },
      },
    },
    assigning: {
      meta: { label: STATE_LABELS.open },
      entry: { type: 'armDeadline', params: { name: 'assign', budget: { workingDays: 'assignWd' } } },
      exit: { type: 'disarmDeadline', params: { name: 'assign' } },
      on: {
        ...heard,
        ASSIGN: { target: '#coordination.planning', actions: ['assigned', 'tellAssigned'] },
        'DEADLINE.assign': {
          target: '#coordination.planning',
          actions: ['assignedByLapse', 'tellAssigned'],
        },
      },
    },
  },
});
