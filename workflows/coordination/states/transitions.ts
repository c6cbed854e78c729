/**
 * Transitions that several states share. Every state of an open coordination takes what filings, measures and the court say,
 * and what banks say of their own filings; the official's work stands with the states.
 */
export const heard = {
  'FILING.JOINED': {
    actions: ['adviseCommittee', 'joined', { type: 'disclose', params: { to: 'banks' } }, 'tellJoined'],
  },
  'FILING.LEFT': [
    {
      guard: 'leavesLastForCourt',
      target: '#coordination.concluded',
      actions: ['left', 'courtAccepted', { type: 'ended', params: { end: 'court' } }, 'tellJudicial'],
    },
    {
      guard: 'leavesLast',
      target: '#coordination.concluded',
      actions: ['left', { type: 'ended', params: { end: 'left' } }],
    },
    { guard: 'leaves', actions: ['left', 'tellLeft'] },
    { actions: 'record' },
  ],
  'SUPPORT.ENDED': { actions: 'tellSupportEnded' },
  // The filings hear the court themselves; measures ask their owners.
  'COURT.ACCEPTED': {
    target: '#coordination.concluded',
    actions: ['courtAccepted', { type: 'ended', params: { end: 'court' } }, 'tellJudicial'],
  },
  PREPARE_OUTCOME: { actions: 'tellOutcomePrepared' },
  CONFIRM_OUTCOME: { actions: 'tellOutcomeConfirmed' },
} as const;

/** What a responsible official may do wherever the coordination stands. */
export const official = {
  ASSIGN: { actions: ['assigned', 'tellAssigned'] },
  ADD_SUPPORT: { actions: 'addSupport' },
  CONCLUDE_FILING: [
    {
      guard: 'concludesLast',
      target: '#coordination.concluded',
      actions: ['concludeFiling', 'left', 'tellOutcome', { type: 'ended', params: { end: 'concluded' } }],
    },
    { actions: ['concludeFiling', 'left', 'tellOutcome'] },
  ],
} as const;
