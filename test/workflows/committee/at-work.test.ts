import { describe, expect, it } from '@jest/globals';
import {
  CITONG,
  CREDITOR,
  delegateOf,
  HAISI,
  JINLI,
  MEMBER,
} from '../../../workflows/proof/committee.samples.js';
import { aBirth, active, consulting } from './situations.js';

describe('一企一策: the first strategy is written down, the next is voted on', () => {
  it('by the chair', () => {
    const committee = active().send('SET_STRATEGY');

    expect(committee.context.strategy).toBe('stabilise');
    expect(committee.codes('SET_STRATEGY')).toEqual(['strategy-needs-resolution']);
  });

  it('by a resolution', () => {
    const committee = active()
      .send('SET_STRATEGY')
      .send('RESOLUTION.CARRIED', { payload: { subject: 'strategy', strategy: 'reduce' } });

    expect(committee.context.strategy).toBe('reduce');
    expect(committee.notices()).toEqual(['strategySet']);
  });
});

describe('主席单位: a change of chair is a major matter', () => {
  it('is reported to the regulator branch, and ends the new chair’s vice chair', () => {
    const committee = active()
      .send('NAME_VICE_CHAIRS')
      .send('RESOLUTION.CARRIED', { payload: { subject: 'chair', chair: 'haisi' } });

    expect(committee.context).toMatchObject({ chair: 'haisi', chairBy: 'resolution', viceChairs: [] });
    expect(committee.of('notify')[0]?.to).toContainEqual({ party: 'regulator', role: 'regulator.observer' });
  });

  it('takes a member only', () => {
    const committee = active().send('RESOLUTION.CARRIED', {
      payload: { subject: 'chair', chair: 'quanshan' },
      facts: { chairIsMember: false },
    });

    expect(committee.context.chair).toBe('jinli');
  });

  it('five vice chairs are not too many', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];

    expect(active().codes('NAME_VICE_CHAIRS', { payload: { viceChairs: five } })).toEqual([]);
    expect(active().codes('NAME_VICE_CHAIRS', { payload: { viceChairs: [...five, 'f'] } })).toEqual([
      'too-many-vice-chairs',
    ]);
  });

  it('a vice chair acts in the chair’s stead, any other member does not', () => {
    const committee = active().send('NAME_VICE_CHAIRS');

    expect(committee.codes('CALL_MEETING', { actor: HAISI })).toEqual([]);
    expect(active().codes('CALL_MEETING', { actor: HAISI })).toEqual(['not-the-chair']);
  });

  it('a committee whose chair has left is led by whichever member takes it up', () => {
    const left = active().send('TRANSFER_CLAIM', { actor: JINLI, facts: { left: '0.00', members: 3 } });

    expect(left.context).toMatchObject({ chair: null, members: 3 });
    expect(left.codes('CALL_MEETING', { actor: HAISI })).toEqual([]);
    expect(left.codes('CALL_MEETING', { actor: HAISI, facts: { standing: CREDITOR } })).toEqual([
      'not-the-chair',
    ]);
  });
});

