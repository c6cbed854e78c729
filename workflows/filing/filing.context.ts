import type { CivilDay, Role } from '../process.js';
import type { ActKind } from '../rules/filing-codes.js';
import type { Lane } from '../rules/lane.js';
import type { Basis } from './basis.js';
import type { Measure, Position } from './positions.js';

/** The two bureaus that give opinions. The county reports facts and the committee's chair may comment: neither is waited for. */
export const OPINING_OFFICES = ['finance', 'industry'] as const;
export type OpiningOffice = (typeof OPINING_OFFICES)[number];

/** How a filing ended: 已实施、部分实施、已稳贷、已由其他安排替代. */
export type Outcome = 'executed' | 'partly' | 'retained' | 'replaced';

/** Who held a step: the person, and the one in whose stead the person stood. */
export interface Signer {
  person: string;
  for?: string;
}

/** An opinion that still waits for signatures of its office. */
export interface DraftedOpinion {
  position: Position;
  /** The posts whose turn is still to come, the next one first. */
  toSign: readonly Role[];
  signers: readonly Signer[];
}

export interface OfficeReview {
  /** What the office said in time. Null while it has said nothing, and for good once it is silent. */
  position: Position | null;
  draft?: DraftedOpinion;
  supplemented?: true;
  /** It spoke after its time: recorded, changes nothing. */
  late?: true;
}

/** The committee active on the firm, and the working days that its draft, notice, vote and one extension take. */
export interface ActiveCommittee {
  id: string;
  workingDays: number;
}

/** What a former revision allows from its bank date on; an increase alone waits for the new one. */
export interface Allowance {
  amount: string;
  from: CivilDay;
}

/** Everything the bank has reported as done so far. */
export interface Executed {
  total: string;
  last: CivilDay;
  reports: number;
}

/**
 * What the machine remembers of one filing (提前报告): ids, figures as decimal strings of yuan, civil days and flags. The
 * content lies in immutable revisions beside it; texts lie in the log. Kept below 1.9 kB as JSON, so that the row stays narrow.
 */
export interface FilingContext {
  filing: string;
  bank: string;
  unit: string | null;
  /** Who prepared the revision in force. */
  maker: Signer;
  /** The posts that sign the filing inside the bank, in order, while it is being checked; and who has signed. */
  chain: readonly Role[];
  signers: readonly Signer[];

  number: string | null;
  registerNumber: string | null;
  policy: string | null;
  /** False when no legal basis was in force at `FILE`: 自愿报告, nothing is late, no inquiry opens. */
  basisInForce: boolean;
  revision: number;
  /** The revision under which the present review began; a minor amendment leaves it. Messages of other cases name it. */
  reviewed: number;
  contentHash: string | null;

  kind: ActKind | null;
  amount: string;
  plannedDate: CivilDay | null;
  actedOn: CivilDay | null;
  emergency: boolean;
  /** §1's answer when this revision was sent. A filing that need not have been made was made voluntarily. */
  reportable: boolean;
  receivedOn: CivilDay | null;
  /** The first bank date of the revision under review: undertakings and postponements count from it. */
  firstBankDate: CivilDay | null;
  bankDate: CivilDay | null;
  allowances: readonly Allowance[];

  marks: readonly string[];
  officeMarks: readonly string[];
  lane: Lane;
  /** The standstill in force against this filing. It marks, it never blocks. */
  standstill: string | null;
  /** Up to how much the committee has consented. */
  consentCap: string | null;
  courtAccepted: boolean;
  committee: ActiveCommittee | null;
  /** Key of the county that administers the place of operation. */
  county: string | null;
  /** `asked`: for facts that it has not reported yet. */
  countyTold: 'no' | 'told' | 'asked';

  acknowledged: 'office' | 'clock' | null;
  completionAsked: boolean;
  finance: OfficeReview;
  industry: OfficeReview;
  /** The day of the latest step of the review: its end carries no day of its own. */
  reviewedOn: CivilDay | null;
  /** Measures taken in this revision: each comes once. */
  used: readonly Measure[];
  /** What came back from the committee: a refusal, or no answer at all. */
  referralReturned: 'refused' | 'unanswered' | null;
  /** Whether the leader or the committee has answered the strictest opinion that stands. */
  answered: boolean;
  extended: boolean;
  /** Told to the coordination by `FILING.JOINED`, not yet by `FILING.LEFT`. */
  joined: boolean;
  /** Counts referrals; a resolution answers one of them. */
  referral: number;
  /** The committee still has the item of the last referral. */
  itemOpen: boolean;

  basis: Basis | null;
  clearedOn: CivilDay | null;
  executed: Executed | null;
  /** What was done has been reported in full: from here on figures are corrected, not added. */
  figuresFinal: boolean;
  queried: boolean;
  outcome: Outcome | null;
}

/** What a filing is born with. `maker` may act for another person. */
export interface FilingInput {
  filing: string;
  bank: string;
  unit?: string | null;
  maker: string;
  makerFor?: string;
}

/**
 * A new draft. XState's pure `transition` makes an initial snapshot on every call, without input, and drops it: were this to
 * throw then, each event would pay for an error that nobody sees.
 */
export function initialContext(input: FilingInput = NOBODY): FilingContext {
  return {
    filing: input.filing,
    bank: input.bank,
    unit: input.unit ?? null,
    maker: signer(input.maker, input.makerFor),
    chain: [],
    signers: [],
    number: null,
    registerNumber: null,
    policy: null,
    basisInForce: true,
    revision: 0,
    reviewed: 0,
    contentHash: null,
    kind: null,
    amount: '0.00',
    plannedDate: null,
    actedOn: null,
    emergency: false,
    reportable: true,
    receivedOn: null,
    firstBankDate: null,
    bankDate: null,
    allowances: [],
    marks: [],
    officeMarks: [],
    lane: 'focus',
    standstill: null,
    consentCap: null,
    courtAccepted: false,
    committee: null,
    county: null,
    countyTold: 'no',
    ...UNREVIEWED,
    referral: 0,
    executed: null,
    figuresFinal: false,
    queried: false,
    outcome: null,
  };
}

const NOBODY: FilingInput = { filing: '', bank: '', maker: '' };

/** Where a review begins: at `FILE`, and again with every material amendment. */
export const UNREVIEWED = {
  acknowledged: null,
  completionAsked: false,
  finance: { position: null },
  industry: { position: null },
  reviewedOn: null,
  used: [],
  referralReturned: null,
  answered: false,
  extended: false,
  joined: false,
  itemOpen: false,
  basis: null,
  clearedOn: null,
} as const satisfies Partial<FilingContext>;

export function signer(person: string, onBehalfOf: string | undefined): Signer {
  return onBehalfOf === undefined ? { person } : { person, for: onBehalfOf };
}
