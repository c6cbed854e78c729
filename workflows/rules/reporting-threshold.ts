import { type Fen, fenOf } from './fen.js';
import type { ActKind } from './filing-codes.js';
import type { PolicyValues } from './policy.js';

/** 抽贷、停贷 stand in one list with one threshold, 压贷 has its own: two families, whose acts are added up apart. */
export type ActFamily = 'withdrawSuspend' | 'squeeze';

export const THRESHOLD_CLAUSE = '泉政办规〔2023〕1号（十）';

/** 泉政办规〔2023〕1号（十）: 拟抽贷、停贷500万元以上、压贷50万元以上. 民法典 1259: 以上 includes the figure, hence `>=`. */
export function isReportable(family: ActFamily, sum: Fen, policy: PolicyValues): boolean {
  return sum >= thresholdOf(family, policy);
}

export function thresholdOf(family: ActFamily, policy: PolicyValues): Fen {
  return fenOf(family === 'squeeze' ? policy.squeezeThreshold : policy.withdrawSuspendThreshold);
}

/**
 * The families an act counts in, its own first. 泉政办规〔2023〕1号（十）names no partial recall: a withdrawal after which the
 * relation goes on cuts an amount too, so it counts as 压贷 as well, or ten small recalls would escape both thresholds.
 * Not answered means that it goes on, the stricter reading.
 */
export function familiesOf(act: { kind: ActKind; relationContinues?: boolean | null }): ActFamily[] {
  switch (act.kind) {
    case 'squeeze':
      return ['squeeze'];
    case 'suspend':
      return ['withdrawSuspend'];
    case 'withdraw':
      return act.relationContinues === false ? ['withdrawSuspend'] : ['withdrawSuspend', 'squeeze'];
  }
}
