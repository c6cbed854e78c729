import { formatYuan } from '../rules/fen.js';
import type { Tally, TallyReason } from '../rules/vote-count.js';

/** The count as it stands in the log and in JSON: heads as whole numbers, claims in yuan. */
export interface TallyFigures {
  passed: boolean;
  reasons: readonly TallyReason[];
  heads: number;
  forHeads: number;
  againstHeads: number;
  abstainHeads: number;
  silentHeads: number;
  neededHeads: number;
  totalClaims: string;
  forClaims: string;
  neededClaims: string;
}

/** Heads are few, so that a number holds them; claims stay text. */
export function tallyFigures(tally: Tally): TallyFigures {
  return {
    passed: tally.passed,
    reasons: tally.reasons,
    heads: Number(tally.heads),
    forHeads: Number(tally.forHeads),
    againstHeads: Number(tally.againstHeads),
    abstainHeads: Number(tally.abstainHeads),
    silentHeads: Number(tally.silentHeads),
    neededHeads: Number(tally.neededHeads),
    totalClaims: formatYuan(tally.totalClaims),
    forClaims: formatYuan(tally.forClaims),
    neededClaims: formatYuan(tally.neededClaims),
  };
}
