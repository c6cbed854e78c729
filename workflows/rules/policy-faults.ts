import { isCivilDay } from '../calendar/civil-day.js';
import { parseYuan } from './fen.js';
import { POLICY_GROUNDS, type PolicyKey, type PolicyUnit, type PolicyValues } from './policy.js';

/** What keeps a set of figures from becoming a policy version (政策参数). */
export interface PolicyFault {
  key: string;
  /** Chinese, one sentence that says what to do. */
  message: string;
}

/** Longer than any period that the regime could mean; a slip of the keyboard is told before it moves every deadline. */
const MAX_WORKING_DAYS = 250;
const MAX_CALENDAR_DAYS = 730;
const MAX_COUNT = 1_000;

/**
 * A policy version is a complete set of figures: a case is pinned to one version, and a figure missing there would stop it
 * years later. None may be unknown either, since nobody would notice that it moves nothing.
 */
export function policyFaults(values: Readonly<Record<string, unknown>>): PolicyFault[] {
  const keys = Object.keys(POLICY_GROUNDS) as PolicyKey[];
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(POLICY_GROUNDS, key));
  return [
    ...unknown.map((key) => ({ key, message: '没有这一参数，请删除。' })),
    ...keys.flatMap((key) => figureFaults(key, values[key])),
    ...MAJORITIES.flatMap(([part, whole]) => majorityFaults(part, whole, values)),
  ];
}

export function isPolicyValues(values: object): values is PolicyValues {
  return policyFaults({ ...values }).length === 0;
}

const MAJORITIES: readonly [PolicyKey, PolicyKey][] = [
  ['majorClaimsNumerator', 'majorClaimsDenominator'],
  ['majorHeadsNumerator', 'majorHeadsDenominator'],
  ['ordinaryClaimsNumerator', 'ordinaryClaimsDenominator'],
  ['ordinaryHeadsNumerator', 'ordinaryHeadsDenominator'],
];

function figureFaults(key: PolicyKey, value: unknown): PolicyFault[] {
  const { label, unit } = POLICY_GROUNDS[key];
  const { holds, asks } = FIGURES[unit];
  return holds(value) ? [] : [{ key, message: `“${label}”${asks}。` }];
}

const FIGURES: Readonly<Record<PolicyUnit, { holds: (value: unknown) => boolean; asks: string }>> = {
  yuan: {
    holds: (value) => typeof value === 'string' && (parseYuan(value) ?? 0n) > 0n,
    asks: '请填写大于零的金额（元，最多两位小数）',
  },
  workingDays: {
    holds: (value) => isWhole(value, 1, MAX_WORKING_DAYS),
    asks: `请填写1至${MAX_WORKING_DAYS}的整数（工作日）`,
  },
  calendarDays: {
    holds: (value) => isWhole(value, 1, MAX_CALENDAR_DAYS),
    asks: `请填写1至${MAX_CALENDAR_DAYS}的整数（日历日）`,
  },
  count: { holds: (value) => isWhole(value, 1, MAX_COUNT), asks: `请填写1至${MAX_COUNT}的整数` },
  timeOfDay: {
    holds: (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
    asks: '请填写时刻，格式为 17:30',
  },
  civilDay: {
    holds: (value) => typeof value === 'string' && isCivilDay(value),
    asks: '请填写真实存在的日期，格式为 2027-09-30',
  },
};

function majorityFaults(
  part: PolicyKey,
  whole: PolicyKey,
  values: Readonly<Record<string, unknown>>,
): PolicyFault[] {
  const [numerator, denominator] = [values[part], values[whole]];
  if (typeof numerator !== 'number' || typeof denominator !== 'number' || numerator <= denominator) return [];
  return [{ key: part, message: `“${POLICY_GROUNDS[part].label}”不能大于分母，请核对。` }];
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
