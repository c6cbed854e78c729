import type { CivilDay } from '../process.js';
import type { SupportOutcome, SupportOwner, SupportParent, SupportType } from '../rules/support-types.js';

/** How late a measure is: past its date, told to the leaders (督办), in the bulletin (通报). */
export type Lateness = 'overdue' | 'escalated' | 'bulletin';

/**
 * What the machine remembers of one measure of support (帮扶事项): who has it, until when, and how late it is. Input, results
 * and reasons lie beside it and in the log.
 */
export interface SupportContext {
  support: string;
  type: SupportType | null;
  parent: SupportParent | null;
  /** Who proposed it: the organization may take it back. */
  proposer: string | null;
  owner: SupportOwner | null;
  /** The bank that the input names; with a bridge fund, the one that lends again. */
  bank: string | null;
  /** Key of the county that administers the firm, for notices. */
  county: string | null;
  dueOn: CivilDay | null;
  /** The working day before the due day on which the owner is reminded. */
  remindOn: CivilDay | null;
  dateChanged: boolean;
  waitUntil: CivilDay | null;
  /** 应急周转资金: the day on which the firm repaid, from which the bank's days to lend again count. */
  repaidOn: CivilDay | null;
  lateness: Lateness | null;
  courtAccepted: boolean;
  /** The owner was asked, after the court had accepted, whether the measure goes on. */
  askedToConfirm: boolean;
  outcome: SupportOutcome | null;
}

/** It begins with its proposal, and learns who it is from that event's facts. */
export type SupportInput = Record<string, never>;

export function initialContext(_?: SupportInput): SupportContext {
  return {
    support: '',
    type: null,
    parent: null,
    proposer: null,
    owner: null,
    bank: null,
    county: null,
    dueOn: null,
    remindOn: null,
    dateChanged: false,
    waitUntil: null,
    repaidOn: null,
    lateness: null,
    courtAccepted: false,
    askedToConfirm: false,
    outcome: null,
  };
}