describe('members come and go', () => {
  it('ACCEDE adds one', () => {
    const committee = active().send('ACCEDE');

    expect(committee.context.members).toBe(5);
    expect(committee.of('disclose')).toEqual([{ to: 'members' }]);
  });

  it('a resolution lets one in, that sees the committee from then on', () => {
    const committee = active().send('RESOLUTION.CARRIED', {
      payload: { subject: 'accession', organization: 'anping' },
    });

    expect(committee.of('disclose')).toEqual([{ to: 'bank' }]);
    expect(committee.notices()).toEqual(['accessionOpen']);
  });

  it('whoever sells a part stays', () => {
    expect(active().send('TRANSFER_CLAIM').context).toMatchObject({ members: 4, chair: 'jinli' });
  });

  it('whoever sells all is no vice chair any more', () => {
    const committee = active()
      .send('NAME_VICE_CHAIRS')
      .send('TRANSFER_CLAIM', { facts: { left: '0.00', members: 3 } });

    expect(committee.context.viceChairs).toEqual([]);
    expect(committee.notices()).toEqual(['accessionOpen', 'claimTransferred']);
  });

  it('with three left a vote is needed still', () => {
    const committee = active().send('TRANSFER_CLAIM', { facts: { left: '0.00', members: 3 } });

    expect(committee.notices()).not.toContain('windUpAdvised');
    expect(committee.codes('WIND_UP')).toEqual(['dissolution-needs-resolution']);
  });

  it('below three members the chair is advised to wind up', () => {
    const committee = active().send('TRANSFER_CLAIM', { facts: { left: '0.00', members: 2 } });

    expect(committee.notices()).toEqual(['accessionOpen', 'claimTransferred', 'windUpAdvised']);
    expect(committee.codes('WIND_UP')).toEqual([]);
  });
});

describe('会议纪要: confirmed or objected to within three working days, silence recorded', () => {
  const recorded = () => active().send('RECORD_MINUTES', { facts: { answerers: 2 } });

  it('the clock runs from the record', () => {
    expect(recorded().armed()).toEqual([{ name: 'minutes', budget: { workingDays: 'minutesWd' } }]);
    expect(recorded().context.minutes).toEqual({ meeting: 'meeting-1', unanswered: 2, objected: false });
  });

  it('all answers settle them', () => {
    const first = recorded().send('CONFIRM_MINUTES');
    const second = first.send('CONFIRM_MINUTES');

    expect(first.context.minutes).toMatchObject({ unanswered: 1 });
    expect(second.context.minutes).toBeNull();
    expect(second.disarmed()).toEqual(['minutes']);
    expect(second.notices()).toEqual(['minutesSettled']);
  });

  it('an objection is told to the chair and stands beside them', () => {
    const objected = recorded().send('OBJECT_MINUTES');

    expect(objected.notices()).toEqual(['minutesObjected']);
    expect(objected.context.minutes).toMatchObject({ objected: true, unanswered: 1 });
    expect(objected.send('CONFIRM_MINUTES').context.minutes).toBeNull();
  });

  it('the end of the time closes them', () => {
    const lapsed = recorded().send('DEADLINE.minutes');

    expect(lapsed.context.minutes).toBeNull();
    expect(lapsed.notices()).toEqual(['minutesSilent']);
    expect(lapsed.codes('CONFIRM_MINUTES')).toEqual(['minutes-closed']);
  });

  it('recorded anew, they are answered anew', () => {
    const anew = recorded().send('OBJECT_MINUTES').send('RECORD_MINUTES');

    expect(anew.disarmed()).toEqual(['minutes']);
    expect(anew.context.minutes).toEqual({ meeting: 'meeting-1', unanswered: 3, objected: false });
  });
});

describe('续贷排期表: one clock for the whole schedule', () => {
  const clock = (day: string) => ({ name: 'rollover', budget: { untilEndOf: day } });

  it('is set for the next reminder, and anew when an earlier one comes', () => {
    const first = active().send('SCHEDULE_ROLLOVER');
    const same = first.send('SCHEDULE_ROLLOVER');
    const earlier = first.send('SCHEDULE_ROLLOVER', { facts: { nextReminder: '2026-07-01' } });

    expect(first.armed()).toEqual([clock('2026-07-16')]);
    expect([same.armed(), same.disarmed()]).toEqual([[], []]);
    expect([earlier.disarmed(), earlier.armed()]).toEqual([['rollover'], [clock('2026-07-01')]]);
  });

  it('strikes, reminds the banks concerned, and is set for the next', () => {
    const struck = active()
      .send('SCHEDULE_ROLLOVER')
      .send('DEADLINE.rollover', { facts: { nextReminder: '2026-08-05' } });

    expect(struck.armed()).toEqual([clock('2026-08-05')]);
    expect(struck.disarmed()).toEqual(['rollover']);
    expect(struck.notices()).toEqual(['rolloverNear']);
  });

  it('stops when nothing is left to remind of', () => {
    const done = active().send('SCHEDULE_ROLLOVER').send('ROLLOVER_DONE');

    expect([done.disarmed(), done.context.remindedOn]).toEqual([['rollover'], null]);
  });

  it('and with the committee’s work', () => {
    const wound = active()
      .send('SCHEDULE_ROLLOVER')
      .send('RECORD_MINUTES')
      .send('RESOLUTION.CARRIED', { payload: { subject: 'dissolution' } });

    expect(wound.disarmed()).toEqual(['rollover', 'minutes']);
    expect(wound.context).toMatchObject({ remindedOn: null, minutes: null });
  });
});

