import { describe, expect, it } from '@jest/globals';
import { GUARANTOR } from '../../../workflows/proof/support.samples.js';
import { ladderOf } from '../../../workflows/rules/deadline-ladder.js';
import { labelOf } from '../../../workflows/support/support.labels.js';
import { assigned, proposed, SITUATIONS, working } from './situations.js';

const DATES = ['reminder', 'due', 'escalation', 'bulletin'];

describe('processes.md §4: one owner post, one date; reminder −1 wd, escalation +1, bulletin +3', () => {
  it('every day is the policy’s: reminded before it, told to leaders and put into the bulletin after it', () => {
    expect(assigned().of('armDeadline')).toEqual([
      { name: 'reminder', budget: { untilEndOf: '2026-06-30' } },
      { name: 'due', budget: { untilEndOf: '2026-07-01' } },
      { name: 'escalation', budget: { workingDays: 'supportEscalationWd', from: '2026-07-01' } },
      { name: 'bulletin', budget: { workingDays: 'supportBulletinWd', from: '2026-07-01' } },
    ]);
  });

  it('no second ladder around clocks that are a ladder themselves', () => {
    for (const name of [...DATES, 'wait', 'relend']) expect(ladderOf(name).rungs).toEqual([]);
  });

  it('a day of reminder that has come already is left out: it would strike at once', () => {
    const late = proposed().send('ASSIGN', { facts: { remindOn: '2026-06-10' } });

    expect(late.armed()).toEqual(['due', 'escalation', 'bulletin']);
  });

  it.each([
    ['DEADLINE.reminder', 'supportDue', null, '办理中'],
    ['DEADLINE.due', 'supportOverdue', 'overdue', '办理中（逾期）'],
    ['DEADLINE.escalation', 'supportEscalated', 'escalated', '办理中（督办）'],
    ['DEADLINE.bulletin', 'supportBulletin', 'bulletin', '办理中（通报）'],
  ] as const)('%s tells, marks and moves nothing', (clock, template, lateness, label) => {
    const after = working().send(clock);

    expect([after.state, after.notices(), after.context.lateness]).toEqual(['working', [template], lateness]);
    expect(labelOf('working', after.context)).toBe(label);
  });

  it('told to the leaders means: finance leader and owner; in the bulletin besides the county, industry, regulator in copy', () => {
    const told = (measure: ReturnType<typeof working>) =>
      measure.of('notify').flatMap(({ to }) => to.map(({ party, copy }) => (copy ? `(${party})` : party)));

    expect(told(working().send('DEADLINE.reminder'))).toEqual(['helper']);
    expect(told(working().send('DEADLINE.escalation'))).toEqual(['helper', 'finance', '(county)']);
    expect(told(working().send('DEADLINE.bulletin'))).toEqual([
      'helper',
      'finance',
      '(industry)',
      '(county)',
      '(regulator)',
    ]);
  });

  it('waiting does not stop the date, and ends with its own day', () => {
    const waiting = working().send('WAIT');

    expect([waiting.armed(), waiting.disarmed()]).toEqual([['wait'], []]);
    expect(waiting.notices()).toEqual(['supportWaiting']);
    expect(working().codes('WAIT', { payload: { until: '2026-07-01' } })).toEqual([]);
    expect(waiting.send('DEADLINE.wait').state).toBe('working');
    expect(waiting.send('RESUME').disarmed()).toEqual(['wait']);
    expect(
      working()
        .send('WAIT', { payload: { for: '待法院通知', until: undefined } as never })
        .armed(),
    ).toEqual([]);
  });

  it('changed once, by the finance leader, with a reason: all four clocks anew, lateness forgotten', () => {
    const changed = working().send('DEADLINE.due').send('CHANGE_DATE');

    expect([changed.disarmed(), changed.armed()]).toEqual([DATES, DATES]);
    expect(changed.context).toMatchObject({ dueOn: '2026-07-15', lateness: null, dateChanged: true });
    expect(changed.codes('CHANGE_DATE')).toEqual(['date-changed-before']);
  });

  it('given to another, its date stays; the new owner is told and begins anew', () => {
    const moved = SITUATIONS.waiting().send('REASSIGN');

    expect([moved.state, moved.context.owner, moved.context.dueOn]).toEqual([
      'assigned',
      GUARANTOR,
      '2026-07-01',
    ]);
    expect([moved.armed(), moved.disarmed()]).toEqual([[], ['wait']]);
    expect(moved.of('disclose')).toEqual([{ to: 'helper' }]);
    expect(moved.of('notify')[0]?.to).toEqual([{ party: 'helper', role: 'helper.officer' }]);
  });

  it.each(['REPORT_NOT_DONE', 'CANCEL'] as const)('%s leaves no clock', (end) => {
    expect(SITUATIONS.waiting().send(end).disarmed().sort()).toEqual([...DATES, 'wait'].sort());
  });
});

describe('proposed: the finance bureau gives it to its owner, or time does', () => {
  it('by lapse as it was proposed', () => {
    const after = proposed().send('DEADLINE.assign');

    expect([after.state, after.context.owner?.organization]).toEqual(['assigned', 'zhouzhuan']);
    expect(after.of('disclose')).toEqual([{ to: 'helper' }]);
  });

  it('to another post with another date', () => {
    const after = proposed().send('ASSIGN', { payload: { owner: GUARANTOR, dueOn: '2026-06-20' } });

    expect([after.context.owner, after.context.dueOn]).toEqual([GUARANTOR, '2026-06-20']);
  });

  it('at once, when the proposer may: nobody waits for a word', () => {
    const after = proposed({ payload: { assigned: true } });

    expect(after.state).toBe('assigned');
    expect(after.armed()).toEqual(DATES);
    expect(after.of('disclose')).toEqual([{ to: 'offices' }, { to: 'county' }, { to: 'helper' }]);
  });

  it('the helper hears of it when it is theirs, not before', () => {
    expect(proposed().of('disclose')).toEqual([{ to: 'offices' }, { to: 'county' }]);
    expect(proposed().notices()).toEqual(['supportProposed']);
  });
});
