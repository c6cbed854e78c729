import type { PolicyValues } from './policy.js';

/**
 * A share of a whole that a vote must reach, in whole numbers: cross-multiplied, never divided, so that nothing is rounded.
 * 民法典 1259: 以上 includes the figure (`atLeast`), 超过 and 过半数 do not (`moreThan`).
 */
export interface Majority {
  numerator: bigint;
  denominator: bigint;
  compare: 'atLeast' | 'moreThan';
}

/** 重大事项, 一般事项. 程序性事项 are decided by whoever presides and never counted. */
export type CountedKind = 'major' | 'ordinary';

/** How an item is counted. The agreement (债权人协议) may set each of these; what it leaves open is the policy in force. */
export interface VotingRule {
  heads: Majority;
  claims: Majority;
  /** Whoever is related to the debtor leaves both counts, above and below the line. */
  excludesConflicted: boolean;
  /** So does the member that asks consent to its own act. */
  excludesAsking: boolean;
  /** A ballot without a sealed paper (盖章表决票) by its date counts as silence. */
  needsPaper: boolean;
}

/** 银监办便函〔2016〕1196号 [M]: two thirds of the claims and more, and more than half of the members; 一般事项 [D]: more than half of both. */
export function votingRule(kind: CountedKind, policy: MajorityFigures): VotingRule {
  const major = kind === 'major';
  return {
    heads: major
      ? share(policy.majorHeadsNumerator, policy.majorHeadsDenominator, 'moreThan')
      : share(policy.ordinaryHeadsNumerator, policy.ordinaryHeadsDenominator, 'moreThan'),
    claims: major
      ? share(policy.majorClaimsNumerator, policy.majorClaimsDenominator, 'atLeast')
      : share(policy.ordinaryClaimsNumerator, policy.ordinaryClaimsDenominator, 'moreThan'),
    excludesConflicted: true,
    excludesAsking: true,
    needsPaper: major,
  };
}

export type MajorityFigures = Pick<
  PolicyValues,
  | 'majorClaimsNumerator'
  | 'majorClaimsDenominator'
  | 'majorHeadsNumerator'
  | 'majorHeadsDenominator'
  | 'ordinaryClaimsNumerator'
  | 'ordinaryClaimsDenominator'
  | 'ordinaryHeadsNumerator'
  | 'ordinaryHeadsDenominator'
>;

/** Whether the part is enough. Of nothing there is no majority: where nobody is entitled, nothing is carried. */
export function reaches(part: bigint, whole: bigint, { numerator, denominator, compare }: Majority): boolean {
  if (whole <= 0n) return false;
  const reached = part * denominator;
  const asked = whole * numerator;
  return compare === 'atLeast' ? reached >= asked : reached > asked;
}

/** The smallest part that is enough; more than there is where nothing can be. */
export function neededOf(whole: bigint, { numerator, denominator, compare }: Majority): bigint {
  if (whole <= 0n) return 1n;
  const asked = whole * numerator;
  const below = asked / denominator;
  const isExact = below * denominator === asked;
  return compare === 'atLeast' && isExact ? below : below + 1n;
}

/** Policy figures are whole numbers; `BigInt` throws on anything else. */
function share(numerator: number, denominator: number, compare: Majority['compare']): Majority {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator), compare };
}
