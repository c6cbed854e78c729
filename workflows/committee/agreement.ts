import { fenOf } from '../rules/fen.js';
import { type CountedKind, type Majority, reaches, type VotingRule } from '../rules/majority.js';
import type { PolicyValues } from '../rules/policy.js';

/**
 * 债权人协议 as data: what its signers have agreed about deciding together (银保监发〔2020〕57号: 债权人协议, 重大事项决策机制).
 * It binds by contract, and its signers only; every majority, denominator and window in it may be set by them.
 */
export interface Agreement {
  majorities: Record<CountedKind, Shares>;
  /** Whether a member leaves both counts, or stays in them: one related to the debtor, one that asks consent to its own act. */
  denominators: Record<Excludable, 'leave' | 'stay'>;
  /** Working days. */
  windows: Record<Window, number>;
  /** Calendar days of a standstill, and of its one extension. */
  standstill: { days: number; extensionDays: number };
  /** The chair hears of a member's report at once, not on referral only. */
  chairToldAtOnce: boolean;
  /** What members see of each other. */
  disclosure: Record<Shared, boolean>;
  /** Ballots are open while the vote runs; without it they stay sealed until the close. */
  openVoting: boolean;
}

/** A share of a whole as JSON holds it: whole numbers, never a decimal. */
export interface Share {
  numerator: number;
  denominator: number;
  /** `atLeast` 以上 includes the figure itself (民法典 1259), `moreThan` 过 does not. */
  compare: Majority['compare'];
}

/** What one class of items needs, of both counts together. */
export interface Shares {
  claims: Share;
  heads: Share;
}

export const COUNTED_KINDS = ['major', 'ordinary'] as const satisfies readonly CountedKind[];

export const EXCLUDABLE = ['conflicted', 'asking'] as const;
export type Excludable = (typeof EXCLUDABLE)[number];

/** 拟题、通知、表决、延长. */
export const WINDOWS = ['draftWd', 'noticeWd', 'voteWd', 'extensionWd'] as const;
export type Window = (typeof WINDOWS)[number];

export const SHARED = ['claims', 'exposures', 'filings'] as const;
export type Shared = (typeof SHARED)[number];

/** The figures of the policy that an agreement begins with. */
export type AgreementPolicy = Pick<
  PolicyValues,
  | 'draftWd'
  | 'noticeWd'
  | 'voteWd'
  | 'extendVoteWd'
  | 'standstillDays'
  | 'standstillExtensionDays'
  | 'majorClaimsNumerator'
  | 'majorClaimsDenominator'
  | 'majorHeadsNumerator'
  | 'majorHeadsDenominator'
  | 'ordinaryClaimsNumerator'
  | 'ordinaryClaimsDenominator'
  | 'ordinaryHeadsNumerator'
  | 'ordinaryHeadsDenominator'
>;

/** What holds when the signers agree on nothing else: the policy's figures, sealed ballots, claims shared and no filings. */
export function agreementOf(policy: AgreementPolicy): Agreement {
  return {
    majorities: {
      major: {
        claims: share(policy.majorClaimsNumerator, policy.majorClaimsDenominator, 'atLeast'),
        heads: share(policy.majorHeadsNumerator, policy.majorHeadsDenominator, 'moreThan'),
      },
      ordinary: {
        claims: share(policy.ordinaryClaimsNumerator, policy.ordinaryClaimsDenominator, 'moreThan'),
        heads: share(policy.ordinaryHeadsNumerator, policy.ordinaryHeadsDenominator, 'moreThan'),
      },
    },
    denominators: { conflicted: 'leave', asking: 'leave' },
    windows: {
      draftWd: policy.draftWd,
      noticeWd: policy.noticeWd,
      voteWd: policy.voteWd,
      extensionWd: policy.extendVoteWd,
    },
    standstill: { days: policy.standstillDays, extensionDays: policy.standstillExtensionDays },
    chairToldAtOnce: false,
    disclosure: { claims: true, exposures: false, filings: false },
    openVoting: false,
  };
}

/**
 * How long an answer of this committee may take: draft, notice, vote, one extension, and the time for sealed papers, which a consent
 * needs like every major item. A referred filing waits so long.
 */
export function workingDaysOf(
  { windows }: Pick<Agreement, 'windows'>,
  { sealedPaperWd }: Pick<PolicyValues, 'sealedPaperWd'>,
): number {
  return WINDOWS.reduce((sum, window) => sum + windows[window], sealedPaperWd);
}

/** The agreement's word on how an item is counted. */
export function votingRuleOf(agreement: Agreement, kind: CountedKind): VotingRule {
  const { heads, claims } = agreement.majorities[kind];
  return {
    heads: majorityOf(heads),
    claims: majorityOf(claims),
    excludesConflicted: agreement.denominators.conflicted === 'leave',
    excludesAsking: agreement.denominators.asking === 'leave',
    needsPaper: kind === 'major',
  };
}

/** Both counts of one vote; claims in yuan. */
export interface Counts {
  forClaims: string;
  totalClaims: string;
  forHeads: number;
  heads: number;
}

export function reachesBoth({ claims, heads }: Shares, counts: Counts): boolean {
  return (
    reaches(fenOf(counts.forClaims), fenOf(counts.totalClaims), majorityOf(claims)) &&
    reaches(BigInt(counts.forHeads), BigInt(counts.heads), majorityOf(heads))
  );
}

function majorityOf({ numerator, denominator, compare }: Share): Majority {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator), compare };
}

function share(numerator: number, denominator: number, compare: Share['compare']): Share {
  return { numerator, denominator, compare };
}
