import { calendarDaysBetween } from '../../workflows/calendar/civil-day.js';
import type { CivilDay, Refusal, Role } from '../../workflows/process.js';

/** A longer absence is a change of posts, and not this. */
export const LONGEST_DELEGATION_DAYS = 184;

/** What must be known to judge a delegation, beside what was asked for. */
export interface DelegationFacts {
  today: CivilDay;
  delegator: string;
  /** Whether a post of the delegator's own has the role on every one of the days. */
  held: boolean;
  /** Whether the role is the delegator's by another's delegation. */
  lent: boolean;
  /** Whether the other is a colleague whose account is in use. */
  colleague: boolean;
  /** Whether the same role is lent to the same person on one of the days already. */
  overlapping: boolean;
}

interface Wish {
  role: Role;
  to: string;
  validFrom: CivilDay;
  validUntil: CivilDay;
}

/** Why a delegation cannot be. Who stands in for whom has to be clear to everybody, so it is one step and has an end. */
export function delegationRefusals(
  { to, validFrom, validUntil }: Wish,
  { today, delegator, held, lent, colleague, overlapping }: DelegationFacts,
): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: string, pointer: string, message: string) =>
    refusals.push({ code, pointer, message });
  if (!held && lent) {
    refuse('role-was-lent', '/role', '该岗位系他人委托给您代办，不能再委托；请由原岗位人员办理委托。');
  } else if (!held) {
    refuse('role-not-held', '/role', '委托期内您不担任该岗位，请选择您现任的岗位或调整日期。');
  }
  if (to === delegator) {
    refuse('delegate-is-delegator', '/to', '受托人不能是委托人本人，请选择其他人员。');
  } else if (!colleague) {
    refuse('delegate-unknown', '/to', '受托人须为本机构在用账号的人员，请重新选择。');
  }
  if (validFrom < today) refuse('delegation-backdated', '/validFrom', '委托首日不能早于今日，请调整日期。');
  if (validUntil < validFrom) refuse('period-reversed', '/validUntil', '委托末日不能早于首日，请调整日期。');
  else if (calendarDaysBetween(validFrom, validUntil) >= LONGEST_DELEGATION_DAYS) {
    refuse(
      'delegation-too-long',
      '/validUntil',
      `一次委托不超过${String(LONGEST_DELEGATION_DAYS)}天，请缩短期限。`,
    );
  }
  if (overlapping) refuse('delegation-overlaps', '/to', '同一岗位在此期间已委托该人员，无须重复委托。');
  return refusals;
}
