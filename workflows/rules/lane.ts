import { fenOf } from './fen.js';
import type { Mark } from './marks.js';
import type { PolicyValues } from './policy.js';

/**
 * 分类分级: a 一般件 is settled by each office's reviewer, a 重点件 by its leader. It sorts the offices' work only; the bank's
 * date and duties are the same in both. The city's choice (`routineUpTo`), no source fixes it.
 */
export const LANES = { routine: '一般件', focus: '重点件' } as const;
export type Lane = keyof typeof LANES;

export const FOCUS_REASONS = {
  amountAboveRoutine: '金额超过一般件上限',
  marked: '带有须关注的标记',
  firmListed: '企业在名单内',
  openCoordination: '企业已有进行中的协调',
} as const;
export type FocusReason = keyof typeof FOCUS_REASONS;

/** Marks that say how the duty was reached, not that anything is the matter. */
const QUIET_MARKS: readonly Mark[] = ['belowThreshold', 'exempt', 'cumulative'];

export function laneOf(facts: {
  /** Yuan: the amount of the act, not the sum. */
  amount: string;
  /** All marks, those of the offices included. */
  marks: readonly Mark[];
  firmListed: boolean;
  openCoordination: boolean;
  policy: PolicyValues;
}): { lane: Lane; reasons: FocusReason[] } {
  const holds: Record<FocusReason, boolean> = {
    amountAboveRoutine: fenOf(facts.amount) > fenOf(facts.policy.routineUpTo),
    marked: facts.marks.some((mark) => !QUIET_MARKS.includes(mark)),
    firmListed: facts.firmListed,
    openCoordination: facts.openCoordination,
  };
  const reasons = (Object.keys(FOCUS_REASONS) as FocusReason[]).filter((reason) => holds[reason]);
  return { lane: reasons.length === 0 ? 'routine' : 'focus', reasons };
}
