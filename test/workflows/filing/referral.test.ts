import { describe, expect, it } from '@jest/globals';
import { type Filing, inConcluding, silence } from './situations.js';
import { COMMITTEE, SITUATIONS } from './situations-by-state.js';

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
    ['withdraw', '5000000.00'],
    ['suspend', null],
  ] as const)('consent to a withdrawal, amended into a larger %s: cap %s', (kind, cap) => {
    const consented = referred.send('RESOLUTION.PASSED', { payload: { cap: '5000000.00' } });

    const amended = consented.send('AMEND', {
      facts: {
        material: true,
        figures: { kind, amount: '8000000.00', plannedDate: '2026-08-01', actedOn: null, emergency: false },
      },
    });

    expect(amended.context.consentCap).toBe(cap);
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
