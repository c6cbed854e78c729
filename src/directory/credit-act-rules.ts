import { addCalendarDays } from '../../workflows/calendar/civil-day.js';
import type { Refusal } from '../../workflows/process.js';
import { fenOf } from '../../workflows/rules/fen.js';
import type { NewCreditActDto } from './credit-act.dto.js';

/** A date further away is a slip of the keyboard; a report's own dates are judged alike. */
const PLAUSIBLE_DAYS = 3_653;
const MEASURE_TEN = '泉政办规〔2023〕1号（十）';

/** Why an act cannot go on record as it was declared. It counts in later sums, so it must be one that can have happened. */
export function creditActRefusals(
  { kind, relationContinues, amount, actedOn, status }: NewCreditActDto,
  today: string,
): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: string, pointer: string, message: string) =>
    refusals.push({ code, pointer, message, clause: MEASURE_TEN });
  if (fenOf(amount) === 0n) refuse('amount-not-positive', '/amount', '金额须大于零，请核对。');
  const answered = typeof relationContinues === 'boolean';
  if (kind === 'withdraw' && !answered) {
    refuse('relation-unanswered', '/relationContinues', '抽贷须填写信贷关系是否保留。');
  }
  if (kind !== 'withdraw' && answered) {
    refuse('relation-not-asked', '/relationContinues', '只有抽贷填写信贷关系是否保留，请删除此项。');
  }
  const earliest = addCalendarDays(today, -PLAUSIBLE_DAYS);
  const latest = addCalendarDays(today, PLAUSIBLE_DAYS);
  if (actedOn < earliest || actedOn > latest) {
    refuse('date-implausible', '/actedOn', `日期 ${actedOn} 距今超过十年，请核对年份。`);
  } else if (status === 'executed' && actedOn > today) {
    refuse('acted-in-future', '/actedOn', '已实施的，实施日不能晚于今日；尚未实施的，请选择“拟实施”。');
  }
  return refusals;
}
