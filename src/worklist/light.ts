import { addCalendarDays, startOfDay } from '../../workflows/calendar/civil-day.js';
import type { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';

/** 正常、临期、超期. What has no clock, or one that stands still, has no light. */
export const LIGHTS = ['onTime', 'atRisk', 'overdue'] as const;
export type Light = (typeof LIGHTS)[number];

/** Due today or on the next working day: the same day on which the reminder of a ladder goes out. */
const AT_RISK_WORKING_DAYS = 1;

/** The moment up to which a due date is near. `today` is the civil day of the asking. */
export function atRiskUntil(calendar: WorkingCalendar, today: string): string {
  return startOfDay(addCalendarDays(calendar.add(today, AT_RISK_WORKING_DAYS).day, 1));
}

export function lightOf(dueAt: Date | null, now: Date, nearUntil: string): Light | null {
  if (dueAt === null) return null;
  if (dueAt <= now) return 'overdue';
  return dueAt.getTime() < Date.parse(nearUntil) ? 'atRisk' : 'onTime';
}
