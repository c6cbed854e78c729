import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  at,
  calendarDaysBetween,
  civilDayAt,
  civilDayOf,
  clockTimeOf,
  dayNumber,
  isCivilDay,
  localTimeOf,
  startOfDay,
  weekdayOf,
} from '../../../workflows/calendar/civil-day.js';

const DAY_MS = 86_400_000;

describe('every day from 1990 to 2100 agrees with the Date of the platform', () => {
  const first = Date.UTC(1990, 0, 1) / DAY_MS;
  const last = Date.UTC(2100, 11, 31) / DAY_MS;

  it('in number, text, weekday and the day after', () => {
    const wrong: string[] = [];
    for (let number = first; number <= last; number++) {
      const date = new Date(number * DAY_MS);
      const text = date.toISOString().slice(0, 10);
      const next = new Date((number + 1) * DAY_MS).toISOString().slice(0, 10);
      const right =
        isCivilDay(text) &&
        dayNumber(text) === number &&
        civilDayAt(number) === text &&
        weekdayOf(text) === date.getUTCDay() &&
        addCalendarDays(text, 1) === next;
      if (!right) wrong.push(text);
    }
    expect(last - first).toBe(40_541);
    expect(wrong).toEqual([]);
  });

  it('across long distances, both ways', () => {
    expect(addCalendarDays('1990-01-01', last - first)).toBe('2100-12-31');
    expect(addCalendarDays('2100-12-31', first - last)).toBe('1990-01-01');
    expect(calendarDaysBetween('2026-04-02', '2026-07-01')).toBe(90);
    expect(calendarDaysBetween('2026-07-01', '2026-04-02')).toBe(-90);
  });

  it('at the ends of the years that have four digits, before 1970 too', () => {
    expect(civilDayAt(dayNumber('0001-01-01'))).toBe('0001-01-01');
    expect(civilDayAt(dayNumber('9999-12-31'))).toBe('9999-12-31');
    expect(addCalendarDays('1600-03-01', -1)).toBe('1600-02-29');
    expect(addCalendarDays('1900-03-01', -1)).toBe('1900-02-28');
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addCalendarDays('0001-01-01', -1)).toThrow(RangeError);
  });
});

describe('only days that exist are days', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isCivilDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '2026-01-01 ',
    '2026-01-01T00:00:00Z',
    '+02026-1-1',
    '２０２６-01-01',
    '-001-01-01',
    'abcd-ef-gh',
    '',
  ])('%p is none', (text) => {
    expect(isCivilDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe('an instant on the clock of Quanzhou', () => {
  it.each([
    ['2026-09-18T17:45:00+08:00', '2026-09-18', '17:45'],
    ['2026-09-18T17:45:00Z', '2026-09-19', '01:45'],
    ['2026-09-18T15:59:59.999Z', '2026-09-18', '23:59'],
    ['2026-09-18T16:00:00Z', '2026-09-19', '00:00'],
    ['2026-09-18T00:00:00+14:00', '2026-09-17', '18:00'],
    ['2026-12-31T23:00:00-12:00', '2027-01-01', '19:00'],
    ['2026-09-18T23:30:00+05:45', '2026-09-19', '01:45'],
    ['2026-03-01T07:00:00.123456+00:00', '2026-03-01', '15:00'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(civilDayOf(instant)).toBe(day);
    expect(clockTimeOf(instant)).toBe(time);
  });

  it('agrees with the platform on every hour of a year, whatever the offset', () => {
    const wrong: string[] = [];
    for (let hour = 0; hour < 366 * 24; hour++) {
      const ms = Date.UTC(2024, 0, 1) + hour * 3_600_000;
      const offset = (hour % 25) - 12;
      const local = new Date(ms + offset * 3_600_000).toISOString().slice(0, 19);
      const sign = offset < 0 ? '-' : '+';
      const instant = `${local}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`;
      const expected = new Date(ms + 8 * 3_600_000).toISOString();
      if (`${civilDayOf(instant)}T${clockTimeOf(instant)}` !== expected.slice(0, 16)) wrong.push(instant);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps the fraction of a second', () => {
    expect(localTimeOf('2026-09-18T17:30:00.001+08:00')).toEqual({
      day: '2026-09-18',
      minuteOfDay: 1050,
      second: 0.001,
    });
  });

  it.each([
    '2026-09-18',
    '2026-09-18T17:45:00',
    '2026-02-30T10:00:00Z',
    '2026-09-18T24:00:00Z',
    '2026-09-18T10:60:00Z',
  ])('%s is none', (text) => {
    expect(() => civilDayOf(text)).toThrow(RangeError);
  });

  it('is written with the offset of Asia/Shanghai', () => {
    expect(at('2026-09-18', '17:30')).toBe('2026-09-18T17:30:00+08:00');
    expect(startOfDay('2026-09-18')).toBe('2026-09-18T00:00:00+08:00');
    expect(civilDayOf(startOfDay('2026-09-18'))).toBe('2026-09-18');
  });
});
