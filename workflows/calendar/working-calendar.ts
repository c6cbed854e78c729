import { type CivilDay, civilDayAt, dayNumber, weekdayOf } from './civil-day.js';

/** One yearly notice of the State Council's General Office on days off and make-up days (放假调休通知). */
export interface CalendarYear {
  year: number;
  /** 发文字号, shown as data: it is the reason given for a day off. */
  notice: string;
  /** Ranges of days off, both ends included. A notice for year Y may name days of December of Y − 1. */
  off: [CivilDay, CivilDay][];
  /** Saturdays and Sundays that are worked (调休上班日). */
  working: CivilDay[];
}

/** A day that was computed; `provisional` when a day it rests on lies in a year whose notice is not out yet. */
export interface ComputedDay {
  day: CivilDay;
  provisional: boolean;
}

/** The days that a calendar can count in. Whoever takes a day from outside compares first, or meets a RangeError. */
export const FIRST_CALENDAR_DAY: CivilDay = '2010-01-01';
export const LAST_CALENDAR_DAY: CivilDay = '2059-12-31';

/**
 * 工作日. Monday to Friday, but for the days off and with the make-up days of the notices. In a year without a notice:
 * Monday to Friday but for the statutory days whose date is fixed, and every answer that rests on it is provisional.
 * 民法典 201: the first day does not count. Answers come from a table built once, so that counting costs no loop.
 */
export class WorkingCalendar {
  /** The last day of the last year that has a notice and whose years before it have one too; null without notices. */
  readonly coveredUntil: CivilDay | null;
  /** How many working days lie on or before each day of the table. */
  readonly #workingUpTo = new Int32Array(TABLE_DAYS);
  /** How many days without notice lie on or before each day of the table. */
  readonly #uncoveredUpTo = new Int32Array(TABLE_DAYS);
  /** The place in the table of each working day, in order. */
  readonly #workingDays: Int32Array;
  readonly #noticeOf = new Map<number, string>();
  readonly #coveredYears: ReadonlySet<number>;

