import type { Fen } from '../../../workflows/rules/fen.js';
import { votingRule } from '../../../workflows/rules/majority.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';
import type { Choice, FrozenMember, OpenedBallot } from '../../../workflows/rules/vote-count.js';

export const MAJOR = votingRule('major', DEFAULT_POLICY);
export const ORDINARY = votingRule('ordinary', DEFAULT_POLICY);

/** Members `m1`, `m2` … with these claims, nobody conflicted. */
export function members(...claims: Fen[]): FrozenMember[] {
  return claims.map((claim, index) => ({
    member: `m${index + 1}`,
    claim,
    conflicted: false,
    asking: false,
  }));
}

/** As many members as that, each with the same claim. */
export function equalMembers(count: number, claim: Fen): FrozenMember[] {
  return members(...Array.from({ length: count }, () => claim));
}

export function ballot(member: string, choice: Choice = 'for', paper = true): OpenedBallot {
  return { member, choice, paper };
}

/** `m1` to `m<count>` for it, with their papers. */
export function forBy(count: number): OpenedBallot[] {
  return Array.from({ length: count }, (_, index) => ballot(`m${index + 1}`));
}
