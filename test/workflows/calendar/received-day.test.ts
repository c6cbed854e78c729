import { describe, expect, it } from '@jest/globals';
import { actDay } from '../../../workflows/calendar/received-day.js';
import { theCalendar } from './the-calendar.js';

const END = '17:30';

describe('民法典 203: an act counts on the working day on which it arrives within office hours (golden case 4)', () => {
  it.each([
    ['2026-09-18T17:45:00+08:00', '2026-09-20', 'Friday evening, the Sunday after is a make-up day'],
    ['2026-09-18T10:00:00+08:00', '2026-09-18', 'the same Friday in the morning'],
    ['2026-09-20T09:00:00+08:00', '2026-09-20', 'the make-up Sunday itself'],
    ['2026-09-19T09:00:00+08:00', '2026-09-20', 'a Saturday off'],
    ['2026-10-01T09:00:00+08:00', '2026-10-08', 'the first day of a holiday'],
    ['2026-10-07T23:59:59+08:00', '2026-10-08', 'the last second of a holiday'],
    ['2026-05-09T11:00:00+08:00', '2026-05-09', 'a make-up Saturday'],
    ['2026-06-10T00:00:00+08:00', '2026-06-10', 'before office hours begin'],
  ])('%s counts on %s: %s', (instant, day) => {
    expect(actDay(theCalendar, instant, END)).toBe(day);
  });

  it.each([
    ['2026-06-10T17:29:59+08:00', '2026-06-10'],
    ['2026-06-10T17:30:00+08:00', '2026-06-10'],
    ['2026-06-10T17:30:00.000001+08:00', '2026-06-11'],
    ['2026-06-10T17:30:01+08:00', '2026-06-11'],
    ['2026-06-10T17:31:00+08:00', '2026-06-11'],
  ])('the end of office hours is in time, what follows is not: %s counts on %s', (instant, day) => {
    expect(actDay(theCalendar, instant, END)).toBe(day);
  });

  it('reads an instant of any offset', () => {
    expect(actDay(theCalendar, '2026-06-10T09:30:00Z', END)).toBe('2026-06-10');
    expect(actDay(theCalendar, '2026-06-10T09:30:00.5Z', END)).toBe('2026-06-11');
    expect(actDay(theCalendar, '2026-06-09T16:00:00Z', END)).toBe('2026-06-10');
  });

  it('follows the hours of the policy', () => {
    expect(actDay(theCalendar, '2026-06-10T17:45:00+08:00', '18:00')).toBe('2026-06-10');
    expect(actDay(theCalendar, '2026-06-10T17:15:00+08:00', '17:00')).toBe('2026-06-11');
  });
});
