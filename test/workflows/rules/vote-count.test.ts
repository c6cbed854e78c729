import { describe, expect, it } from '@jest/globals';
import { countVote, passingTakes, sumOf } from '../../../workflows/rules/vote-count.js';
import { ballot, equalMembers, forBy, MAJOR, members, ORDINARY } from './a-committee.js';

describe('银监办便函〔2016〕1196号: a major item takes 2/3 of the claims and more than half of the heads (golden case 5)', () => {
  it('6 members, 3 for, claims exactly 2/3: fails on heads', () => {
    const committee = members(200n, 100n, 100n, 100n, 50n, 50n);

    const tally = countVote(committee, forBy(3), MAJOR);

    expect(tally).toMatchObject({ forClaims: 400n, totalClaims: 600n, neededClaims: 400n });
    expect(tally).toMatchObject({ passed: false, reasons: ['headsBelowMajority'], neededHeads: 4n });
  });

  it('7 members, 4 for, exactly 2/3: passes', () => {
    const committee = members(100n, 100n, 100n, 100n, 100n, 50n, 50n);

    expect(countVote(committee, forBy(4), MAJOR)).toMatchObject({
      passed: true,
      reasons: [],
      forHeads: 4n,
      heads: 7n,
      forClaims: 400n,
      totalClaims: 600n,
    });
  });

  it('one fen below 2/3 fails on claims', () => {
    const committee = members(100n, 100n, 100n, 99n, 101n, 50n, 50n);

    expect(countVote(committee, forBy(4), MAJOR)).toMatchObject({
      passed: false,
      reasons: ['claimsBelowMajority'],
      neededClaims: 400n,
    });
  });

  it('the vote of 2021-12-09: 82 of 114 heads and 80.75 % of the claims pass', () => {
    // 103,072 million of 127,643 million yuan, in fen; 82 members for it.
    const forIt = 10_307_200_000_000n;
    const others = 2_457_100_000_000n;
    const committee = members(...shares(forIt, 82), ...shares(others, 32));

    expect(countVote(committee, forBy(82), MAJOR)).toMatchObject({
      passed: true,
      forHeads: 82n,
      heads: 114n,
      neededHeads: 58n,
      forClaims: forIt,
      totalClaims: forIt + others,
    });
  });

  it.each([
    [57, false],
    [58, true],
  ])('过半数: %d of 114 heads with all the claims that it takes: %s', (forIt, passed) => {
    const committee = [...equalMembers(58, 1_000n), ...equalMembers(56, 1n)].map((each, index) => ({
      ...each,
      member: `m${index + 1}`,
    }));

    expect(countVote(committee, forBy(forIt), MAJOR)).toMatchObject({ passed, neededHeads: 58n });
  });
});

describe('an ordinary item takes more than half of both', () => {
  it('exactly half of the heads is not enough, nor is exactly half of the claims', () => {
    expect(countVote(members(60n, 10n, 10n, 20n), forBy(2), ORDINARY).reasons).toEqual([
      'headsBelowMajority',
    ]);
    expect(countVote(members(20n, 20n, 10n, 50n), forBy(3), ORDINARY).reasons).toEqual([
      'claimsBelowMajority',
    ]);
    expect(countVote(members(20n, 20n, 11n, 49n), forBy(3), ORDINARY).passed).toBe(true);
  });

  it('needs no sealed paper', () => {
    const ballots = ['m1', 'm2', 'm3'].map((member) => ballot(member, 'for', false));

    expect(countVote(equalMembers(3, 5n), ballots, ORDINARY).passed).toBe(true);
  });
});

describe('the denominator is all members on the record date', () => {
  const committee = equalMembers(5, 100n);

  it('abstention and silence are not for it', () => {
    const ballots = [...forBy(2), ballot('m3', 'abstain'), ballot('m4', 'against')];

    expect(countVote(committee, ballots, ORDINARY)).toMatchObject({
      passed: false,
      reasons: ['headsBelowMajority', 'claimsBelowMajority'],
      heads: 5n,
      forHeads: 2n,
      abstainHeads: 1n,
      againstHeads: 1n,
      silentHeads: 1n,
    });
  });

  it('a ballot on a major item without a sealed paper by its date counts as silence', () => {
    const ballots = [...forBy(3), ballot('m4', 'for', false)];

    expect(countVote(committee, ballots, MAJOR)).toMatchObject({
      passed: false,
      forHeads: 3n,
      silentHeads: 2n,
      reasons: ['claimsBelowMajority'],
    });
  });

  it('who is related to the debtor leaves numerator and denominator of both', () => {
    const related = committee.map((each) => ({ ...each, conflicted: each.member === 'm5' }));
    const ballots = [...forBy(3), ballot('m5')];

    expect(countVote(related, ballots, MAJOR)).toMatchObject({
      passed: true,
      heads: 4n,
      forHeads: 3n,
      totalClaims: 400n,
      forClaims: 300n,
    });
  });

  it('so does the member that asks consent to its own act', () => {
    const asking = committee.map((each) => ({ ...each, asking: each.member === 'm1' }));

    expect(countVote(asking, forBy(3), MAJOR)).toMatchObject({ passed: false, heads: 4n, forHeads: 2n });
  });

  it('unless the agreement says otherwise', () => {
    const asking = committee.map((each) => ({
      ...each,
      asking: each.member === 'm1',
      conflicted: each.member === 'm2',
    }));
    const agreed = { ...MAJOR, excludesAsking: false, excludesConflicted: false };

    expect(countVote(asking, forBy(4), agreed)).toMatchObject({ passed: true, heads: 5n, forHeads: 4n });
  });
});

describe('a count never guesses', () => {
  it.each([
    ['two ballots of one member', equalMembers(2, 1n), [ballot('m1'), ballot('m1', 'against')]],
    ['nobody who was a member', equalMembers(2, 1n), [ballot('m3')]],
    ['stands twice', [...equalMembers(2, 1n), ...equalMembers(1, 1n)], []],
  ])('%s: it throws', (message, committee, ballots) => {
    expect(() => countVote(committee, ballots, MAJOR)).toThrow(message);
  });

  it('where nobody is entitled, nothing is carried', () => {
    const related = equalMembers(3, 1n).map((each) => ({ ...each, conflicted: true }));

    expect(countVote(related, forBy(3), MAJOR)).toMatchObject({ passed: false, reasons: ['nobodyEntitled'] });
  });

  it('where the entitled have no claims, two thirds of nothing are not reached', () => {
    expect(countVote(equalMembers(3, 0n), forBy(3), MAJOR)).toMatchObject({
      passed: false,
      reasons: ['claimsBelowMajority'],
    });
  });
});

describe('the live display knows the turnout only', () => {
  const committee = members(200n, 100n, 100n, 100n, 50n, 50n);

  it('says how many must still vote before the item could be carried', () => {
    expect(passingTakes(committee, { heads: 2n, claims: 300n }, MAJOR)).toEqual({
      heads: 6n,
      neededHeads: 4n,
      totalClaims: 600n,
      neededClaims: 400n,
      moreHeads: 2n,
      moreClaims: 100n,
    });
  });

  it('asks for nobody more once enough have voted, however they did', () => {
    const turnout = sumOf(committee);

    expect(passingTakes(committee, turnout, MAJOR)).toMatchObject({ moreHeads: 0n, moreClaims: 0n });
  });
});

/** A sum in so many whole parts. */
function shares(sum: bigint, count: number): bigint[] {
  const part = sum / BigInt(count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? sum - part * BigInt(count - 1) : part));
}
