import { STATE_LABELS } from '../resolution.labels.js';
import { notice } from '../resolution.notices.js';
import { resolutionSetup } from '../resolution.setup.js';
import { conflictRecorded, dropping, membersNotes } from './transitions.js';

const { createStateConfig: state } = resolutionSetup;

/** 已通知: members and claims are frozen; whoever is related to the debtor says so before the vote begins. */
export const noticed = state({
  meta: { label: STATE_LABELS.noticed, clause: '债权人协议（通知期）' },
  entry: 'armNotice',
  exit: { type: 'disarmDeadline', params: { name: 'notice' } },
  on: {
    ...dropping,
    ...membersNotes,
    DECLARE_CONFLICT: { actions: 'conflictDeclared' },
    RECORD_CONFLICT: { actions: ['conflictRecorded', conflictRecorded] },
    'DEADLINE.notice': {
      target: 'voting',
      actions: { type: 'notify', params: notice('resolutionVoting') },
    },
  },
});
