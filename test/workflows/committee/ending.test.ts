import { describe, expect, it } from '@jest/globals';
import { active, inCourt, winding } from './situations.js';

const ENDED = ['filing COMMITTEE.ENDED', 'resolution COMMITTEE.ENDED'];

describe('解散: filings and resolutions hear of it once, when the winding begins', () => {
  it('by a carried resolution', () => {
    const committee = winding();

    expect(committee.state).toBe('winding');
    expect(committee.sent()).toEqual(ENDED);
    expect(committee.armed()).toEqual([{ name: 'wind', budget: { workingDays: 'windWd' } }]);
    expect(committee.of('notify')[0]?.to).toContainEqual({ party: 'regulator', role: 'regulator.observer' });
  });

  it('and is dissolved at the end of its time', () => {
    const committee = winding().send('DEADLINE.wind');

    expect([committee.state, committee.sent()]).toEqual(['dissolved', []]);
    expect(committee.notices()).toEqual(['committeeDissolved']);
  });

  it('takes a vote while three members are left', () => {
    expect(active().codes('WIND_UP')).toEqual(['dissolution-needs-resolution']);
  });

  it('not in the middle of a vote', () => {
    expect(active().codes('WIND_UP', { facts: { openResolutions: 1 } })).toContain('votes-open');
  });
});

describe('golden case 11: 企业破产法 19, 46: the court accepts, the agreement gives way', () => {
  it('the committee is judicial, the standstill is over, no clock runs', () => {
    const committee = active()
      .send('STANDSTILL.STARTED')
      .send('SCHEDULE_ROLLOVER')
      .send('RECORD_MINUTES')
      .send('COURT.ACCEPTED');

    expect(committee.state).toBe('judicial');
    expect(committee.context.standstill).toBeNull();
    expect(committee.disarmed()).toEqual(['rollover', 'minutes']);
    expect(committee.armed()).toEqual([]);
    expect(committee.sent()).toEqual(ENDED);
  });

  it('from winding nothing is said twice', () => {
    const committee = winding().send('COURT.ACCEPTED');

    expect([committee.state, committee.sent(), committee.disarmed()]).toEqual(['judicial', [], ['wind']]);
  });

  it('closed: the committee is dissolved', () => {
    expect(inCourt().send('COURT.CLOSED').state).toBe('dissolved');
  });

  it('dismissed: back to work, with its schedule and without the old standstill', () => {
    const back = active()
      .send('STANDSTILL.STARTED')
      .send('COURT.ACCEPTED')
      .send('COURT.DISMISSED', { facts: { nextReminder: '2026-07-16' } });

    expect(back.state).toBe('active');
    expect(back.context).toMatchObject({ standstill: null, endedSent: false, remindedOn: '2026-07-16' });
    expect(back.armed()).toEqual([{ name: 'rollover', budget: { untilEndOf: '2026-07-16' } }]);
    expect(back.notices()).toEqual(['committeeRestored']);
  });

  it('dismissed: back into winding where it came from there, told no second time', () => {
    const back = winding().send('COURT.ACCEPTED').send('COURT.DISMISSED');

    expect([back.state, back.sent()]).toEqual(['winding', []]);
  });

  it('a committee back at work can end once more, and says so', () => {
    const again = inCourt()
      .send('COURT.DISMISSED')
      .send('RESOLUTION.CARRIED', { payload: { subject: 'dissolution' } });

    expect(again.sent()).toEqual(ENDED);
  });
});

describe('golden case 7, the committee’s side: it remembers the standstill in force', () => {
  it('from its start to its end', () => {
    const started = active().send('STANDSTILL.STARTED');

    expect(started.context.standstill).toEqual({ id: 'standstill-1', until: '2026-09-08' });
    expect(started.send('STANDSTILL.ENDED').context.standstill).toBeNull();
  });

  it('a successor is not ended by the end of the former one', () => {
    const successor = active()
      .send('STANDSTILL.STARTED')
      .send('STANDSTILL.STARTED', { payload: { standstill: 'standstill-2' } });

    expect(successor.send('STANDSTILL.ENDED').context.standstill?.id).toBe('standstill-2');
  });

  it('an extension moves its end', () => {
    const extended = active()
      .send('STANDSTILL.STARTED')
      .send('STANDSTILL.STARTED', { payload: { until: '2026-12-07' } });

    expect(extended.context.standstill).toEqual({ id: 'standstill-1', until: '2026-12-07' });
  });
});
