import { readFileSync } from 'node:fs';
import { type CalendarYear, WorkingCalendar } from '../../../workflows/calendar/working-calendar.js';

interface CalendarCases {
  years: Record<string, Omit<CalendarYear, 'year'>>;
}

const cases: CalendarCases = JSON.parse(readFileSync('test/cases/calendars.json', 'utf8'));

/** The notices of 2023 to 2026, as `test/cases/calendars.json` gives them. */
export const NOTICES: readonly CalendarYear[] = Object.entries(cases.years).map(([year, notice]) => ({
  year: Number(year),
  ...notice,
}));

export const theCalendar = new WorkingCalendar(NOTICES);

/** A notice for 2027 as it might come out; fictional, for what happens on import. */
export const NOTICE_2027: CalendarYear = {
  year: 2027,
  notice: '2027年放假通知（测试）',
  off: [
    ['2026-12-31', '2027-01-03'],
    ['2027-02-05', '2027-02-12'],
  ],
  working: ['2026-12-27', '2027-01-09'],
};
