import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { addCalendarDays, weekdayOf } from '../../../workflows/calendar/civil-day.js';
import {
  type CalendarYear,
  FIRST_CALENDAR_DAY,
  LAST_CALENDAR_DAY,
  WorkingCalendar,
} from '../../../workflows/calendar/working-calendar.js';
import { NOTICE_2027, NOTICES, theCalendar } from './the-calendar.js';

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addCalendarDays(day, 1)) days.push(day);
  return days;
}

describe('国办 notices of 2023 to 2026', () => {
  it('agree with an independent package on all 1,461 days', () => {
    const days = daysFrom('2023-01-01', '2026-12-31');
    expect(days).toHaveLength(1_461);
    expect(days.filter((day) => theCalendar.isWorkingDay(day) !== chineseDays.isWorkday(day))).toEqual([]);
  });

  it('cover up to the end of the last year of an unbroken row', () => {
    expect(theCalendar.coveredUntil).toBe('2026-12-31');
    expect(new WorkingCalendar([]).coveredUntil).toBeNull();
    const gap = NOTICES.filter(({ year }) => year !== 2025);
    expect(new WorkingCalendar(gap).coveredUntil).toBe('2024-12-31');
  });
});

describe('民法典 201, 203: working days are counted from the day after (golden case 4)', () => {
  it.each([
    ['2026-09-20', 5, '2026-09-28'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-04-29', 5, '2026-05-09'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-28', 10, '2026-10-16'],
    ['2026-11-24', 10, '2026-12-08'],
    ['2026-02-06', 10, '2026-02-27'],
    ['2025-12-29', 5, '2026-01-06'],
    ['2026-12-24', 5, '2026-12-31'],
  ])('%s + %i is %s', (from, count, day) => {
    expect(theCalendar.add(from, count)).toEqual({ day, provisional: false });
  });

  it.each([
    [1, '2026-01-15'],
    [2, '2026-02-13'],
    [3, '2026-03-13'],
    [4, '2026-04-15'],
    [5, '2026-05-18'],
    [6, '2026-06-12'],
    [7, '2026-07-14'],
    [8, '2026-08-14'],
    [9, '2026-09-14'],
    [10, '2026-10-20'],
    [11, '2026-11-13'],
    [12, '2026-12-14'],
  ])('the tenth working day of month %i of 2026 is %s', (month, day) => {
    const first = `2026-${String(month).padStart(2, '0')}-01`;
    expect(theCalendar.add(addCalendarDays(first, -1), 10).day).toBe(day);
  });

  it('goes step by step to the same day as in one jump, and back again', () => {
    for (const from of daysFrom('2026-01-01', '2026-12-01')) {
      let walked = from;
      for (let count = 1; count <= 15; count++) {
        walked = theCalendar.add(walked, 1).day;
        expect([from, count, theCalendar.add(from, count).day]).toEqual([from, count, walked]);
        expect([from, count, theCalendar.between(from, walked)]).toEqual([from, count, count]);
      }
      const backAtWork = theCalendar.add(walked, -15).day;
      expect([from, backAtWork]).toEqual([
        from,
        theCalendar.on(from).day === from ? from : theCalendar.add(from, -1).day,
      ]);
    }
  });

  it('stays on the day for a count of nothing, and never counts backwards between', () => {
    expect(theCalendar.add('2026-10-01', 0).day).toBe('2026-10-01');
    expect(theCalendar.between('2026-06-10', '2026-06-04')).toBe(0);
    expect(theCalendar.between('2026-06-10', '2026-06-10')).toBe(0);
    expect(theCalendar.between('2026-06-04', '2026-06-10')).toBe(4);
  });

  it('moves a day off to the next working day, and leaves a working one', () => {
    expect(theCalendar.on('2026-09-20')).toEqual({ day: '2026-09-20', provisional: false });
    expect(theCalendar.on('2026-10-01')).toEqual({ day: '2026-10-08', provisional: false });
    expect(theCalendar.on('2026-09-19')).toEqual({ day: '2026-09-20', provisional: false });
  });
});

describe('the reasons for the days stepped over', () => {
  it('names weekday and notice, and keeps silent about a make-up Sunday, which counts', () => {
    expect(theCalendar.passed('2026-09-18', 5)).toEqual([{ date: '2026-09-19', why: '周六' }]);
    expect(theCalendar.passed('2026-09-24', 1)).toEqual([
      { date: '2026-09-25', why: '法定节假日（国办发明电〔2025〕7号）' },
      { date: '2026-09-26', why: '法定节假日（国办发明电〔2025〕7号）' },
      { date: '2026-09-27', why: '法定节假日（国办发明电〔2025〕7号）' },
    ]);
    expect(theCalendar.passed('2026-06-05', 1).map(({ why }) => why)).toEqual(['周六', '周日']);
  });

  it('says of a year without notice that it is an assumption', () => {
    expect(theCalendar.passed('2026-12-31', 1)).toEqual([
      { date: '2027-01-01', why: '元旦（2027年放假安排尚未公布，暂按平日推算）' },
      { date: '2027-01-02', why: '周六（2027年放假安排尚未公布，暂按平日推算）' },
      { date: '2027-01-03', why: '周日（2027年放假安排尚未公布，暂按平日推算）' },
    ]);
  });

  it('together with the days counted, are all the days between', () => {
    for (const from of daysFrom('2026-01-01', '2026-12-31')) {
      const last = theCalendar.add(from, 12).day;
      expect(theCalendar.passed(from, 12).length + 12).toBe(daysFrom(from, last).length - 1);
    }
  });
});

