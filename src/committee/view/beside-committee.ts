import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { SeenCase } from '../../cases/seen-case.js';

/** A committee that its reader sees, for what lies beside it. */
export interface BesideCommittee {
  seen: SeenCase<CommitteeContext>;
  today: string;
}
