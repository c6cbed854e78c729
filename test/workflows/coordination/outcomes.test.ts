import { describe, expect, it } from '@jest/globals';
import {
  type Agreement,
  agreementRefusals,
  isSameAgreement,
} from '../../../workflows/coordination/outcomes.js';

const filing = { amount: '6000000.00', bankDate: '2026-07-01', latestDate: '2026-09-29' };
const today = '2026-06-10';

function codes(
  agreement: Agreement,
  change: Partial<typeof filing> | { bankDate: null } = {},
  on = today,
): string[] {
  return agreementRefusals(agreement, { ...filing, ...change }, on).map(({ code }) => code);
}

describe('泉政办规〔2023〕1号（十）: what an agreement may be, at the figure and one step beside it', () => {
  it.each([
    ['5999999.99', []],
    ['6000000.00', ['amount-not-below']],
    ['6000000', ['amount-not-below']],
    ['0', ['amount-missing']],
    ['1e6', ['amount-missing']],
    [undefined, ['amount-missing']],
  ] as const)('reducedTo %s: %j', (amount, expected) => {
    expect(codes({ outcome: 'reducedTo', ...(amount === undefined ? {} : { amount }) })).toEqual(expected);
  });

  it.each([
    ['2026-07-01', ['not-later']],
    ['2026-07-02', []],
    ['2026-09-29', []],
    ['2026-09-30', ['beyond-validity']],
    [undefined, ['until-missing']],
  ] as const)('deferredUntil %s: %j', (until, expected) => {
    expect(codes({ outcome: 'deferredUntil', ...(until === undefined ? {} : { until }) })).toEqual(expected);
  });

  it('the bank date has passed: later than today counts', () => {
    expect(codes({ outcome: 'deferredUntil', until: '2026-08-01' }, {}, '2026-08-01')).toEqual(['not-later']);
    expect(codes({ outcome: 'deferredUntil', until: '2026-08-02' }, {}, '2026-08-01')).toEqual([]);
  });

  it('nobody can wait with an act already done', () => {
    expect(codes({ outcome: 'deferredUntil', until: '2026-08-01' }, { bankDate: null })).toEqual([
      'deferral-not-offered',
    ]);
  });

  it.each(['retained', 'replacedBy', 'notAgreed'] as const)('%s has no figure', (outcome) => {
    expect(codes({ outcome })).toEqual([]);
    expect(codes({ outcome, amount: '1.00', until: '2026-08-01' })).toEqual([
      'agreement-field-unexpected',
      'agreement-field-unexpected',
    ]);
  });

  it('is the same when it means the same money and day', () => {
    expect(
      isSameAgreement(
        { outcome: 'reducedTo', amount: '4000000' },
        { outcome: 'reducedTo', amount: '4000000.00' },
      ),
    ).toBe(true);
    expect(
      isSameAgreement(
        { outcome: 'reducedTo', amount: '4000000' },
        { outcome: 'reducedTo', amount: '4000000.01' },
      ),
    ).toBe(false);
    expect(isSameAgreement({ outcome: 'retained' }, { outcome: 'replacedBy' })).toBe(false);
    expect(
      isSameAgreement(
        { outcome: 'deferredUntil', until: '2026-08-01' },
        { outcome: 'deferredUntil', until: '2026-08-02' },
      ),
    ).toBe(false);
  });
});
