import { addCalendarDays, at, type CivilDay, clockTimeOf, startOfDay } from './civil-day.js';
import type { ComputedDay, WorkingCalendar } from './working-calendar.js';

/** How long a clock runs, with the policy's numbers already looked up. */
export type ClockBudget =
  | { workingDays: number }
  /** A day that was named; it ends with office hours and does not move when it is a day off. */
  | { untilEndOf: CivilDay }
  /** The bank's own date: 00:00 of that day. */
  | { atStartOf: CivilDay }
  /** A period in calendar days; a last day that is off moves to the next working day (民法典 203 ¶1). */
  | { calendarDays: number; from: CivilDay };

/** One reason why a clock stands still; `until` is null while it lasts. */
export interface ClockStop {
  cause: string;
  from: CivilDay;
  until: CivilDay | null;
}

/** A deadline as plain data. It holds all that is needed to compute it anew when a calendar changes. */
export interface Clock {
  /** Null for a clock that ends on a day that was named or counted in calendar days. */
  workingDays: number | null;
  /** The day that starts the count and is not counted itself (民法典 201). */
  armedOn: CivilDay;
  /** The last day of a period in calendar days, before a day off moves it; null for all others. */
  lastDay: CivilDay | null;
  /** This and `fireAt` say nothing while the clock is stopped: it is due when it will have run again. */
  dueOn: CivilDay;
  /** RFC 3339, `+08:00`. */
  fireAt: string;
  stops: ClockStop[];
  /** Working days left, known while the clock is stopped. */
  remaining: number | null;
  status: 'armed' | 'stopped' | 'disarmed' | 'fired';
  provisional: boolean;
}

/** A clock that starts on `armedOn`, the working day of the act that armed it. `officeHoursEnd` is `HH:MM`. */
export function armClock(
  calendar: WorkingCalendar,
  { budget, armedOn, officeHoursEnd }: { budget: ClockBudget; armedOn: CivilDay; officeHoursEnd: string },
): Clock {
  const workingDays = 'workingDays' in budget ? budget.workingDays : null;
  const lastDay = 'calendarDays' in budget ? addCalendarDays(budget.from, budget.calendarDays) : null;
  const due = dueDay(calendar, budget, armedOn);
  return {
    workingDays,
    armedOn,
    lastDay,
    dueOn: due.day,
    fireAt: 'atStartOf' in budget ? startOfDay(due.day) : at(due.day, officeHoursEnd),
    stops: [],
    remaining: null,
    status: 'armed',
    provisional: due.provisional,
  };
}

/**
 * Stops a clock for one more cause from `on`, the working day of the act. What is left are the working days after that
 * day up to the due day. A clock that has fired or was disarmed stays as it is.
 */
export function stopClock(
  calendar: WorkingCalendar,
  clock: Clock,
  { cause, on }: { cause: string; on: CivilDay },
): Clock {
  if (clock.status === 'fired' || clock.status === 'disarmed') return clock;
  if (clock.workingDays === null) throw new RangeError('a clock that ends on a named day cannot be stopped');
  const stops = [...clock.stops, { cause, from: on, until: null }];
  const remaining = clock.remaining ?? calendar.between(on, clock.dueOn);
  return { ...clock, stops, remaining, status: 'stopped' };
}

/** Ends one stop of the cause on `on`. The clock runs again, for what remained, once no stop is left. */
export function resumeClock(
  calendar: WorkingCalendar,
  clock: Clock,
  { cause, on }: { cause: string; on: CivilDay },
): Clock {
  const ended = clock.stops.findIndex((stop) => stop.cause === cause && stop.until === null);
  if (clock.status !== 'stopped' || ended === -1) return clock;
  const stops = clock.stops.map((stop, index) => (index === ended ? { ...stop, until: on } : stop));
  if (stops.some((stop) => stop.until === null)) return { ...clock, stops };
  return {
    ...dueFrom(clock, calendar.add(on, clock.remaining ?? 0)),
    stops,
    remaining: null,
    status: 'armed',
  };
}

/**
 * The same clock under a new calendar: counted again from the day it was armed, through every stop. Days on which people
 * acted stay what they were. A clock that is over stays as it is.
 */
export function reprojectClock(calendar: WorkingCalendar, clock: Clock): Clock {
  if (clock.status === 'fired' || clock.status === 'disarmed') return clock;
  if (clock.workingDays !== null) return recounted(calendar, clock, clock.workingDays);
  return clock.lastDay === null ? clock : dueFrom(clock, calendar.on(clock.lastDay));
}

function recounted(calendar: WorkingCalendar, clock: Clock, workingDays: number): Clock {
  const armed: Clock = {
    ...dueFrom(clock, calendar.add(clock.armedOn, workingDays)),
    stops: [],
    remaining: null,
    status: 'armed',
  };
  return turnsOf(clock.stops).reduce(
    (so, turn) => (turn.starts ? stopClock(calendar, so, turn) : resumeClock(calendar, so, turn)),
    armed,
  );
}

/** The starts and ends of all stops in the order of their days. On one day the order changes nothing that remains. */
function turnsOf(stops: readonly ClockStop[]): { starts: boolean; cause: string; on: CivilDay }[] {
  const starts = stops.map(({ cause, from }) => ({ starts: true, cause, on: from }));
  const ends = stops.flatMap(({ cause, until }) =>
    until === null ? [] : [{ starts: false, cause, on: until }],
  );
  return [...starts, ...ends].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function dueDay(calendar: WorkingCalendar, budget: ClockBudget, armedOn: CivilDay): ComputedDay {
  if ('workingDays' in budget) return calendar.add(armedOn, budget.workingDays);
  if ('calendarDays' in budget) return calendar.on(addCalendarDays(budget.from, budget.calendarDays));
  return { day: 'atStartOf' in budget ? budget.atStartOf : budget.untilEndOf, provisional: false };
}

/** Moves the due day and keeps the hour, which is that of the policy the case is pinned to. */
function dueFrom(clock: Clock, due: ComputedDay): Clock {
  return {
    ...clock,
    dueOn: due.day,
    fireAt: at(due.day, clockTimeOf(clock.fireAt)),
    provisional: due.provisional,
  };
}
