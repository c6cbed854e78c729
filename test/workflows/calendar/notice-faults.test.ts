import { describe, expect, it } from '@jest/globals';
import { noticeFaults } from '../../../workflows/calendar/notice-faults.js';
import type { CalendarYear } from '../../../workflows/calendar/working-calendar.js';
import { NOTICES } from './the-calendar.js';

const notice: CalendarYear = {
  year: 2027,
  notice: '测试',
  off: [
    ['2026-12-31', '2027-01-03'],
    ['2027-05-01', '2027-05-05'],
    ['2027-10-01', '2027-10-07'],
  ],
  working: ['2026-12-27', '2027-10-09'],
};

function withOff(...off: [string, string][]): CalendarYear {
  return { ...notice, off: [...notice.off, ...off] };
}

describe('国办 notices: what was published is taken', () => {
  it.each(NOTICES.map((published) => [published.year, published] as const))('%i', (_, published) => {
    expect(noticeFaults(published)).toEqual([]);
  });

  it('a notice may name days of the December before', () => {
    expect(noticeFaults(notice)).toEqual([]);
  });
});

describe('what no notice has ever said is asked again', () => {
  it.each<[string, CalendarYear, string]>([
    ['a day that does not exist', withOff(['2027-02-29', '2027-03-01']), '日期 2027-02-29 不存在，请核对。'],
    [
      'a range that ends before it begins',
      withOff(['2027-02-12', '2027-02-05']),
      '放假区间 2027-02-12 至 2027-02-05 起止颠倒或过长，请核对。',
    ],
    [
      'a range over months',
      withOff(['2027-02-05', '2027-03-12']),
      '放假区间 2027-02-05 至 2027-03-12 起止颠倒或过长，请核对。',
    ],
    [
      'a day of another year',
      withOff(['2028-01-03', '2028-01-03']),
      '日期 2028-01-03 不属于2027年的通知，请核对。',
    ],
    [
      'a make-up day on a Tuesday',
      { ...notice, working: ['2027-02-02'] },
      '调休上班日 2027-02-02 不是周六或周日，请核对。',
    ],
    [
      'a day both off and worked',
      { ...notice, working: ['2027-10-02'] },
      '日期 2027-10-02 既放假又上班，请核对。',
    ],
    ['a year without 元旦', { ...notice, off: notice.off.slice(1) }, '元旦 2027-01-01 未列为放假，请核对。'],
    ['a year that cannot be counted in', { ...notice, year: 2060 }, '年度须在2010至2059之间。'],
  ])('%s', (_, entered, message) => {
    expect(noticeFaults(entered)).toEqual([message]);
  });
});
