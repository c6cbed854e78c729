import type { CivilDay, Refusal } from '../../workflows/process.js';
import { fenOf, formatYuan } from '../../workflows/rules/fen.js';
import { POLICY_GROUNDS, type PolicyKey, type PolicyValues } from '../../workflows/rules/policy.js';

/** 表决 and 成员 fractions: more than the whole can never be reached. */
const FRACTIONS: readonly [numerator: PolicyKey, denominator: PolicyKey][] = [
  ['majorClaimsNumerator', 'majorClaimsDenominator'],
  ['majorHeadsNumerator', 'majorHeadsDenominator'],
  ['ordinaryClaimsNumerator', 'ordinaryClaimsDenominator'],
  ['ordinaryHeadsNumerator', 'ordinaryHeadsDenominator'],
];

/**
 * Why a version cannot take effect as it was entered. Numbers never change for the past: whoever filed under the old ones
 * was told of them on the receipt.
 */
export function policyRefusals(
  { validFrom, values }: { validFrom: CivilDay; values: PolicyValues },
  today: CivilDay,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (validFrom < today) {
    refusals.push({
      code: 'policy-backdated',
      pointer: '/validFrom',
      message: '生效日不能早于今日，请调整日期。',
    });
  }
  for (const key of moneyKeys()) {
    if (fenOf(String(values[key])) === 0n) {
      refusals.push({
        code: 'amount-not-positive',
        pointer: `/values/${key}`,
        message: '金额须大于零，请核对。',
      });
    }
  }
  for (const [numerator, denominator] of FRACTIONS) {
    if (values[numerator] > values[denominator]) {
      refusals.push({
        code: 'fraction-above-one',
        pointer: `/values/${numerator}`,
        message: '分子不能大于分母，请核对表决比例。',
      });
    }
  }
  return refusals;
}

/** Amounts with two decimals, as they are compared and shown. */
export function normalPolicy(values: PolicyValues): PolicyValues {
  const amounts = moneyKeys().map((key) => [key, formatYuan(fenOf(String(values[key])))]);
  return { ...values, ...Object.fromEntries(amounts) };
}

function moneyKeys(): PolicyKey[] {
  return (Object.keys(POLICY_GROUNDS) as PolicyKey[]).filter((key) => POLICY_GROUNDS[key].unit === 'yuan');
}