describe('全国年节及纪念日放假办法: beyond the published notices', () => {
  it('counts weekdays but for the statutory days of fixed date, and says that it is provisional', () => {
    expect(theCalendar.add('2026-12-24', 6)).toEqual({ day: '2027-01-04', provisional: true });
    expect(theCalendar.add('2026-12-24', 10)).toEqual({ day: '2027-01-08', provisional: true });
    const off = daysFrom('2027-01-01', '2027-12-31').filter(
      (day) => !theCalendar.isWorkingDay(day) && weekdayOf(day) >= 1 && weekdayOf(day) <= 5,
    );
    // 2027-05-01, 05-02, 10-02 and 10-03 fall on weekends.
    expect(off).toEqual(['2027-01-01', '2027-10-01']);
    expect(theCalendar.isWorkingDay('2028-05-02')).toBe(false);
    expect(theCalendar.isWorkingDay('2028-05-03')).toBe(true);
  });

  it('is provisional as soon as one day it rests on is not covered, in either direction', () => {
    expect(theCalendar.add('2027-01-04', -1)).toEqual({ day: '2026-12-31', provisional: true });
    expect(theCalendar.add('2026-12-31', -1)).toEqual({ day: '2026-12-30', provisional: false });
    expect(theCalendar.on('2027-01-01')).toEqual({ day: '2027-01-04', provisional: true });
    expect(theCalendar.on('2027-01-04')).toEqual({ day: '2027-01-04', provisional: true });
    expect(theCalendar.add('2022-12-30', 1)).toEqual({ day: '2023-01-03', provisional: true });
    expect(theCalendar.add('2027-01-02', -1)).toEqual({ day: '2026-12-31', provisional: true });
    expect(theCalendar.add('2027-01-01', -1)).toEqual({ day: '2026-12-31', provisional: false });
    expect(theCalendar.add('2022-12-31', 1)).toEqual({ day: '2023-01-03', provisional: false });
    expect(theCalendar.on('2022-12-31')).toEqual({ day: '2023-01-03', provisional: true });
    expect(theCalendar.isProvisional('2026-12-31')).toBe(false);
    expect(theCalendar.isProvisional('2027-01-01')).toBe(true);
  });

  it('takes a notice that names days of the December before', () => {
    expect(theCalendar.isWorkingDay('2022-12-31')).toBe(false);
    expect(theCalendar.isWorkingDay('2026-12-31')).toBe(true);

    const withNotice = new WorkingCalendar([NOTICE_2027, ...NOTICES]);

    expect(withNotice.coveredUntil).toBe('2027-12-31');
    expect(withNotice.isWorkingDay('2026-12-31')).toBe(false);
    expect(withNotice.isWorkingDay('2026-12-27')).toBe(true);
    expect(withNotice.add('2026-12-24', 6)).toEqual({ day: '2027-01-04', provisional: false });
    expect(withNotice.passed('2026-12-30', 1)[0]).toEqual({
      date: '2026-12-31',
      why: '法定节假日（2027年放假通知（测试））',
    });
  });

  it('lets the later notice speak where two name one day, in whatever order they are given', () => {
    const earlier = { year: 2026, notice: '甲', off: [], working: [] };
    const later = { year: 2027, notice: '乙', off: [], working: [] };
    const off: [string, string][] = [['2026-12-27', '2026-12-27']];
    const working = ['2026-12-27'];
    for (const reversed of [false, true]) {
      const given = (...notices: CalendarYear[]) =>
        new WorkingCalendar(reversed ? notices.reverse() : notices);
      expect(given({ ...earlier, off }, { ...later, working }).isWorkingDay('2026-12-27')).toBe(true);
      const closed = given({ ...earlier, working }, { ...later, off });
      expect(closed.isWorkingDay('2026-12-27')).toBe(false);
      expect(closed.passed('2026-12-26', 1)).toEqual([{ date: '2026-12-27', why: '法定节假日（乙）' }]);
    }
  });

  it('throws outside its table rather than answering wrongly', () => {
    expect(theCalendar.isWorkingDay(FIRST_CALENDAR_DAY)).toBe(false);
    expect(theCalendar.isProvisional(LAST_CALENDAR_DAY)).toBe(true);
    expect(() => theCalendar.isWorkingDay(addCalendarDays(FIRST_CALENDAR_DAY, -1))).toThrow(RangeError);
    expect(() => theCalendar.isWorkingDay(addCalendarDays(LAST_CALENDAR_DAY, 1))).toThrow(RangeError);
    expect(() => theCalendar.add(LAST_CALENDAR_DAY, 1)).toThrow(RangeError);
    expect(() => theCalendar.add(FIRST_CALENDAR_DAY, -1)).toThrow(RangeError);
  });
});

describe('counting is a look-up', () => {
  it('adds working days a million times without a loop over the days', () => {
    const started = performance.now();
    for (let turn = 0; turn < 1_000_000; turn++) theCalendar.add('2026-09-18', 1 + (turn % 20));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