describe('主办行会商: two lenders talk, nobody votes', () => {
  it('is active at once, under its lead bank', () => {
    const light = consulting();

    expect([light.state, light.context.chair, light.context.members]).toEqual(['active', 'jinli', 2]);
    expect(light.armed()).toEqual([]);
    expect(light.notices()).toEqual(['consultationOpened']);
  });

  it('begins by the end of its time where two lenders are named, and not with one', () => {
    const proposal = {
      form: 'light' as const,
      creditors: [{ organization: 'jinli' }, { organization: 'citong' }],
    };
    const named = aBirth().send('PROPOSE', { payload: proposal });

    expect(named.send('DEADLINE.propose', { facts: { creditors: 2 } }).state).toBe('active');
    expect(named.send('DEADLINE.propose', { facts: { creditors: 2 } }).context.members).toBe(2);
    expect(named.send('DEADLINE.propose', { facts: { creditors: 1 } }).state).toBe('notFounded');
  });

  it('minutes are confirmed by each: silence and objection leave them open', () => {
    const recorded = consulting().send('RECORD_MINUTES', { facts: { answerers: 1 } });
    const silent = recorded.send('DEADLINE.minutes');

    expect(silent.context.minutes).toMatchObject({ unanswered: 1 });
    expect(silent.notices()).toEqual(['minutesUnconfirmed']);
    expect(recorded.send('OBJECT_MINUTES').context.minutes).toMatchObject({ objected: true, unanswered: 0 });
    expect(silent.send('CONFIRM_MINUTES').context.minutes).toBeNull();
  });

  it('ends by its lead bank, or with the court, and refers nothing back', () => {
    const ended = consulting().send('WIND_UP');

    expect([ended.state, ended.sent()]).toEqual(['dissolved', []]);
    expect(ended.notices()).toEqual(['consultationEnded']);
    expect(consulting().send('COURT.ACCEPTED').state).toBe('dissolved');
  });

  it('of a bureau’s advice: its lead bank invites, and is named where somebody else tries', () => {
    const advised = aBirth()
      .send('PROPOSE', {
        payload: {
          form: 'light',
          creditors: [{ organization: 'jinli' }, { organization: 'citong' }],
          lead: 'citong',
        },
        actor: delegateOf('finance', 'finance.reviewer'),
      })
      .send('INVITE', { facts: { creditors: 2 } });

    expect(advised.context.chair).toBe('citong');
    expect(advised.codes('INVITE', { actor: CITONG })).toEqual([]);
    expect(advised.codes('INVITE', { actor: JINLI })).toEqual(['not-the-proposer']);
    expect(advised.refusals('WIND_UP', { actor: JINLI })[0]?.message).toContain('主办行办理');
    expect(active().refusals('WIND_UP', { actor: HAISI })[0]?.message).toContain('主席单位或副主席单位办理');
  });

  it('takes in a further lender', () => {
    const three = consulting().send('INVITE', { facts: { creditors: 3, alreadyInvited: [] } });

    expect([three.state, three.context.members]).toEqual(['active', 3]);
    expect(MEMBER.member).toBe(true);
  });
});
