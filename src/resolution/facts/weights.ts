import type { Weight } from '../../../workflows/resolution/resolution.context.js';
import type { RuleFact, ShareFact } from '../../../workflows/resolution/resolution.facts.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { Majority, VotingRule } from '../../../workflows/rules/majority.js';
import { sumOf } from '../../../workflows/rules/vote-count.js';

/** How a rule stands in the log, and back. */
export function ruleFact({ heads, claims, ...rest }: VotingRule): RuleFact {
  return { heads: shareFact(heads), claims: shareFact(claims), ...rest };
}

export function ruleOf({ heads, claims, ...rest }: RuleFact): VotingRule {
  return { heads: majorityOf(heads), claims: majorityOf(claims), ...rest };
}

export function weightOf(members: readonly { claim: bigint }[]): Weight {
  const { heads, claims } = sumOf(members);
  return { heads: Number(heads), claims: formatYuan(claims) };
}

function shareFact({ numerator, denominator, compare }: Majority): ShareFact {
  return { numerator: String(numerator), denominator: String(denominator), compare };
}

function majorityOf({ numerator, denominator, compare }: ShareFact): Majority {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator), compare };
}
