import type { CivilDay } from '../calendar/civil-day.js';
import type { ComputedDay, WorkingCalendar } from '../calendar/working-calendar.js';
import type { PolicyValues } from './policy.js';

/** The first day that keeps the lead time (提前期): received day + `leadWd`, the received day not counted (民法典 201). */
export function earliestDate(
  calendar: WorkingCalendar,
  receivedOn: CivilDay,
  policy: PolicyValues,
): ComputedDay {
  return calendar.add(receivedOn, policy.leadWd);
}

/**
 * 银行日期: the later of the planned date and the earliest date, fixed at FILE and printed on the receipt. No office moves it,
 * since a report is no licence (商业银行法 4). Null for an act already done, which has no date to wait for.
 * Provisional only when it rests on the earliest date: a day that the bank named is certain.
 */
export function bankDate(
  calendar: WorkingCalendar,
  {
    receivedOn,
    plannedDate,
    actedOn,
  }: { receivedOn: CivilDay; plannedDate: CivilDay; actedOn?: CivilDay | null | undefined },
  policy: PolicyValues,
): ComputedDay | null {
  if (actedOn) return null;
  const earliest = earliestDate(calendar, receivedOn, policy);
  return plannedDate >= earliest.day ? { day: plannedDate, provisional: false } : earliest;
}
