import { describe, expect, it } from '@jest/globals';
import type { PayloadOf } from '../../../workflows/filing/filing.events.js';
import {
  bothSilent,
  type Filing,
  filedAsDone,
  inConcluding,
  inReview,
  opinion,
  silence,
} from './situations.js';
import { COMMITTEE, SITUATIONS } from './situations-by-state.js';

type Conclusion = Partial<PayloadOf<'COORDINATION.CONCLUDED'>>;
const confirmation = 'entry-1';

const agreements: [string, Conclusion, string][] = [
  ['retained', { outcome: 'retained', confirmation }, 'closed'],
  ['replacedBy', { outcome: 'replacedBy', confirmation }, 'closed'],
  ['reducedTo', { outcome: 'reducedTo', confirmation, amount: '4000000.00' }, 'cleared'],
  ['deferredUntil', { outcome: 'deferredUntil', confirmation, until: '2026-08-20' }, 'deferred'],
];

describe('启动协调: the firm’s coordination has the filing, the clock is the filing’s own', () => {
  it('joins on entry, once, naming filing and revision; the county is told', () => {
    const joined = SITUATIONS.coordinating();

    expect(joined.of('send')).toEqual([
      {
        to: 'coordination',
        event: {
          type: 'FILING.JOINED',
          payload: { filing: 'filing-1', revision: 1, bank: 'jinli' },
        },
      },
    ]);
    expect(joined.of('disclose')).toEqual([{ to: 'county' }]);
    expect(joined.of('armDeadline')).toEqual([
      { name: 'coordinate', budget: { workingDays: 'coordinateWd' } },
    ]);
  });

  it.each(agreements)('%s, confirmed by the bank, takes effect', (_, payload, state) => {
    const after = SITUATIONS.coordinating().send('COORDINATION.CONCLUDED', { payload });

    expect(after.state).toBe(state);
    expect(after.sent()).toEqual(['FILING.LEFT']);
  });

  it.each(agreements)(
    '%s without the bank’s CONFIRM_OUTCOME is recorded and changes nothing',
    (_, payload) => {
      const before = SITUATIONS.coordinating();
      const { confirmation: _unconfirmed, ...bare } = payload;

      const after = before.send('COORDINATION.CONCLUDED', { payload: bare });

      expect(after.state).toBe('coordinating');
      expect(after.context).toEqual(before.context);
    },
  );

  it('what was agreed stands in the filing: outcome, amount, date', () => {
    const [retained, replaced, reduced, deferred] = agreements.map(([, payload]) =>
      SITUATIONS.coordinating().send('COORDINATION.CONCLUDED', {
        payload,
        facts: { revision: 2, contentHash: 'b'.repeat(64) },
      }),
    );

    expect(retained?.context.outcome).toBe('retained');
    expect(replaced?.context.outcome).toBe('replaced');
    expect(reduced?.context).toMatchObject({ amount: '4000000.00', basis: 'reduced', revision: 2 });
    expect(deferred?.context.bankDate).toBe('2026-08-20');
  });

  it('an agreed date never lies before the bank date', () => {
    const payload: Conclusion = { outcome: 'deferredUntil', confirmation, until: '2026-06-20' };

    expect(SITUATIONS.coordinating().send('COORDINATION.CONCLUDED', { payload }).context.bankDate).toBe(
      '2026-07-01',
    );
  });

  it('no agreement: cleared, basis notAgreed', () => {
    const after = SITUATIONS.coordinating().send('COORDINATION.CONCLUDED');

    expect([after.state, after.context.basis]).toEqual(['cleared', 'notAgreed']);
  });

  it('kept or replaced although part was done: what was done is confirmed first', () => {
    const part = SITUATIONS.coordinating().send('REPORT_EXECUTION', {
      payload: { lines: [{ amount: '1000000.00' }], final: false },
    });

    const after = part.send('COORDINATION.CONCLUDED', { payload: { outcome: 'retained', confirmation } });

    expect(after.state).toBe('executed');
    expect(after.send('CONFIRM_EXECUTION').context.outcome).toBe('partly');
  });

  it('extended once, by the bank’s consent: the clock begins anew', () => {
    const extended = SITUATIONS.coordinating().send('EXTEND_COORDINATION');

    expect(extended.state).toBe('coordinating');
    expect(extended.context.bankDate).toBe('2026-07-01');
    expect(extended.effects.slice(0, 2).map(({ type }) => type)).toEqual(['disarmDeadline', 'armDeadline']);
  });

  it.each(['DEADLINE.coordinate', 'DEADLINE.bankDate'] as const)(
    '%s clears it, basis notConcluded, and it stays joined: the coordination goes on beside',
    (clock) => {
      const cleared = SITUATIONS.coordinating().send(clock);

      expect([cleared.state, cleared.context.basis]).toEqual(['cleared', 'notConcluded']);
      expect([cleared.sent(), cleared.context.joined]).toEqual([[], true]);
    },
  );

  it.each([
    ['concluded', (filing: Filing) => filing.send('COORDINATION.CONCLUDED')],
    ['amended materially', (filing: Filing) => filing.send('AMEND', { facts: { material: true } })],
    ['undertaken', (filing: Filing) => filing.send('UNDERTAKE')],
    ['withdrawn', (filing: Filing) => filing.send('WITHDRAW')],
    ['voided', (filing: Filing) => filing.send('VOID')],
    ['lapsed', (filing: Filing) => filing.send('DEADLINE.validity')],
    ['executed', (filing: Filing) => filing.send('REPORT_EXECUTION')],
    ['closed', (filing: Filing) => filing.send('REPORT_RETAINED')],
    ['judicial', (filing: Filing) => filing.send('COURT.ACCEPTED')],
  ])('leaves the coordination once it is %s, and never again', (_, end) => {
    const beside = SITUATIONS.coordinating().send('DEADLINE.bankDate');

    const left = end(beside);

    expect(left.sent()).toEqual(['FILING.LEFT']);
    expect(left.context.joined).toBe(false);
  });

  it('slight changes and parts leave it joined', () => {
    const beside = SITUATIONS.coordinating().send('DEADLINE.bankDate');

    expect(beside.send('AMEND').context.joined).toBe(true);
    expect(beside.send('REPORT_EXECUTION', { payload: { final: false } }).context.joined).toBe(true);
  });

  it('a late agreement takes effect by the bank’s own act alone', () => {
    const beside = SITUATIONS.coordinating().send('DEADLINE.bankDate');

    const agreed = beside.send('COORDINATION.CONCLUDED', { payload: { outcome: 'retained', confirmation } });

    expect(agreed.state).toBe('cleared');
    expect(agreed.notices()).toEqual(['coordinationAgreedLate']);
    expect(agreed.send('REPORT_RETAINED').context.outcome).toBe('retained');
  });
});

