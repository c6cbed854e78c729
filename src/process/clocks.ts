import { at } from '../../workflows/calendar/civil-day.js';
import {
  armClock,
  type Clock,
  type ClockBudget,
  resumeClock,
  stopClock,
} from '../../workflows/calendar/deadline-clock.js';
import type { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';
import type { Budget, CivilDay, Effect } from '../../workflows/process.js';
import { rungAt } from '../../workflows/rules/deadline-ladder.js';
import type { PolicyValues } from '../../workflows/rules/policy.js';
import { shanghai } from '../platform/instant.js';

/** Reminders go out when people come to work. */
const REMINDER_TIME = '09:00';

/** A clock of a case with what the row adds to it. A new generation is a new clock under the old name. */
export interface CaseClock extends Clock {
  name: string;
  generation: number;
  rung: number;
  /** RFC 3339; null when no rung is left. */
  rungAt: string | null;
}

/** One clock of a case as it is stored. */
export interface StoredDeadline extends Record<string, unknown> {
  caseId: string;
  name: string;
  generation: number;
  status: 'armed' | 'stopped' | 'disarmed' | 'fired';
  workingDays: number | null;
  remaining: number | null;
  armedOn: string;
  lastDay: string | null;
  dueOn: string;
  fireAt: Date;
  stops: { cause: string; from: string; until: string | null }[];
  provisional: boolean;
  rung: number;
  rungAt: Date | null;
}

export interface ClockSetting {
  calendar: WorkingCalendar;
  policy: PolicyValues;
  /** The working day on which the act counts. */
  day: CivilDay;
}

/**
 * The clocks that a transition changed, in their new shape; the others stay as they are. `fired` is the one whose striking
 * was the event: it is over, unless an effect arms it anew.
 */
export function changedClocks(
  present: readonly CaseClock[],
  effects: readonly Effect[],
  setting: ClockSetting,
  fired?: string,
): CaseClock[] {
  const clocks = new Map(present.map((clock) => [clock.name, clock]));
  const changed = new Set<string>();
  const struck = fired === undefined ? undefined : clocks.get(fired);
  if (struck !== undefined) {
    clocks.set(struck.name, { ...struck, status: 'fired' });
    changed.add(struck.name);
  }
  for (const effect of effects) {
    const clock = 'params' in effect && 'name' in effect.params ? clocks.get(effect.params.name) : undefined;
    const moved = turn(clock, effect, setting);
    if (moved === undefined) continue;
    clocks.set(moved.name, moved);
    changed.add(moved.name);
  }
  return [...changed].flatMap((name) => clocks.get(name) ?? []);
}

export function clockOf(row: StoredDeadline): CaseClock {
  return {
    name: row.name,
    generation: row.generation,
    status: row.status,
    workingDays: row.workingDays,
    remaining: row.remaining,
    armedOn: row.armedOn,
    lastDay: row.lastDay,
    dueOn: row.dueOn,
    fireAt: shanghai(row.fireAt),
    stops: row.stops,
    provisional: row.provisional,
    rung: row.rung,
    rungAt: row.rungAt === null ? null : shanghai(row.rungAt),
  };
}

/** When the rung with this index is climbed; null past the last. */
export function rungTime(
  clock: Clock,
  name: string,
  index: number,
  calendar: WorkingCalendar,
): string | null {
  const rung = rungAt(name, index);
  if (rung === undefined) return null;
  const day = calendar.add(clock.dueOn, rung.offsetWd).day;
  return rung.offsetWd === 0 ? clock.fireAt : at(day, REMINDER_TIME);
}

function turn(clock: CaseClock | undefined, effect: Effect, setting: ClockSetting): CaseClock | undefined {
  switch (effect.type) {
    case 'armDeadline':
      return arm(clock, effect.params, setting);
    case 'disarmDeadline':
      return clock === undefined ? undefined : { ...clock, status: 'disarmed', rungAt: null };
    case 'stopDeadline':
      if (clock === undefined) return undefined;
      return {
        ...clock,
        ...stopClock(setting.calendar, clock, { cause: effect.params.cause, on: setting.day }),
        rungAt: null,
      };
    case 'resumeDeadline':
      if (clock === undefined) return undefined;
      return withRung(
        {
          ...clock,
          ...resumeClock(setting.calendar, clock, { cause: effect.params.cause, on: setting.day }),
        },
        setting.calendar,
      );
    default:
      return undefined;
  }
}

function arm(
  former: CaseClock | undefined,
  { name, budget }: { name: string; budget: Budget },
  { calendar, policy, day }: ClockSetting,
): CaseClock {
  const clock = armClock(calendar, {
    budget: withNumbers(budget, policy),
    armedOn: 'workingDays' in budget && 'from' in budget ? budget.from : day,
    officeHoursEnd: policy.officeHoursEnd,
  });
  return withRung(
    { ...clock, name, generation: (former?.generation ?? 0) + 1, rung: 0, rungAt: null },
    calendar,
  );
}

function withRung(clock: CaseClock, calendar: WorkingCalendar): CaseClock {
  if (clock.status !== 'armed') return { ...clock, rungAt: null };
  return { ...clock, rungAt: rungTime(clock, clock.name, clock.rung, calendar) };
}

function withNumbers(budget: Budget, policy: PolicyValues): ClockBudget {
  if ('workingDays' in budget) return { workingDays: numberOf(policy, budget.workingDays) };
  if ('workingDaysCount' in budget) return { workingDays: budget.workingDaysCount };
  if ('calendarDays' in budget) {
    return { calendarDays: numberOf(policy, budget.calendarDays), from: budget.from };
  }
  return budget;
}

function numberOf(policy: PolicyValues, key: string): number {
  const value = Object.hasOwn(policy, key) ? policy[key as keyof PolicyValues] : undefined;
  if (typeof value !== 'number') throw new Error(`The policy has no number called ${key}.`);
  return value;
}
