import { describe, expect, it } from '@jest/globals';
import { bankDate, earliestDate } from '../../../workflows/rules/lead-time.js';
import { theCalendar } from '../calendar/the-calendar.js';
import { policy } from './a-report.js';

const receivedOn = '2026-09-28';

describe('the bank’s date is the later of its plan and ten working days after the received day (golden case 4)', () => {
  it('the lead time ends on 2026-10-16', () => {
    expect(earliestDate(theCalendar, receivedOn, policy)).toEqual({ day: '2026-10-16', provisional: false });
    expect(earliestDate(theCalendar, receivedOn, { ...policy, leadWd: 5 }).day).toBe('2026-10-10');
  });

  it.each([
    ['2026-09-01', '2026-10-16'],
    ['2026-10-15', '2026-10-16'],
    ['2026-10-16', '2026-10-16'],
    ['2026-10-17', '2026-10-17'],
    ['2027-02-01', '2027-02-01'],
  ])('planned for %s: %s', (plannedDate, day) => {
    expect(bankDate(theCalendar, { receivedOn, plannedDate }, policy)).toEqual({ day, provisional: false });
  });

  it('is provisional when it rests on days without a notice, not when the bank named it', () => {
    const late = { receivedOn: '2026-12-24' };
    expect(bankDate(theCalendar, { ...late, plannedDate: '2027-01-05' }, policy)).toEqual({
      day: '2027-01-08',
      provisional: true,
    });
    for (const plannedDate of ['2027-01-08', '2027-01-20']) {
      expect(bankDate(theCalendar, { ...late, plannedDate }, policy)).toEqual({
        day: plannedDate,
        provisional: false,
      });
    }
  });

  it('is none for an act already done', () => {
    expect(
      bankDate(theCalendar, { receivedOn, plannedDate: receivedOn, actedOn: '2026-09-25' }, policy),
    ).toBeNull();
  });
});
