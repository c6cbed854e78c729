import { describe, expect, it } from '@jest/globals';
import { assigned, proposed, SITUATIONS, working } from './situations.js';

describe('whoever has to do with a measure is told, at each step', () => {
  it.each([
    ['given by lapse', () => proposed().send('DEADLINE.assign'), 'supportAssigned'],
    ['its own wait is over', () => SITUATIONS.waiting().send('DEADLINE.wait'), 'supportResumed'],
    ['another date', () => working().send('CHANGE_DATE'), 'supportDateChanged'],
    ['done', SITUATIONS.done, 'supportDone'],
    ['not done', SITUATIONS.notDone, 'supportNotDone'],
    ['taken back', SITUATIONS.cancelled, 'supportCancelled'],
  ] as const)('%s', (_, situation, template) => {
    expect(situation().notices()).toEqual([template]);
  });
});

describe('clocks and what is remembered', () => {
  it('the finance bureau has assignWd to give it away', () => {
    expect(proposed().of('armDeadline')).toEqual([{ name: 'assign', budget: { workingDays: 'assignWd' } }]);
    expect(assigned().disarmed()).toEqual(['assign']);
  });

  it('given by lapse, the reminder is counted anew', () => {
    const lapsed = proposed().send('DEADLINE.assign', { facts: { remindOn: '2026-06-29' } });

    expect(lapsed.context.remindOn).toBe('2026-06-29');
  });

  it('a reminder that was given is over; a wait that ended is forgotten; the court is remembered', () => {
    expect(working().send('DEADLINE.reminder').disarmed()).toEqual(['reminder']);
    expect(SITUATIONS.waiting().send('RESUME').context.waitUntil).toBeNull();
    expect(working().send('COURT.ACCEPTED').context.courtAccepted).toBe(true);
  });
});
