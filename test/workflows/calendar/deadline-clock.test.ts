import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  armClock,
  type Clock,
  type ClockBudget,
  reprojectClock,
  resumeClock,
  stopClock,
} from '../../../workflows/calendar/deadline-clock.js';
import { WorkingCalendar } from '../../../workflows/calendar/working-calendar.js';
import { NOTICE_2027, NOTICES, theCalendar } from './the-calendar.js';

const officeHoursEnd = '17:30';

function armed(budget: ClockBudget, armedOn = '2026-06-10'): Clock {
  return armClock(theCalendar, { budget, armedOn, officeHoursEnd });
}

describe('民法典 201, 203: when a clock strikes', () => {
  it('counts working days from the day after and strikes at the end of office hours', () => {
    expect(armed({ workingDays: 5 }, '2026-09-20')).toEqual({
      workingDays: 5,
      armedOn: '2026-09-20',
      lastDay: null,
      dueOn: '2026-09-28',
      fireAt: '2026-09-28T17:30:00+08:00',
      stops: [],
      remaining: null,
      status: 'armed',
      provisional: false,
    });
  });

  it('strikes at the end of office hours of a day that was named, though it is a day off', () => {
    expect(armed({ untilEndOf: '2026-10-03' })).toMatchObject({
      workingDays: null,
      dueOn: '2026-10-03',
      fireAt: '2026-10-03T17:30:00+08:00',
    });
  });

  it("strikes at 00:00 of the bank's own date, on a day off too", () => {
    expect(armed({ atStartOf: '2026-10-03' })).toMatchObject({
      workingDays: null,
      dueOn: '2026-10-03',
      fireAt: '2026-10-03T00:00:00+08:00',
      provisional: false,
    });
  });

  it('moves the last day of a period in calendar days off a day off, and no other', () => {
    expect(armed({ calendarDays: 90, from: '2026-07-03' })).toMatchObject({
      lastDay: '2026-10-01',
      dueOn: '2026-10-08',
      fireAt: '2026-10-08T17:30:00+08:00',
    });
    expect(armed({ calendarDays: 90, from: '2026-07-02' })).toMatchObject({ dueOn: '2026-09-30' });
  });

  it('is provisional beyond the published notices', () => {
    expect(armed({ workingDays: 5 }, '2026-12-24').provisional).toBe(false);
    expect(armed({ workingDays: 6 }, '2026-12-24').provisional).toBe(true);
    expect(armed({ calendarDays: 7, from: '2026-12-25' }).provisional).toBe(true);
  });
});

describe('a stop keeps the working days that were left', () => {
  it('counts them from the day after the stop up to the due day', () => {
    const clock = armed({ workingDays: 5 });
    expect(clock.dueOn).toBe('2026-06-17');

    const stopped = stopClock(theCalendar, clock, { cause: 'supplement', on: '2026-06-12' });
    expect(stopped).toMatchObject({
      status: 'stopped',
      remaining: 3,
      stops: [{ cause: 'supplement', from: '2026-06-12', until: null }],
    });

    const resumed = resumeClock(theCalendar, stopped, { cause: 'supplement', on: '2026-06-16' });
    expect(resumed).toMatchObject({
      status: 'armed',
      remaining: null,
      dueOn: '2026-06-22',
      fireAt: '2026-06-22T17:30:00+08:00',
      stops: [{ cause: 'supplement', from: '2026-06-12', until: '2026-06-16' }],
    });
  });

  it('takes nothing from a clock that resumes on the day it stopped', () => {
    const clock = armed({ workingDays: 5 });
    const stopped = stopClock(theCalendar, clock, { cause: 'supplement', on: '2026-06-12' });
    const resumed = resumeClock(theCalendar, stopped, { cause: 'supplement', on: '2026-06-12' });
    expect(resumed.dueOn).toBe(clock.dueOn);
  });

  it('leaves the day itself to a clock stopped on its due day', () => {
    const stopped = stopClock(theCalendar, armed({ workingDays: 5 }), { cause: 'query', on: '2026-06-17' });
    expect(stopped.remaining).toBe(0);
    const resumed = resumeClock(theCalendar, stopped, { cause: 'query', on: '2026-06-18' });
    expect(resumed.dueOn).toBe('2026-06-18');
  });

  it('runs again only when no cause is left, each counted', () => {
    const first = stopClock(theCalendar, armed({ workingDays: 5 }), {
      cause: 'supplement',
      on: '2026-06-11',
    });
    const second = stopClock(theCalendar, first, { cause: 'court', on: '2026-06-15' });
    const third = stopClock(theCalendar, second, { cause: 'court', on: '2026-06-16' });
    expect(third.remaining).toBe(4);

    const one = resumeClock(theCalendar, third, { cause: 'court', on: '2026-06-16' });
    const two = resumeClock(theCalendar, one, { cause: 'supplement', on: '2026-06-17' });
    expect([one.status, two.status]).toEqual(['stopped', 'stopped']);

    const three = resumeClock(theCalendar, two, { cause: 'court', on: '2026-06-18' });
    // 06-19 to 06-21 are days off.
    expect(three).toMatchObject({ status: 'armed', dueOn: '2026-06-25' });
  });

  it('hears no end of a stop that is not there', () => {
    const clock = armed({ workingDays: 5 });
    expect(resumeClock(theCalendar, clock, { cause: 'court', on: '2026-06-12' })).toEqual(clock);
    const stopped = stopClock(theCalendar, clock, { cause: 'supplement', on: '2026-06-12' });
    expect(resumeClock(theCalendar, stopped, { cause: 'court', on: '2026-06-15' })).toEqual(stopped);
  });

  it('leaves a clock that is over as it is', () => {
    for (const status of ['fired', 'disarmed'] as const) {
      const over: Clock = { ...armed({ workingDays: 5 }), status };
      expect(stopClock(theCalendar, over, { cause: 'court', on: '2026-06-12' })).toEqual(over);
      expect(resumeClock(theCalendar, over, { cause: 'court', on: '2026-06-12' })).toEqual(over);
      expect(reprojectClock(theCalendar, over)).toEqual(over);
    }
  });

  it("never stops the bank's date nor another named day", () => {
    const stop = { cause: 'supplement', on: '2026-06-12' };
    expect(() => stopClock(theCalendar, armed({ atStartOf: '2026-07-01' }), stop)).toThrow(RangeError);
    expect(() => stopClock(theCalendar, armed({ untilEndOf: '2026-07-01' }), stop)).toThrow(RangeError);
  });
});

