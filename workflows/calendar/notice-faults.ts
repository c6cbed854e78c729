import { addCalendarDays, type CivilDay, calendarDaysBetween, isCivilDay, weekdayOf } from './civil-day.js';
import {
  type CalendarYear,
  FIRST_CALENDAR_DAY,
  FIXED_HOLIDAYS,
  LAST_CALENDAR_DAY,
} from './working-calendar.js';

/** Longer than any holiday with its days moved together: a range that was mistyped. */
const MAX_DAYS_OFF_TOGETHER = 16;

/**
 * Why a notice cannot be taken as it was entered, in Chinese. Every open deadline moves with it, so what no notice has ever
 * said is asked again: a make-up day in the middle of the week, a year without 元旦, a day that is off and worked
 * (全国年节及纪念日放假办法, arts. 2, 6, 7).
 */
export function noticeFaults({ off, working, year }: CalendarYear): string[] {
  if (`${year}-01-01` < FIRST_CALENDAR_DAY || `${year}-12-31` > LAST_CALENDAR_DAY) {
    return [`年度须在${FIRST_CALENDAR_DAY.slice(0, 4)}至${LAST_CALENDAR_DAY.slice(0, 4)}之间。`];
  }
  const unreal = [...off.flat(), ...working].filter((day) => !isCivilDay(day));
  if (unreal.length > 0) return unreal.map((day) => `日期 ${day} 不存在，请核对。`);
  const broken = off.filter(([first, last]) => !isRange(first, last));
  if (broken.length > 0) {
    return broken.map(([first, last]) => `放假区间 ${first} 至 ${last} 起止颠倒或过长，请核对。`);
  }
  const daysOff = off.flatMap(([first, last]) => daysFrom(first, last));
  return [
    ...[...daysOff, ...working]
      .filter((day) => day < `${year - 1}-12-01` || day > `${year}-12-31`)
      .map((day) => `日期 ${day} 不属于${year}年的通知，请核对。`),
    ...working
      .filter((day) => ![0, 6].includes(weekdayOf(day)))
      .map((day) => `调休上班日 ${day} 不是周六或周日，请核对。`),
    ...working.filter((day) => daysOff.includes(day)).map((day) => `日期 ${day} 既放假又上班，请核对。`),
    ...Object.entries(FIXED_HOLIDAYS)
      .filter(([monthAndDay]) => !daysOff.includes(`${year}-${monthAndDay}`))
      .map(([monthAndDay, name]) => `${name} ${year}-${monthAndDay} 未列为放假，请核对。`),
  ];
}

function isRange(first: CivilDay, last: CivilDay): boolean {
  const days = calendarDaysBetween(first, last) + 1;
  return days >= 1 && days <= MAX_DAYS_OFF_TOGETHER;
}

function daysFrom(first: CivilDay, last: CivilDay): CivilDay[] {
  return Array.from({ length: calendarDaysBetween(first, last) + 1 }, (_, days) =>
    addCalendarDays(first, days),
  );
}