describe('a stricter opinion is not lost by arithmetic', () => {
  it.each([
    ['in review', opinion(inReview(), 'industry', 'coordinate')],
    ['before the leader has answered', inConcluding('coordinate')],
    ['referral proposed, no committee', inConcluding('referToCommittee')],
  ])('the bank date strikes %s: cleared, and a coordination goes on beside', (_, filing) => {
    const cleared = filing.send('DEADLINE.bankDate');

    expect([cleared.state, cleared.context.basis]).toEqual(['cleared', 'notConcluded']);
    expect(cleared.sent()).toEqual(['FILING.JOINED']);
    expect(cleared.context.joined).toBe(true);
  });

  it('joins once, though the bank undertakes a later date afterwards', () => {
    const cleared = inConcluding('coordinate').send('DEADLINE.bankDate');

    const again = cleared.send('UNDERTAKE').send('DEADLINE.bankDate');

    expect(again.sent()).toEqual([]);
  });

  it.each([
    ['cleared with a reason', (filing: Filing) => filing.send('CLEAR').send('UNDERTAKE')],
    ['suggested to wait', (filing: Filing) => filing.send('SUGGEST_DEFERRAL')],
  ])('the leader has answered (%s): nothing joins', (_, answer) => {
    const answered = answer(inConcluding('coordinate'));

    expect(answered.send('DEADLINE.bankDate').sent()).toEqual([]);
  });

  it.each([
    ['nothing stricter stands', bothSilent()],
    ['a deferral was suggested', inConcluding('suggestDeferral')],
  ])('%s: nothing joins', (_, filing) => {
    expect(filing.send('DEADLINE.bankDate').sent()).toEqual([]);
  });
});

