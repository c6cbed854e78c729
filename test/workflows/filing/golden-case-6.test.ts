import { describe, expect, it } from '@jest/globals';
import { bothSatisfied, bothSilent, inConcluding, inReview, opinion, silence } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

describe('golden case 6, 泉政办规〔2023〕1号（十）: the stricter of two opinions is proposed, and silence lets nothing be lost', () => {
  it('is proposed to the leader: finance has no objection, industry asks for coordination', () => {
    const filing = inConcluding('coordinate');

    expect(filing.state).toBe('concluding');
    expect(filing.notices()).toContain('toConclude');
    expect(filing.of('armDeadline')).toContainEqual({
      name: 'conclude',
      budget: { workingDays: 'concludeWd' },
    });
  });

  it('takes effect when the leader stays silent for two working days', () => {
    const filing = inConcluding('coordinate').send('DEADLINE.conclude');

    expect(filing.state).toBe('coordinating');
    expect(filing.sent()).toEqual(['FILING.JOINED']);
  });

  it('needs a reason when the leader decides otherwise', () => {
    const filing = inConcluding('coordinate');

    expect(filing.codes('CLEAR', { payload: { reason: '' } })).toEqual(['reason-missing']);
    expect(filing.codes('INTERVENE', { payload: { reason: '' } })).toEqual([]);
  });

  it('both silent: cleared at the bank date, basis silence', () => {
    const filing = bothSilent().send('DEADLINE.conclude');
    expect(filing.state).toBe('concluding');
    expect(filing.notices()).toEqual(['conclusionOverdue']);

    const cleared = filing.send('DEADLINE.bankDate');

    expect(cleared.state).toBe('cleared');
    expect(cleared.context.basis).toBe('silence');
  });

  it('one satisfied and one silent: nothing stricter is proposed, the leader clears', () => {
    const filing = silence(opinion(inReview(), 'industry', 'noObjection'), 'finance');

    const cleared = filing.send('CLEAR', { payload: { reason: '' } });

    expect([filing.state, cleared.state, cleared.context.basis]).toEqual([
      'concluding',
      'cleared',
      'cleared',
    ]);
  });

  it('both satisfied: cleared at once, basis noted', () => {
    const filing = bothSatisfied();

    expect([filing.state, filing.context.basis]).toEqual(['cleared', 'noted']);
  });

  it.each([
    ['acknowledging', 'soFar'],
    ['completing', 'soFar'],
    ['reviewing, both pending', 'soFar'],
    ['reviewing, finance drafted', 'soFar'],
    ['reviewing, finance supplementing', 'soFar'],
    ['reviewing, finance silent', 'soFar'],
    ['concluding', 'silence'],
    ['suggested', 'noAnswer'],
    ['deferred', 'soFar'],
    ['coordinating', 'notConcluded'],
    ['referred', 'soFar'],
  ] as const)('nobody does anything in %s: cleared at the bank date, basis %s', (situation, basis) => {
    const filing = SITUATIONS[situation]();

    const cleared = filing.send('DEADLINE.bankDate');

    expect([cleared.state, cleared.context.basis]).toEqual(['cleared', basis]);
    expect(cleared.of('disarmDeadline').map(({ name }) => name)).toContain('bankDate');
  });
});
