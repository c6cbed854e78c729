import { at, type CivilDay, civilDayOf, localTimeOf } from './civil-day.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * The working day on which an act counts, whoever acts. 民法典 203 ¶2: a day ends with office hours where there are any,
 * so what comes after them, or on a day off, counts on the next working day. The last minute itself is still in time.
 * `officeHoursEnd` is `HH:MM` of the policy in force.
 */
export function actDay(calendar: WorkingCalendar, instant: string, officeHoursEnd: string): CivilDay {
  const day = civilDayOf(instant);
  if (!calendar.isWorkingDay(day)) return calendar.on(day).day;
  return isAfterOfficeHours(instant, officeHoursEnd) ? calendar.add(day, 1).day : day;
}

function isAfterOfficeHours(instant: string, officeHoursEnd: string): boolean {
  const { day, minuteOfDay, second } = localTimeOf(instant);
  const end = localTimeOf(at(day, officeHoursEnd)).minuteOfDay;
  return minuteOfDay > end || (minuteOfDay === end && second > 0);
}
