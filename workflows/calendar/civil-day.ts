/**
 * Civil days (`YYYY-MM-DD`) and instants (RFC 3339) in Asia/Shanghai, which has been +08:00 without summer time since
 * 1991-09-15. Pure integer arithmetic on the proleptic Gregorian calendar, since workflows/ has no clock and no Date.
 */
export type CivilDay = string;

const SHANGHAI_OFFSET_MINUTES = 8 * 60;
const MINUTES_PER_DAY = 24 * 60;
const LAST_YEAR = 9999;

/** Whether the text is a day that exists: 2024-02-29 does, 2026-02-30 and 2026-2-3 do not. Years 0001 to 9999. */
export function isCivilDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addCalendarDays(day: CivilDay, days: number): CivilDay {
  return civilDayAt(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` lies before `from`. */
export function calendarDaysBetween(from: CivilDay, to: CivilDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01. Throws a RangeError on what is no day: callers at the border ask `isCivilDay` first. */
export function dayNumber(day: CivilDay): number {
  if (!isCivilDay(day)) throw new RangeError(`not a civil day: ${day}`);
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  // A year that begins in March ends in the leap day, so that every month has its fixed place.
  const shiftedYear = month > 2 ? year : year - 1;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The inverse of `dayNumber`. */
export function civilDayAt(number: number): CivilDay {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > LAST_YEAR) throw new RangeError(`no civil day at ${number}`);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: CivilDay): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function civilDayOf(instant: string): CivilDay {
  return localTimeOf(instant).day;
}

/** `HH:MM` of the instant in Asia/Shanghai. */
export function clockTimeOf(instant: string): string {
  const { minuteOfDay } = localTimeOf(instant);
  return `${padded(Math.floor(minuteOfDay / 60), 2)}:${padded(minuteOfDay % 60, 2)}`;
}

/** 00:00 of the day, `+08:00`. */
export function startOfDay(day: CivilDay): string {
  return at(day, '00:00');
}

/** The instant at which clocks in Quanzhou show `time` (`HH:MM`) on `day`. */
export function at(day: CivilDay, time: string): string {
  return `${day}T${time}:00+08:00`;
}

/** An instant as a clock on the wall in Asia/Shanghai shows it; `second` keeps its fraction. */
export function localTimeOf(instant: string): { day: CivilDay; minuteOfDay: number; second: number } {
  const [, day = '', hour, minute, second, sign, offsetHour, offsetMinute] = INSTANT.exec(instant) ?? [];
  if (!isCivilDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) {
    throw new RangeError(`not an RFC 3339 instant: ${instant}`);
  }
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0));
  const minutes = Number(hour) * 60 + Number(minute) - offset + SHANGHAI_OFFSET_MINUTES;
  const daysOver = Math.floor(minutes / MINUTES_PER_DAY);
  return {
    day: daysOver === 0 ? day : addCalendarDays(day, daysOver),
    minuteOfDay: minutes - daysOver * MINUTES_PER_DAY,
    second: Number(second),
  };
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const DASH = 45;
const ZERO = 48;
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** The number written in `text` from `start` up to `end`, NaN when a sign among them is no ASCII digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