  constructor(years: readonly CalendarYear[]) {
    this.#coveredYears = new Set(years.map(({ year }) => year));
    this.coveredUntil = endOfCoverage(this.#coveredYears);
    const makeUpDays = this.#readNotices(years);
    const workingDays: number[] = [];
    let uncovered = 0;
    for (let place = 0; place < TABLE_DAYS; place++) {
      if (!this.#coveredYears.has(yearOf(place))) uncovered++;
      if (this.#isWorked(place, makeUpDays)) workingDays.push(place);
      this.#workingUpTo[place] = workingDays.length;
      this.#uncoveredUpTo[place] = uncovered;
    }
    this.#workingDays = Int32Array.from(workingDays);
  }

  isWorkingDay(day: CivilDay): boolean {
    return this.#works(placeOf(day));
  }

  /** Whether what this day is rests on no notice. */
  isProvisional(day: CivilDay): boolean {
    return !this.#coveredYears.has(Number(day.slice(0, 4)));
  }

  /** The `count`-th working day after `day`, before it when negative; `day` itself, working or not, when 0. */
  add(day: CivilDay, count: number): ComputedDay {
    const place = placeOf(day);
    if (count === 0) return { day, provisional: this.#restsOnUncovered(place, place) };
    const index =
      count > 0 ? this.#workingThrough(place) + count - 1 : this.#workingThrough(place - 1) + count;
    const found = this.#workingDays[index];
    if (found === undefined) throw outside(`${day} + (${count}) working days`);
    const provisional =
      count > 0 ? this.#restsOnUncovered(place + 1, found) : this.#restsOnUncovered(found, place - 1);
    return { day: dayAt(found), provisional };
  }

  /** The day itself when it is worked, else the next day that is (民法典 203). */
  on(day: CivilDay): ComputedDay {
    if (this.isWorkingDay(day)) return this.add(day, 0);
    const next = this.add(day, 1);
    return { day: next.day, provisional: next.provisional || this.isProvisional(day) };
  }

  /** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
  between(from: CivilDay, to: CivilDay): number {
    return Math.max(0, this.#workingThrough(placeOf(to)) - this.#workingThrough(placeOf(from)));
  }

  /** The days that `add(from, count)` steps over without counting them, each with its reason in Chinese. */
  passed(from: CivilDay, count: number): { date: CivilDay; why: string }[] {
    const passed: { date: CivilDay; why: string }[] = [];
    const last = placeOf(this.add(from, count).day);
    for (let place = placeOf(from) + 1; place <= last; place++) {
      if (!this.#works(place)) passed.push({ date: dayAt(place), why: this.#whyOff(place) });
    }
    return passed;
  }

  /** Notes the days off with their notice and answers the make-up days. A later notice overrides an earlier one. */
  #readNotices(years: readonly CalendarYear[]): ReadonlySet<number> {
    const makeUpDays = new Set<number>();
    for (const { notice, off, working } of [...years].sort((a, b) => a.year - b.year)) {
      for (const [first, last] of off) {
        for (let place = placeOf(first); place <= placeOf(last); place++) {
          this.#noticeOf.set(place, notice);
          makeUpDays.delete(place);
        }
      }
      for (const day of working) makeUpDays.add(placeOf(day));
    }
    return makeUpDays;
  }

  #isWorked(place: number, makeUpDays: ReadonlySet<number>): boolean {
    if (makeUpDays.has(place)) return true;
    if (this.#noticeOf.has(place) || isWeekend(place)) return false;
    return this.#coveredYears.has(yearOf(place)) || fixedHolidayAt(place) === undefined;
  }

  #whyOff(place: number): string {
    const notice = this.#noticeOf.get(place);
    if (notice !== undefined) return `法定节假日（${notice}）`;
    const weekday = weekdayAt(place) === 6 ? '周六' : '周日';
    if (this.#coveredYears.has(yearOf(place))) return weekday;
    const assumed = `${yearOf(place)}年放假安排尚未公布，暂按平日推算`;
    return `${fixedHolidayAt(place) ?? weekday}（${assumed}）`;
  }

  #works(place: number): boolean {
    return this.#workingThrough(place) > this.#workingThrough(place - 1);
  }

  #workingThrough(place: number): number {
    return this.#workingUpTo[place] ?? 0;
  }

  #restsOnUncovered(first: number, last: number): boolean {
    return (this.#uncoveredUpTo[last] ?? 0) > (this.#uncoveredUpTo[first - 1] ?? 0);
  }
}

/**
 * 全国年节及纪念日放假办法 (2024-11-10) art. 2: the days off whose date is fixed. 春节, 清明, 端午 and 中秋 follow the moon or
 * the sun, and the days added around a holiday follow the yearly notice: neither is guessed.
 */
export const FIXED_HOLIDAYS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

const FIRST_NUMBER = dayNumber(FIRST_CALENDAR_DAY);
const FIRST_WEEKDAY = weekdayOf(FIRST_CALENDAR_DAY);
const TABLE_DAYS = dayNumber(LAST_CALENDAR_DAY) - FIRST_NUMBER + 1;
/** Text of each day of the table: writing a date costs more than finding it. */
const DAY_TEXTS: readonly CivilDay[] = Array.from({ length: TABLE_DAYS }, (_, place) =>
  civilDayAt(FIRST_NUMBER + place),
);

function placeOf(day: CivilDay): number {
  const place = dayNumber(day) - FIRST_NUMBER;
  if (place < 0 || place >= TABLE_DAYS) throw outside(day);
  return place;
}

function dayAt(place: number): CivilDay {
  const day = DAY_TEXTS[place];
  if (day === undefined) throw outside(`place ${place}`);
  return day;
}

function yearOf(place: number): number {
  return Number(dayAt(place).slice(0, 4));
}

function isWeekend(place: number): boolean {
  return weekdayAt(place) === 0 || weekdayAt(place) === 6;
}

function weekdayAt(place: number): number {
  return (FIRST_WEEKDAY + place) % 7;
}

function fixedHolidayAt(place: number): string | undefined {
  return FIXED_HOLIDAYS[dayAt(place).slice(5)];
}

function endOfCoverage(years: ReadonlySet<number>): CivilDay | null {
  if (years.size === 0) return null;
  let year = Math.min(...years);
  while (years.has(year + 1)) year++;
  return `${year}-12-31`;
}

function outside(what: string): RangeError {
  return new RangeError(`${what} lies outside ${FIRST_CALENDAR_DAY} to ${LAST_CALENDAR_DAY}`);
}
