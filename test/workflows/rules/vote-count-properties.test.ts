import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Majority, neededOf, reaches, type VotingRule } from '../../../workflows/rules/majority.js';
import {
  CHOICES,
  countVote,
  type FrozenMember,
  type OpenedBallot,
} from '../../../workflows/rules/vote-count.js';
import { ballot, members } from './a-committee.js';

const SEED = 20_260_918;
const COMMITTEES = 10_000;
const MOST_CLAIM = 10n ** 15n;

const majorities: fc.Arbitrary<Majority> = fc
  .record({
    denominator: fc.bigInt({ min: 1n, max: 1_000n }),
    part: fc.bigInt({ min: 0n, max: 999n }),
    compare: fc.constantFrom<Majority['compare']>('atLeast', 'moreThan'),
  })
  .map(({ denominator, part, compare }) => ({ numerator: 1n + (part % denominator), denominator, compare }));

const rules: fc.Arbitrary<VotingRule> = fc.record({
  heads: majorities,
  claims: majorities,
  excludesConflicted: fc.boolean(),
  excludesAsking: fc.boolean(),
  needsPaper: fc.boolean(),
});

interface Voter {
  claim: bigint;
  conflicted: boolean;
  asking: boolean;
  choice: (typeof CHOICES)[number] | null;
  paper: boolean;
}

const voters: fc.Arbitrary<Voter[]> = fc.array(
  fc.record({
    claim: fc.bigInt({ min: 0n, max: MOST_CLAIM }),
    conflicted: oneIn(8),
    asking: oneIn(8),
    choice: fc.option(fc.constantFrom(...CHOICES), { freq: 4 }),
    paper: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe(`债权人协议: the count is what anybody recounts (${COMMITTEES.toLocaleString('en')} random committees)`, () => {
  it('equals a naive recount, claims up to 10^15 fen, arbitrary fractions', () => {
    fc.assert(
      fc.property(voters, rules, (all, rule) => {
        const tally = countVote(asMembers(all), asBallots(all), rule);

        expect(tally.passed).toBe(recount(all, rule));
      }),
      { numRuns: COMMITTEES, seed: SEED },
    );
  }, 120_000);

  it('does not depend on the order of ballots or members', () => {
    fc.assert(
      fc.property(voters, rules, (all, rule) => {
        const straight = countVote(asMembers(all), asBallots(all), rule);
        const reversed = countVote(asMembers(all).reverse(), asBallots(all).reverse(), rule);

        expect(reversed).toEqual(straight);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('one more member for it never turns a pass into a failure', () => {
    fc.assert(
      fc.property(voters, rules, fc.nat(), (all, rule, index) => {
        const former = countVote(asMembers(all), asBallots(all), rule);
        const convinced = all.map((voter, at) =>
          at === index % Math.max(1, all.length) ? { ...voter, choice: 'for' as const, paper: true } : voter,
        );
        const later = countVote(asMembers(convinced), asBallots(convinced), rule);

        expect(former.passed && !later.passed).toBe(false);
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});

describe('one fen over the boundary flips the result exactly where the integers say so', () => {
  it('at whatever fraction, of whatever whole', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MOST_CLAIM }), majorities, (whole, majority) => {
        const needed = neededOf(whole, majority);

        expect(reaches(needed, whole, majority)).toBe(true);
        expect(reaches(needed - 1n, whole, majority)).toBe(false);
      }),
      { numRuns: COMMITTEES, seed: SEED },
    );
  });

  it('of nothing, no part is enough', () => {
    fc.assert(
      fc.property(majorities, (majority) => {
        expect(reaches(0n, 0n, majority)).toBe(false);
        expect(neededOf(0n, majority)).toBe(1n);
      }),
      { seed: SEED },
    );
  });
});

describe('no floating point number touches the count', () => {
  it.each([
    // As doubles, one fen less would already be enough.
    [9_007_199_254_740_993n, 6_004_799_503_160_662n],
    [10n ** 30n + 2n, 666_666_666_666_666_666_666_666_666_668n],
  ])('above 2^53: of %s exactly %s are enough', (whole, needed) => {
    const rule: VotingRule = {
      heads: { numerator: 1n, denominator: 3n, compare: 'atLeast' },
      claims: { numerator: 2n, denominator: 3n, compare: 'atLeast' },
      excludesConflicted: true,
      excludesAsking: true,
      needsPaper: false,
    };
    const vote = (part: bigint) => countVote(members(part, whole - part), [ballot('m1')], rule);

    expect(vote(needed).passed).toBe(true);
    expect(vote(needed - 1n).passed).toBe(false);
  });

  it.each(['vote-count.ts', 'majority.ts'])('%s turns nothing into a number', (file) => {
    const path = join(import.meta.dirname, '../../../workflows/rules', file);
    const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

    expect(code).not.toMatch(/\b(Number|parseFloat|parseInt|Math|toFixed)\b|\b\d+\.\d|\b[1-9]\d*\b(?!n)/);
  });
});

/** By another way than the machine's: counted one by one, and shares compared as fractions by going through their parts. */
function recount(all: readonly Voter[], rule: VotingRule): boolean {
  let heads = 0n;
  let total = 0n;
  let forHeads = 0n;
  let forClaims = 0n;
  for (const { claim, conflicted, asking, choice, paper } of all) {
    if (conflicted && rule.excludesConflicted) continue;
    if (asking && rule.excludesAsking) continue;
    heads += 1n;
    total += claim;
    if (choice !== 'for') continue;
    if (rule.needsPaper && !paper) continue;
    forHeads += 1n;
    forClaims += claim;
  }
  return enough(forHeads, heads, rule.heads) && enough(forClaims, total, rule.claims);
}

/** Euclid: whole parts first, then what is left over, turned round. No product, no common denominator. */
function enough(part: bigint, whole: bigint, { numerator, denominator, compare }: Majority): boolean {
  if (whole === 0n) return false;
  const order = compareFractions([part, whole], [numerator, denominator]);
  return compare === 'atLeast' ? order >= 0 : order > 0;
}

function compareFractions([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]): number {
  const [left, right] = [a / b, c / d];
  if (left !== right) return left < right ? -1 : 1;
  const [restLeft, restRight] = [a - left * b, c - right * d];
  if (restLeft === 0n && restRight === 0n) return 0;
  if (restLeft === 0n) return -1;
  if (restRight === 0n) return 1;
  return -compareFractions([b, restLeft], [d, restRight]);
}

function asMembers(all: readonly Voter[]): FrozenMember[] {
  return all.map(({ claim, conflicted, asking }, index) => ({
    member: `m${index}`,
    claim,
    conflicted,
    asking,
  }));
}

function asBallots(all: readonly Voter[]): OpenedBallot[] {
  return all.flatMap(({ choice, paper }, index) =>
    choice === null ? [] : [{ member: `m${index}`, choice, paper }],
  );
}

function oneIn(many: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: many - 1 }).map((drawn) => drawn === 0);
}
