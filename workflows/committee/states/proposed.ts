import { STATE_LABELS } from '../committee.labels.js';
import { notice } from '../committee.notices.js';
import { state } from '../committee.setup.js';
import { abandoned, courtBeforeFounding } from './transitions.js';

const CLAUSE = '银保监发〔2020〕57号第二条：三家以上金融机构债权人可以发起';

/** Where a committee is born: it is proposed in the same transaction, so that nobody ever finds it here. */
export const unproposed = state({
  meta: { label: STATE_LABELS.proposed, waitsFor: ['bank.delegate'], clause: CLAUSE },
  on: {
    PROPOSE: {
      target: 'proposed',
      actions: [
        'proposed',
        { type: 'disclose', params: { to: 'offices' } },
        { type: 'notify', params: notice('committeeProposed') },
      ],
    },
  },
});

const invited = [
  { type: 'disclose', params: { to: 'creditors' } },
  { type: 'notify', params: notice('committeeInvited') },
] as const;
const consulted = [
  'consulting',
  { type: 'disclose', params: { to: 'creditors' } },
  { type: 'notify', params: notice('consultationOpened') },
] as const;

/** 发起: the proposer invites. When it forgets, the creditors of its proposal are invited by the end of the time. */
export const proposed = state({
  meta: {
    label: STATE_LABELS.proposed,
    clause: CLAUSE,
  },
  entry: { type: 'armDeadline', params: { name: 'propose', budget: { workingDays: 'proposeWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'propose' } },
  on: {
    INVITE: [
      { guard: 'isLight', target: 'consulting', actions: consulted },
      { target: 'forming', actions: invited },
    ],
    'DEADLINE.propose': [
      { guard: 'enoughLenders', target: 'consulting', actions: consulted },
      { guard: 'enoughCreditors', target: 'forming', actions: invited },
      { target: 'notFounded' },
    ],
    ABANDON: abandoned,
    'COURT.ACCEPTED': courtBeforeFounding,
  },
});
