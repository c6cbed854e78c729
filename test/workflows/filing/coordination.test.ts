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

  it('referred by the leader: the committee has it, nothing joins; referred by lapse: nobody has answered yet', () => {
    const wanted = inConcluding('referToCommittee', { committee: COMMITTEE });

    const byLeader = wanted.send('REFER_TO_COMMITTEE').send('DEADLINE.bankDate');
    const byLapse = wanted.send('DEADLINE.conclude').send('DEADLINE.bankDate');

    expect([byLeader.sent(), byLapse.sent()]).toEqual([[], ['FILING.JOINED']]);
    expect([byLeader.context.itemOpen, byLapse.context.itemOpen]).toEqual([true, true]);
  });

  it.each([
    ['nothing stricter stands', bothSilent()],
    ['a deferral was suggested', inConcluding('suggestDeferral')],
  ])('%s: nothing joins', (_, filing) => {
    expect(filing.send('DEADLINE.bankDate').sent()).toEqual([]);
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

  it('refused: nobody can wait with an act already done, so nothing is proposed', () => {
    const refused = inReferral().send('RESOLUTION.FAILED');

    expect(refused.state).toBe('concluding');
    expect(refused.send('DEADLINE.conclude').state).toBe('executed');
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
