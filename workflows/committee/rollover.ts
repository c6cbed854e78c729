import { addCalendarDays, calendarDaysBetween } from '../calendar/civil-day.js';
import type { CivilDay } from '../process.js';
import type { PolicyValues } from '../rules/policy.js';

/** 续贷排期表: one loan of one member that falls due, and what has been agreed about it. */
export interface Rollover {
  id: string;
  bank: string;
  loan: string;
  maturity: CivilDay;
  done: boolean;
}

export type RolloverPolicy = Pick<
  PolicyValues,
  'rolloverFirstReminderDays' | 'rolloverSecondReminderDays' | 'rolloverLastReminderDays'
>;

/** How a loan of the schedule ended: renewed as agreed, repaid by the firm, or neither. */
export const ROLLOVER_OUTCOMES = ['renewed', 'repaid', 'notRenewed'] as const;
export type RolloverOutcome = (typeof ROLLOVER_OUTCOMES)[number];

/** A loan of which its bank is reminded, and how many days are left. */
export interface DueRollover {
  rollover: string;
  bank: string;
  loan: string;
  maturity: CivilDay;
  daysLeft: number;
}

/** Calendar days before maturity on which a bank is reminded: 30, 10 and 3 unless the policy says otherwise. */
export function reminderDays(maturity: CivilDay, policy: RolloverPolicy): CivilDay[] {
  return [
    policy.rolloverFirstReminderDays,
    policy.rolloverSecondReminderDays,
    policy.rolloverLastReminderDays,
  ].map((days) => addCalendarDays(maturity, -days));
}

/** The next day, `from` included, on which anybody is to be reminded. One clock serves the whole schedule. */
export function nextReminder(
  schedule: readonly Rollover[],
  from: CivilDay,
  policy: RolloverPolicy,
): CivilDay | null {
  const [first] = schedule
    .filter(({ done }) => !done)
    .flatMap(({ maturity }) => reminderDays(maturity, policy))
    .filter((day) => day >= from)
    .sort();
  return first ?? null;
}

/** Whom to remind when the clock of `from` strikes on `today`, which may be later: a late clock loses no reminder. */
export function remindedBetween(
  schedule: readonly Rollover[],
  from: CivilDay,
  today: CivilDay,
  policy: RolloverPolicy,
): DueRollover[] {
  return schedule
    .filter(
      ({ done, maturity }) =>
        !done && reminderDays(maturity, policy).some((day) => day >= from && day <= today),
    )
    .map(({ id, bank, loan, maturity }) => ({
      rollover: id,
      bank,
      loan,
      maturity,
      daysLeft: calendarDaysBetween(today, maturity),
    }));
}
