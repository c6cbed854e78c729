import { notice } from '../resolution.notices.js';

/** The count stands in the closing transition: there is no state in which a vote is over and its result is not known. */
export const counted = [
  { guard: 'passesForATime', target: '#resolution.inForce', actions: ['counted', 'takeEffect'] },
  { guard: 'passes', target: '#resolution.carried', actions: ['counted', 'takeEffect'] },
  { guard: 'closes', target: '#resolution.failed', actions: ['counted', 'answerRefusal'] },
] as const;

/** Its members know who leaves the count, and by whose word. */
export const conflictRecorded = { type: 'notify', params: notice('resolutionConflictRecorded') } as const;

/** Until the count an item may be dropped: by whoever presides or asked, by its filing, its committee, the court. */
export const dropping = {
  DROP: { target: '#resolution.dropped' },
  'REFERRAL.LEFT': [{ guard: 'isMyReferral', target: '#resolution.dropped' }, { actions: 'record' }],
  'COMMITTEE.ENDED': [{ guard: 'isMyCommittee', target: '#resolution.dropped' }, { actions: 'record' }],
  'COURT.ACCEPTED': { target: '#resolution.dropped' },
} as const;

/** 委托代为表决 and 待上级行决定, from the notice until the ballots are in. */
export const membersNotes = {
  NAME_PROXY: { actions: 'record' },
  REVOKE_PROXY: { actions: 'record' },
  STATE_PENDING_APPROVAL: { actions: { type: 'notify', params: notice('resolutionPendingStated') } },
} as const;
