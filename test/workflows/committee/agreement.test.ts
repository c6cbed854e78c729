import { describe, expect, it } from '@jest/globals';
import {
  type Agreement,
  agreementOf,
  reachesBoth,
  votingRuleOf,
  workingDaysOf,
} from '../../../workflows/committee/agreement.js';
import { agreementFaults } from '../../../workflows/committee/agreement-faults.js';
import { votingRule } from '../../../workflows/rules/majority.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';

const STANDARD = agreementOf(DEFAULT_POLICY);

describe('债权人协议: what its signers leave open is the policy in force', () => {
  it('is without fault as it stands', () => {
    expect(agreementFaults(STANDARD)).toEqual([]);
  });

  it.each(['major', 'ordinary'] as const)('%s items are counted as the policy says', (kind) => {
    expect(votingRuleOf(STANDARD, kind)).toEqual(votingRule(kind, DEFAULT_POLICY));
  });

  it('lets the conflicted stay where they are said to', () => {
    const agreed: Agreement = { ...STANDARD, denominators: { conflicted: 'stay', asking: 'leave' } };

    expect(votingRuleOf(agreed, 'major')).toMatchObject({ excludesConflicted: false, excludesAsking: true });
  });

  it('answers within draft, notice, vote and one extension: 2 + 3 + 10 + 5', () => {
    expect(workingDaysOf(STANDARD, DEFAULT_POLICY)).toBe(DEFAULT_POLICY.committeeWd);
    const windows = { draftWd: 1, noticeWd: 2, voteWd: 5, extensionWd: 3 };
    expect(workingDaysOf({ windows }, { sealedPaperWd: 3 })).toBe(14);
  });

  it('seals ballots, shares claims and no reports, and tells the chair on referral only', () => {
    expect(STANDARD).toMatchObject({
      openVoting: false,
      chairToldAtOnce: false,
      disclosure: { claims: true, exposures: false, filings: false },
    });
  });
});

describe('银监办便函〔2016〕1196号 [M]: two thirds of the claims and more than half of the heads', () => {
  it.each([
    ['exactly two thirds, 4 of 7', '2000.00', '3000.00', 4, 7, true],
    ['a fen below two thirds', '1999.99', '3000.00', 4, 7, false],
    ['half of the heads', '2000.00', '3000.00', 3, 6, false],
    ['nobody may vote', '0.00', '0.00', 0, 0, false],
  ])('%s', (_, forClaims, totalClaims, forHeads, heads, reached) => {
    const counts = { forClaims, totalClaims, forHeads, heads };

    expect(reachesBoth(STANDARD.majorities.major, counts)).toBe(reached);
  });
});

describe('what keeps a draft from being signed', () => {
  const claims = (change: object): Agreement => ({
    ...STANDARD,
    majorities: {
      ...STANDARD.majorities,
      major: {
        ...STANDARD.majorities.major,
        claims: { ...STANDARD.majorities.major.claims, ...change },
      },
    },
  });
  const windows = (change: object): Agreement => ({
    ...STANDARD,
    windows: { ...STANDARD.windows, ...change },
  });

  it.each([
    [
      'a majority above one',
      claims({ numerator: 4 }),
      'majority-above-one',
      '/majorities/major/claims/numerator',
    ],
    [
      'more than all',
      claims({ numerator: 3, compare: 'moreThan' }),
      'majority-unreachable',
      '/majorities/major/claims/compare',
    ],
    [
      'a denominator of zero',
      claims({ denominator: 0 }),
      'denominator-invalid',
      '/majorities/major/claims/denominator',
    ],
    [
      'a negative denominator',
      claims({ denominator: -3 }),
      'denominator-invalid',
      '/majorities/major/claims/denominator',
    ],
    [
      'a numerator of zero',
      claims({ numerator: 0 }),
      'numerator-invalid',
      '/majorities/major/claims/numerator',
    ],
    [
      'a broken numerator',
      claims({ numerator: 1.5 }),
      'numerator-invalid',
      '/majorities/major/claims/numerator',
    ],
    ['no notice', windows({ noticeWd: 0 }), 'window-out-of-range', '/windows/noticeWd'],
    ['a vote of a year', windows({ voteWd: 61 }), 'window-out-of-range', '/windows/voteWd'],
    [
      'a standstill without days',
      { ...STANDARD, standstill: { days: 0, extensionDays: 90 } },
      'standstill-out-of-range',
      '/standstill/days',
    ],
  ] as const)('%s', (_, agreement, code, pointer) => {
    const [fault, ...others] = agreementFaults(agreement);

    expect(others).toEqual([]);
    expect([fault?.code, fault?.pointer]).toEqual([code, pointer]);
    expect(fault?.message).toMatch(/。$/);
  });

  it('unanimity is allowed, the shortest and the longest window', () => {
    expect(agreementFaults(claims({ numerator: 1, denominator: 1 }))).toEqual([]);
    expect(agreementFaults(windows({ voteWd: 1 }))).toEqual([]);
    expect(agreementFaults(claims({ numerator: 3 }))).toEqual([]);
    expect(agreementFaults(windows({ voteWd: 60 }))).toEqual([]);
  });
});