describe('提请债委会研判: the committee’s item has the filing', () => {
  const referred = SITUATIONS.referred();
  const wanted = () => inConcluding('referToCommittee', { committee: COMMITTEE });

  it('runs for as long as that committee’s draft, notice, vote and one extension take; the chair is told', () => {
    expect(referred.of('armDeadline')).toEqual([{ name: 'committee', budget: { workingDaysCount: 20 } }]);
    expect(referred.of('disclose')).toEqual([{ to: 'chair' }]);
    expect(referred.notices()).toContain('referred');
  });

  it('is proposed when a committee is active; without one coordination is, with the advice to found it', () => {
    const withCommittee = wanted().send('DEADLINE.conclude');
    const without = inConcluding('referToCommittee').send('DEADLINE.conclude');

    expect(withCommittee.state).toBe('referred');
    expect(without.state).toBe('coordinating');
    expect(without.of('send')).toMatchObject([{ event: { payload: { support: 'foundCommittee' } } }]);
  });

  it('the committee ended before the leader’s time was up: coordination takes its place', () => {
    const filing = wanted();

    expect(filing.send('DEADLINE.conclude', { facts: { committee: null } }).state).toBe('coordinating');
  });

  it('consent: cleared up to the cap', () => {
    const cleared = referred.send('RESOLUTION.PASSED', { payload: { cap: '5000000.00' } });

    expect(cleared.context).toMatchObject({ basis: 'consent', consentCap: '5000000.00' });
    expect(cleared.state).toBe('cleared');
  });

  it.each([
    ['of another filing', { filing: 'another' }],
    ['of another revision', { revision: 2 }],
    ['of another referral', { referral: 2 }],
    ['about something else', { consent: false }],
  ])('a resolution %s is recorded and changes no state', (_, payload) => {
    expect(referred.send('RESOLUTION.PASSED', { payload }).state).toBe('referred');
  });

  it('an answer to an old revision never frees the new one', () => {
    const again = wanted()
      .send('DEADLINE.conclude')
      .send('AMEND', { facts: { material: true, committee: COMMITTEE } })
      .send('ACKNOWLEDGE');
    const second = silence(silence(again, 'finance'), 'industry').send('REFER_TO_COMMITTEE');

    const answered = second.send('RESOLUTION.PASSED', { payload: { revision: 1, referral: 1 } });

    expect([second.context.referral, answered.state]).toEqual([2, 'referred']);
  });

  it('refused: back to the leader with the advice to wait', () => {
    const returned = referred.send('RESOLUTION.FAILED');

    expect(returned.state).toBe('concluding');
    expect(returned.codes('SUGGEST_DEFERRAL', { payload: { reason: '' } })).toEqual([]);
    expect(returned.send('DEADLINE.conclude').state).toBe('suggested');
  });

  it.each([
    ['dropped', (filing: Filing) => filing.send('RESOLUTION.FAILED', { payload: { cause: 'dropped' } })],
    ['out of time', (filing: Filing) => filing.send('DEADLINE.committee')],
    ['without a committee any more', (filing: Filing) => filing.send('COMMITTEE.ENDED')],
  ])('%s: back to the leader, coordination proposed', (_, end) => {
    const returned = end(referred);

    expect(returned.state).toBe('concluding');
    expect(returned.send('DEADLINE.conclude').state).toBe('coordinating');
  });

  it('the end of another committee changes nothing', () => {
    const payload = { committee: 'another' };

    expect(referred.send('COMMITTEE.ENDED', { payload }).state).toBe('referred');
  });

  it.each([
    ['withdrawn', (filing: Filing) => filing.send('WITHDRAW')],
    ['voided', (filing: Filing) => filing.send('VOID')],
    ['amended materially', (filing: Filing) => filing.send('AMEND', { facts: { material: true } })],
    ['undertaken', (filing: Filing) => filing.send('UNDERTAKE')],
    ['executed', (filing: Filing) => filing.send('REPORT_EXECUTION')],
    ['judicial', (filing: Filing) => filing.send('COURT.ACCEPTED')],
  ])('left by the bank’s act or the court (%s): the item is dropped, once', (_, end) => {
    const left = end(referred);

    expect(left.of('send')).toEqual([
      {
        to: 'resolution',
        event: { type: 'REFERRAL.LEFT', payload: { filing: 'filing-1', revision: 1, referral: 1 } },
      },
    ]);
    expect(left.context.itemOpen).toBe(false);
  });

  it('left by a clock: the item goes on, and its result is information', () => {
    const cleared = referred.send('DEADLINE.bankDate');
    const consented = cleared.send('RESOLUTION.PASSED', { payload: { cap: '3000000.00' } });

    expect([cleared.sent(), cleared.context.itemOpen]).toEqual([[], true]);
    expect([consented.state, consented.context.consentCap, consented.context.itemOpen]).toEqual([
      'cleared',
      '3000000.00',
      false,
    ]);
    expect(cleared.send('RESOLUTION.FAILED').context.itemOpen).toBe(false);
  });
});

describe('a filing about an act already done meets coordination and committee like any other', () => {
  const inReferral = (): Filing =>
    opinion(
      silence(filedAsDone({ committee: COMMITTEE }).send('ACKNOWLEDGE'), 'finance'),
      'industry',
      'referToCommittee',
    ).send('DEADLINE.conclude');
  const inCoordination = (): Filing =>
    opinion(silence(filedAsDone().send('ACKNOWLEDGE'), 'finance'), 'industry', 'coordinate').send(
      'DEADLINE.conclude',
    );

  it.each([
    ['consent', () => inReferral().send('RESOLUTION.PASSED'), 'consent'],
    ['no agreement', () => inCoordination().send('COORDINATION.CONCLUDED'), 'notAgreed'],
    ['time', () => inCoordination().send('DEADLINE.coordinate'), 'notConcluded'],
    ['reducedTo', () => inCoordination().send('COORDINATION.CONCLUDED', { payload: reduction }), 'reduced'],
    [
      'deferredUntil',
      () => inCoordination().send('COORDINATION.CONCLUDED', { payload: deferral }),
      'notAgreed',
    ],
  ])('%s: executed instead of cleared', (_, end, basis) => {
    const after = end();

    expect([after.state, after.context.basis]).toEqual(['executed', basis]);
  });

  it('kept by agreement: what was done is confirmed first', () => {
    const after = inCoordination().send('COORDINATION.CONCLUDED', {
      payload: { outcome: 'retained', confirmation },
    });

    expect(after.state).toBe('executed');
  });

  const reduction: Conclusion = { outcome: 'reducedTo', confirmation, amount: '4000000.00' };
  const deferral: Conclusion = { outcome: 'deferredUntil', confirmation, until: '2026-08-20' };
});
