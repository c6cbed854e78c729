import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, POLICY_GROUNDS } from '../../../workflows/rules/policy.js';
import { isPolicyValues, policyFaults } from '../../../workflows/rules/policy-faults.js';

const keys = Object.keys(DEFAULT_POLICY);

describe('every figure of the policy has a name, a unit, a status and a clause', () => {
  it('and there is no clause without a figure', () => {
    expect(Object.keys(POLICY_GROUNDS)).toEqual(keys);
    for (const { clause, label, status } of Object.values(POLICY_GROUNDS)) {
      expect(['S', 'M', 'D']).toContain(status);
      expect(label).toMatch(/\p{Script=Han}/u);
      expect(clause).toMatch(/\p{Script=Han}/u);
    }
  });

  it('a key that ends in Wd counts working days, one in Days calendar days', () => {
    for (const [key, { unit }] of Object.entries(POLICY_GROUNDS)) {
      if (key.endsWith('Wd')) expect([key, unit]).toEqual([key, 'workingDays']);
      if (key.endsWith('Days')) expect([key, unit]).toEqual([key, 'calendarDays']);
    }
  });

  it('only what a source says is marked S: thresholds, founders, renewal, bridge fund', () => {
    const sourced = Object.entries(POLICY_GROUNDS).flatMap(([key, { status }]) =>
      status === 'S' ? [key] : [],
    );
    expect(sourced).toEqual([
      'withdrawSuspendThreshold',
      'squeezeThreshold',
      'mediumRenewalUntil',
      'bridgeRelendWd',
      'committeeMinCreditors',
    ]);
  });

  it('the committee’s time is its draft, notice, vote and one extension', () => {
    const { committeeWd, draftWd, extendVoteWd, noticeWd, sealedPaperWd, voteWd } = DEFAULT_POLICY;
    expect(committeeWd).toBe(draftWd + noticeWd + voteWd + extendVoteWd + sealedPaperWd);
  });
});

describe('a policy version is complete and plausible', () => {
  it('as the default is', () => {
    expect(policyFaults({ ...DEFAULT_POLICY })).toEqual([]);
    expect(isPolicyValues(DEFAULT_POLICY)).toBe(true);
  });

  it.each(keys)('%s may not be missing', (key) => {
    const { [key]: _, ...rest } = { ...DEFAULT_POLICY } as Record<string, unknown>;
    expect(policyFaults(rest).map((fault) => fault.key)).toEqual([key]);
    expect(isPolicyValues(rest)).toBe(false);
  });

  it.each<[string, unknown]>([
    ['withdrawSuspendThreshold', 5_000_000],
    ['withdrawSuspendThreshold', '0.00'],
    ['squeezeThreshold', '-1.00'],
    ['squeezeThreshold', '1.005'],
    ['leadWd', 0],
    ['leadWd', 2.5],
    ['leadWd', '10'],
    ['leadWd', 251],
    ['windowDays', 0],
    ['windowDays', 731],
    ['runBanks', 0],
    ['officeHoursEnd', '24:00'],
    ['officeHoursEnd', '17:3'],
    ['mediumRenewalUntil', '2027-09-31'],
    ['majorClaimsNumerator', 4],
    ['noSuchFigure', 1],
  ])('%s = %p is sent back', (key, value) => {
    const faults = policyFaults({ ...DEFAULT_POLICY, [key]: value });
    expect(faults.map((fault) => fault.key)).toEqual([key]);
    expect(faults[0]?.message).toMatch(/请.*。$/);
  });
});
