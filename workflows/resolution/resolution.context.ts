import type { CivilDay } from '../process.js';
import type { ItemKind, Subject } from './subjects.js';
import type { TallyFigures } from './tally-figures.js';

/** Heads, and the yuan of their claims. */
export interface Weight {
  heads: number;
  claims: string;
}

/** 拟题、通知、表决、延长: working days, as the agreement in force when the item was drafted has them. */
export interface Windows {
  draftWd: number;
  noticeWd: number;
  voteWd: number;
  extensionWd: number;
}

/**
 * What the machine remembers of one resolution (决议): ids, figures as decimal strings of yuan, days and flags. Members, claims
 * and ballots are rows beside it, so that a committee of two hundred is no larger here than one of three. How anybody has
 * voted never stands here before the close, and afterwards only as sums.
 */
export interface ResolutionContext {
  resolution: string;
  committee: string;
  number: string | null;
  policy: string | null;
  windows: Windows | null;
  /** Null until the event that the case is born of. */
  subject: Subject | null;
  kind: ItemKind | null;
  /** The member that asked for it. */
  askedBy: string | null;
  draftedOn: CivilDay | null;
  /** Who was to preside when it was drafted; empty where any other member may. */
  presiding: readonly string[];

  /** Those that asked have waited long enough for the chair. */
  draftOverdue: boolean;
  /** 基准日: members and claims stand as they were on this day. */
  recordDate: CivilDay | null;
  /** 公开表决, where the agreement says so. */
  openVoting: boolean;
  /** Who may vote: without those related to the debtor, and without whoever asks for itself. */
  entitled: Weight | null;
  turnout: Weight;
  /** Ballots whose sealed paper has not come. */
  missingPapers: number;
  voteExtended: boolean;

  tally: TallyFigures | null;
  closedOn: CivilDay | null;
  until: CivilDay | null;
  termExtended: boolean;
  /** How often a member was found to have broken it. */
  breaches: number;
}

/** It begins with the first event, and learns who it is from that event's facts. */
export type ResolutionInput = Record<string, never>;

export function initialContext(_?: ResolutionInput): ResolutionContext {
  return {
    resolution: '',
    committee: '',
    number: null,
    policy: null,
    windows: null,
    subject: null,
    kind: null,
    askedBy: null,
    draftedOn: null,
    presiding: [],
    draftOverdue: false,
    recordDate: null,
    openVoting: false,
    entitled: null,
    turnout: { heads: 0, claims: '0.00' },
    missingPapers: 0,
    voteExtended: false,
    tally: null,
    closedOn: null,
    until: null,
    termExtended: false,
    breaches: 0,
  };
}
