import type { CivilDay, Refusal, Role } from '../process.js';
import type { ActKind } from '../rules/filing-codes.js';
import type { Lane } from '../rules/lane.js';
import type { PolicyValues } from '../rules/policy.js';
import type { ActiveCommittee } from './filing.context.js';

/**
 * What the engine looks up for each event, logged with it, so that replay never looks again. Every event has `day` and
 * `today`; a type below adds what its event needs and no more. Guards and transitions read nothing else.
 */
export interface BaseFacts {
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of the transaction in Asia/Shanghai. */
  today: CivilDay;
}

/** The policy that judges the act, with the few numbers the machine itself compares; a complete set of values fits. */
export interface PolicyFact {
  id: string;
  values: Pick<PolicyValues, 'validityDays' | 'countyFrom'>;
}

/** What the content says, as far as the machine must remember it. */
export interface FilingFigures {
  kind: ActKind;
  /** Yuan, two decimals. */
  amount: string;
  plannedDate: CivilDay;
  /** The day on which the act was done already. */
  actedOn: CivilDay | null;
  emergency: boolean;
}

/** Content that is judged where it is handed on: `SEND_TO_CHECK`, `SIGN_FILING`. */
export interface ContentFacts extends BaseFacts {
  /** What `content-checks.ts` answered about the content; empty in every logged event. */
  contentRefusals: readonly Refusal[];
  /** The bank's sign-off chain for a filing: 2–4 posts, `DEFAULT_BANK_CHAIN` when the bank has set none. */
  chain: readonly Role[];
}

/** A content that becomes a revision: `FILE`, `RESUBMIT`, `AMEND`. */
export interface RevisionFacts extends BaseFacts {
  contentRefusals: readonly Refusal[];
  policy: PolicyFact;
  /** 1 at `FILE`. */
  revision: number;
  contentHash: string;
  figures: FilingFigures;
  /** Key of the county of operation, which routes the filing. */
  county?: string | null;
  /** Who last changed the content that is now sent: another person must send it, also through delegation. */
  preparedBy: string;
  preparedFor?: string;
  receivedOn: CivilDay;
  /** From `lead-time.ts`: the later of planned date and received day + `leadWd`; null for an act already done. */
  bankDate: CivilDay | null;
  /** §1's answer; the whole `Assessment` may stand here. */
  assessment: { reportable: boolean };
  /** A legal basis is in force on the received day. */
  basisInForce: boolean;
  /** Marks that the bank may see, from `marks.ts`. */
  bankMarks: readonly string[];
  /** `whitelisted`, `runAlert`, from `marks.ts`: never shown to a bank. `standstillConflict` follows from `standstill`. */
  officeMarks: readonly string[];
  /** From `lane.ts`. */
  lane: Lane;
  committee: ActiveCommittee | null;
  /** The standstill of which the bank is a member: in force on the day of an act already done, else on the received day. */
  standstill: string | null;
}

export interface FileFacts extends RevisionFacts {
  /** 泉贷报〔2026〕晋鲤12号: the bank's own series. */
  number: string;
  /** The city-wide number; offices only. */
  registerNumber: string;
  courtAccepted: boolean;
  /** The signed agreement says that the chair hears of members' reports at once. */
  chairToldAtOnce: boolean;
}

/** `AMEND` and `RESUBMIT`. */
export interface AmendFacts extends RevisionFacts {
  /** Answers that differ from the revision in force; none means that nothing was prepared. */
  diffs: readonly { pointer: string; before: unknown; after: unknown }[];
  /** Amount up, date earlier, or another kind: a new received day, bank date and review. */
  material: boolean;
}

/** The committee active on the firm at this moment. */
export interface CommitteeFacts extends BaseFacts {
  committee: ActiveCommittee | null;
}

export interface OpinionFacts extends CommitteeFacts {
  /** The office's sign-off chain for the lane the filing runs in: 1–4 posts, `defaultOfficeChain` when it has set none. */
  chain: readonly Role[];
}

/** `UNDERTAKE`, `POSTPONE`. */
export interface DateFacts extends BaseFacts {
  policy: PolicyFact;
}

export interface ScopeFacts extends BaseFacts {
  /** §1 asked again today. */
  assessment: { reportable: boolean };
}

export interface VoidFacts extends BaseFacts {
  /** Who asked for it, when the bank prepares it in two steps; else the maker of the revision in force counts as the first person. */
  preparedBy?: string;
  preparedFor?: string;
}

export interface ExecutionFacts extends BaseFacts {
  /** §1 asked about what was done, with the larger of the amounts filed and done. */
  assessment: { reportable: boolean };
  /** The standstill in force on the day of execution of which the bank is a member. */
  standstill: string | null;
}

/** An outcome `reducedTo` that is taken is a revision, which the bank has prepared and confirmed in the coordination. */
export interface ConcludedFacts extends BaseFacts {
  revision?: number;
  contentHash?: string;
  diffs?: AmendFacts['diffs'];
  preparedBy?: string;
  preparedFor?: string;
}
