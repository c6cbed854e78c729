import { describe, expect, it } from '@jest/globals';
import { areSettled, givesNotice } from '../../../workflows/committee/meetings.js';
import {
  nextReminder,
  type Rollover,
  remindedBetween,
  reminderDays,
} from '../../../workflows/committee/rollover.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';

function loan(id: string, maturity: string, done = false): Rollover {
  return { id, bank: 'citong', loan: `流贷${id}`, maturity, done };
}

describe('续贷排期表: a bank is reminded 30, 10 and 3 days before its loan falls due', () => {
  it('counts calendar days', () => {
    expect(reminderDays('2026-08-15', DEFAULT_POLICY)).toEqual(['2026-07-16', '2026-08-05', '2026-08-12']);
  });

  it.each([
    ['2026-07-16', '2026-07-16'],
    ['2026-07-17', '2026-08-05'],
    ['2026-08-06', '2026-08-12'],
    ['2026-08-13', null],
  ])('from %s on the next reminder is on %s', (from, next) => {
    expect(nextReminder([loan('1', '2026-08-15')], from, DEFAULT_POLICY)).toBe(next);
  });

  it('takes the earliest of all loans, and none that is done', () => {
    const schedule = [loan('1', '2026-08-15'), loan('2', '2026-08-01'), loan('3', '2026-07-20', true)];

    expect(nextReminder(schedule, '2026-06-20', DEFAULT_POLICY)).toBe('2026-07-02');
    expect(nextReminder([], '2026-06-20', DEFAULT_POLICY)).toBeNull();
  });

  it('names the loans of the day, and how many days are left', () => {
    const schedule = [loan('1', '2026-08-15'), loan('2', '2026-08-18'), loan('3', '2026-08-15', true)];

    expect(remindedBetween(schedule, '2026-08-12', '2026-08-12', DEFAULT_POLICY)).toEqual([
      { rollover: '1', bank: 'citong', loan: '流贷1', maturity: '2026-08-15', daysLeft: 3 },
    ]);
  });

  it('loses no reminder when the clock is late', () => {
    const [late] = remindedBetween([loan('1', '2026-08-15')], '2026-08-12', '2026-08-13', DEFAULT_POLICY);

    expect(late?.daysLeft).toBe(2);
  });
});

describe('会议: notice and minutes', () => {
  it('the first day that leaves the notice is enough, the day before is not', () => {
    expect(givesNotice('2026-06-15', '2026-06-15')).toBe(true);
    expect(givesNotice('2026-06-14', '2026-06-15')).toBe(false);
  });

  it.each([
    [0, false, false, true],
    [1, false, false, false],
    [0, true, false, true],
    [0, true, true, false],
    [0, false, true, true],
  ])('%i unanswered, objected %s, light form %s → settled %s', (unanswered, objected, light, settled) => {
    expect(areSettled({ meeting: 'm', unanswered, objected }, light)).toBe(settled);
  });
});
