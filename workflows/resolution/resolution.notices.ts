import type { Addressee } from '../process.js';

const CHAIR: Addressee = { party: 'chair', role: 'bank.delegate' };
const VICE_CHAIRS: Addressee = { party: 'viceChairs', role: 'bank.delegate' };
const MEMBERS: Addressee = { party: 'members', role: 'bank.delegate' };
/** The member that the event is about, or that asked. */
const ASKING: Addressee = { party: 'bank', role: 'bank.delegate' };
const REGULATOR_COPY: Addressee = { party: 'regulator', role: 'regulator.observer', copy: true };
const FINANCE_COPY: Addressee = { party: 'finance', role: 'finance.reviewer', copy: true };

/** Major resolutions, standstills and breaches go to the regulator branch, in copy to the finance bureau. */
const AUTHORITIES = [REGULATOR_COPY, FINANCE_COPY];

function copied(addressee: Addressee): Addressee {
  return { ...addressee, copy: true };
}

/** Every notice of the resolution process and whom it reaches. The texts stand with the templates. */
export const NOTICES = {
  resolutionAskedOfChair: [CHAIR],
  resolutionAskedOfViceChairs: [VICE_CHAIRS],
  resolutionAskedOfMembers: [MEMBERS],
  resolutionDraftOverdue: [ASKING, copied(CHAIR)],
  resolutionNoticed: [MEMBERS],
  resolutionVoting: [MEMBERS],
  resolutionConflictRecorded: [MEMBERS],
  resolutionPendingStated: [copied(CHAIR)],
  resolutionVoteExtended: [MEMBERS],
  resolutionPapersDue: [MEMBERS],
  resolutionPassed: [MEMBERS],
  resolutionFailed: [MEMBERS],
  resolutionDecided: [copied(MEMBERS)],
  resolutionDropped: [copied(MEMBERS)],
  resolutionTermExtended: [MEMBERS],
  resolutionExpired: [MEMBERS],
  resolutionRescinded: [MEMBERS],
  resolutionSuperseded: [MEMBERS],
  resolutionBreached: [CHAIR, copied(VICE_CHAIRS)],
  resolutionBreachTold: [copied(MEMBERS)],
  resolutionReported: AUTHORITIES,
  resolutionEndReported: AUTHORITIES,
  resolutionBreachReported: AUTHORITIES,
} as const satisfies Record<string, readonly Addressee[]>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect. */
export function notice(template: NoticeTemplate): { template: NoticeTemplate; to: readonly Addressee[] } {
  return { template, to: NOTICES[template] };
}
