import type { CivilDay, Refusal } from '../process.js';
import { type Fen, fenOf, formatYuan, parseYuan } from '../rules/fen.js';

/**
 * 债权登记: what a creditor declares, principal less pledged margin (保证金) and deposits (存单), so that no head weighs more
 * than it can lose. Practice counts so (债权敞口本金余额); the record date (基准日) freezes it.
 */
export interface DeclaredClaim {
  /** Yuan. */
  principal: string;
  pledgedMargin: string;
  deposits: string;
}

export const CLAIM_CLAUSE = '银保监发〔2020〕57号；债权登记口径：本金余额扣减保证金、存单质押（协议约定）';

export const CLAIM_BASES = ['loan', 'acceptance', 'guarantee', 'bond', 'other'] as const;
export type ClaimBasis = (typeof CLAIM_BASES)[number];

/** Undefined when a figure is no amount. May be zero or less, which no claim is. */
export function claimAmount({ principal, pledgedMargin, deposits }: DeclaredClaim): Fen | undefined {
  const [owed, margin, deposited] = [parseYuan(principal), parseYuan(pledgedMargin), parseYuan(deposits)];
  if (owed === undefined || margin === undefined || deposited === undefined) return undefined;
  return owed - margin - deposited;
}

export function claimRefusals(declared: DeclaredClaim): Refusal[] {
  const amount = claimAmount(declared);
  if (amount === undefined) {
    return [
      {
        code: 'amount-invalid',
        pointer: '/principal',
        message: '请以元填写金额，最多两位小数。',
        clause: CLAIM_CLAUSE,
      },
    ];
  }
  if (amount > 0n) return [];
  return [
    {
      code: 'claim-not-positive',
      pointer: '/principal',
      message: `扣减保证金和存单后债权为${formatYuan(amount)}元，须大于零，请核对。`,
      clause: CLAIM_CLAUSE,
    },
  ];
}

/** A creditor with a claim, as the election sees it. */
export interface Candidate {
  bank: string;
  /** Yuan. */
  claim: string;
  willing: boolean;
  /** Of two equal claims the one declared first goes first. */
  declaredAt: string;
}

/** The chair-elect when nobody elected: the largest claim among those that are willing. */
export function largestWilling(candidates: readonly Candidate[]): string | undefined {
  const [first] = candidates
    .filter(({ willing, claim }) => willing && fenOf(claim) > 0n)
    .sort((a, b) => {
      const difference = fenOf(b.claim) - fenOf(a.claim);
      if (difference !== 0n) return difference > 0n ? 1 : -1;
      if (a.declaredAt !== b.declaredAt) return a.declaredAt < b.declaredAt ? -1 : 1;
      return a.bank < b.bank ? -1 : 1;
    });
  return first?.bank;
}

/** A member with the claim that was confirmed for it, or with which it acceded. */
export interface MemberClaim {
  bank: string;
  claim: string;
  /** The day at whose end the claim was that much: what passed later is added and taken away. */
  claimOn: CivilDay;
  memberFrom: CivilDay;
  /** The first day on which it was no member any more. */
  memberUntil?: CivilDay;
}

export interface ClaimTransfer {
  from: string;
  to: string;
  amount: string;
  /** The day on which the claim passed. */
  on: CivilDay;
}

/**
 * Who votes on a record date (基准日), and with how much: the members of that day, with the claims that they held at its end. A
 * claim sold later still votes in the seller's hand; what was bought before counts once its buyer has acceded, and until
 * then for nobody, since the agreement binds its signers only.
 */
export function votingClaimsOn(
  recordDate: CivilDay,
  members: readonly MemberClaim[],
  transfers: readonly ClaimTransfer[],
): { bank: string; claim: string }[] {
  const passed = transfers.filter(({ on }) => on <= recordDate);
  return members
    .filter(
      ({ memberFrom, memberUntil }) =>
        memberFrom <= recordDate && (memberUntil === undefined || memberUntil > recordDate),
    )
    .map(({ bank, claim, claimOn }) => {
      const later = passed.filter(({ on }) => on > claimOn);
      const sold = sumOf(later.filter(({ from }) => from === bank));
      const bought = sumOf(later.filter(({ to }) => to === bank));
      return { bank, fen: fenOf(claim) - sold + bought };
    })
    .filter(({ fen }) => fen > 0n)
    .map(({ bank, fen }) => ({ bank, claim: formatYuan(fen) }));
}

function sumOf(transfers: readonly ClaimTransfer[]): Fen {
  return transfers.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
}