describe('a notice that is imported moves the open clocks', () => {
  const withNotice = new WorkingCalendar([...NOTICES, NOTICE_2027]);

  it('counts a provisional day again', () => {
    const clock = armed({ workingDays: 10 }, '2026-12-24');
    expect(clock).toMatchObject({ dueOn: '2027-01-08', provisional: true });

    const moved = reprojectClock(withNotice, clock);
    expect(moved).toMatchObject({
      dueOn: '2027-01-08',
      fireAt: '2027-01-08T17:30:00+08:00',
      provisional: false,
    });
    expect(reprojectClock(withNotice, armed({ workingDays: 11 }, '2026-12-24')).dueOn).toBe('2027-01-09');
  });

  it('counts again through the stops, and what remains of a clock that stands still', () => {
    const clock = armed({ workingDays: 10 }, '2026-12-24');
    const stopped = stopClock(theCalendar, clock, { cause: 'supplement', on: '2026-12-29' });
    expect(stopped.remaining).toBe(7);
    // The notice made Sunday 12-27 a working day: one more has passed before the stop.
    expect(reprojectClock(withNotice, stopped)).toMatchObject({ status: 'stopped', remaining: 6 });

    const resumed = resumeClock(theCalendar, stopped, { cause: 'supplement', on: '2027-01-04' });
    expect(resumed.dueOn).toBe('2027-01-13');
    expect(reprojectClock(withNotice, resumed)).toMatchObject({ status: 'armed', dueOn: '2027-01-11' });
  });

  it('moves the end of a period in calendar days and leaves named days', () => {
    const period = armed({ calendarDays: 7, from: '2026-12-24' });
    expect(period.dueOn).toBe('2026-12-31');
    expect(reprojectClock(withNotice, period)).toMatchObject({ dueOn: '2027-01-04', lastDay: '2026-12-31' });

    for (const budget of [{ untilEndOf: '2026-12-31' }, { atStartOf: '2027-01-02' }]) {
      expect(reprojectClock(withNotice, armed(budget))).toEqual(armed(budget));
    }
  });

  it('keeps the hour of the policy that the case is pinned to', () => {
    const clock = armClock(theCalendar, {
      budget: { workingDays: 10 },
      armedOn: '2026-12-24',
      officeHoursEnd: '18:00',
    });
    expect(reprojectClock(withNotice, clock).fireAt).toBe('2027-01-08T18:00:00+08:00');
  });
});

describe('whatever was stopped and resumed, in any order', () => {
  const turns = fc.array(
    fc.record({ cause: fc.constantFrom('supplement', 'court'), stops: fc.boolean(), wait: fc.nat(4) }),
    { maxLength: 12 },
  );

  function played(workingDays: number, moves: readonly { cause: string; stops: boolean; wait: number }[]) {
    let clock = armed({ workingDays });
    let on = '2026-06-10';
    for (const { cause, stops, wait } of moves) {
      on = theCalendar.add(on, wait).day;
      if (clock.status === 'armed' && on > clock.dueOn) break;
      clock = stops
        ? stopClock(theCalendar, clock, { cause, on })
        : resumeClock(theCalendar, clock, { cause, on });
    }
    return clock;
  }

  it('counting again under the same calendar changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), turns, (workingDays, moves) => {
        const clock = played(workingDays, moves);
        const again = reprojectClock(theCalendar, clock);
        const { dueOn, fireAt } = clock.status === 'stopped' ? again : clock;
        expect(again).toEqual({ ...clock, dueOn, fireAt });
      }),
      { numRuns: 1_000 },
    );
  });

  it('a clock runs for exactly its budget, the days it stood still left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), turns, (workingDays, moves) => {
        const clock = played(workingDays, moves);
        if (clock.status !== 'armed') return;
        let ran = 0;
        for (
          let day = theCalendar.add(clock.armedOn, 1).day;
          day <= clock.dueOn;
          day = theCalendar.add(day, 1).day
        ) {
          const stood = clock.stops.some(({ from, until }) => from < day && day <= (until ?? '9999-12-31'));
          if (!stood) ran++;
        }
        expect(ran).toBe(workingDays);
      }),
      { numRuns: 1_000 },
    );
  });
});
