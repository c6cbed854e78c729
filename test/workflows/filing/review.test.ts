import { describe, expect, it } from '@jest/globals';
import { reviewStateOf, waitsFor } from '../../../workflows/filing/filing.js';
import { positionShownBy } from '../../../workflows/filing/viability.js';
import type { Role } from '../../../workflows/process.js';
import { leaderOf, person, reviewerOf } from '../../../workflows/proof/filing.samples.js';
import { bothSilent, type Filing, filed, inConcluding, inReview, opinion, silence } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

const focus: readonly Role[] = ['finance.reviewer', 'finance.leader'];

function draftedBy(chain: readonly Role[], position: 'noObjection' | 'coordinate' = 'noObjection'): Filing {
  return inReview().send('OPINE', { payload: { position }, facts: { chain } });
}

describe('泉政办规〔2023〕1号（十）: both bureaus review at once, each on its own clock', () => {
  it('each has five working days, armed on entry', () => {
    const filing = inReview();

    expect(filing.of('armDeadline')).toEqual([
      { name: 'review.finance', budget: { workingDays: 'reviewWd' } },
      { name: 'review.industry', budget: { workingDays: 'reviewWd' } },
    ]);
  });

  it('acknowledged by lapse is known as such', () => {
    expect(filed().send('ACKNOWLEDGE').context.acknowledged).toBe('office');
    expect(filed().send('DEADLINE.acknowledge').context.acknowledged).toBe('clock');
  });

  it('a silent office: its leader is told, the other goes on', () => {
    const filing = silence(inReview(), 'industry');

    expect(filing.notices()).toEqual(['silentIndustry']);
    expect([reviewStateOf(filing.snapshot, 'industry'), reviewStateOf(filing.snapshot, 'finance')]).toEqual([
      'silent',
      'pending',
    ]);
  });

  it.each([
    ['noObjection', 'suggestDeferral', 'suggested'],
    ['suggestDeferral', 'coordinate', 'coordinating'],
    ['coordinate', 'suggestDeferral', 'coordinating'],
    ['coordinate', 'coordinate', 'coordinating'],
    ['suggestDeferral', 'noObjection', 'suggested'],
  ] as const)('%s and %s: the stricter takes effect by lapse → %s', (finance, industry, state) => {
    const filing = opinion(opinion(inReview(), 'finance', finance), 'industry', industry);

    expect(filing.send('DEADLINE.conclude').state).toBe(state);
  });

  it('missed material lets the review go on, with a mark', () => {
    const filing = filed().send('REQUEST_COMPLETION').send('DEADLINE.complete');

    expect([filing.state, filing.context.marks]).toEqual(['reviewing', ['incomplete']]);
  });
});

describe('an office’s chain signs: one reviewer in the routine lane, reviewer and leader in focus', () => {
  it('a chain of one post is the office’s opinion at once', () => {
    expect(reviewStateOf(draftedBy(['finance.reviewer']).snapshot, 'finance')).toBe('opined');
  });

  it('a longer chain drafts first, tells the next post, and counts with the last signature', () => {
    const drafted = draftedBy(focus, 'coordinate');
    const signed = drafted.send('SIGN_OPINION');

    expect(drafted.context.finance.position).toBeNull();
    expect(drafted.notices()).toEqual(['opinionToSignFinance']);
    expect(reviewStateOf(signed.snapshot, 'finance')).toBe('opined');
    expect(signed.context.finance).toEqual({ position: 'coordinate' });
  });

  it('three posts sign in order', () => {
    const drafted = draftedBy(['finance.reviewer', 'finance.reviewer', 'finance.leader']);
    const second = person('second', 'finance.reviewer');

    expect(drafted.codes('SIGN_OPINION')).toEqual(['not-your-step']);
    const half = drafted.send('SIGN_OPINION', { actor: second });
    expect(reviewStateOf(half.snapshot, 'finance')).toBe('drafted');
    expect(reviewStateOf(half.send('SIGN_OPINION').snapshot, 'finance')).toBe('opined');
  });

  it('returned: pending again, and what was drafted is gone', () => {
    const returned = draftedBy(focus).send('RETURN_OPINION');

    expect(reviewStateOf(returned.snapshot, 'finance')).toBe('pending');
    expect(returned.context.finance).toEqual({ position: null });
  });

  it('another draft replaces it, and its signatures begin anew', () => {
    const replaced = draftedBy(focus).send('OPINE', {
      payload: { position: 'coordinate' },
      facts: { chain: focus },
      actor: person('second', 'finance.reviewer'),
    });

    expect(replaced.context.finance.draft).toMatchObject({
      position: 'coordinate',
      signers: [{ person: 'second' }],
    });
  });

  it('unsigned when time is up: silent, and the draft is no opinion', () => {
    const silent = silence(draftedBy(focus, 'coordinate'), 'finance');

    expect(silent.context.finance).toEqual({ position: null });
    expect(silence(silent, 'industry').send('DEADLINE.conclude').state).toBe('concluding');
  });

  it('opinions given stand when the case moves to focus', () => {
    const focused = opinion(inReview(), 'industry', 'coordinate').send('SET_FOCUS');

    expect(focused.context).toMatchObject({ lane: 'focus', industry: { position: 'coordinate' } });
  });
});

describe('a supplement stops the clock of the office that asked, and of no other', () => {
  const asked = SITUATIONS['reviewing, finance supplementing']();

  it('stops its own clock and runs one for the answer', () => {
    expect(asked.of('stopDeadline')).toEqual([{ name: 'review.finance', cause: 'supplement' }]);
    expect(asked.of('armDeadline')).toEqual([
      { name: 'supplement.finance', budget: { workingDays: 'supplementWd' } },
    ]);
  });

  it.each(['SUPPLEMENT', 'DEADLINE.supplement.finance'] as const)(
    '%s: back to pending, the clock runs on',
    (type) => {
      const back = asked.send(type);

      expect(reviewStateOf(back.snapshot, 'finance')).toBe('pending');
      expect(back.of('resumeDeadline')).toEqual([{ name: 'review.finance', cause: 'supplement' }]);
    },
  );

  it('an answer to one office leaves the other waiting for its own', () => {
    const both = asked.send('REQUEST_SUPPLEMENT', { office: 'industry', actor: reviewerOf('industry') });

    const answered = both.send('SUPPLEMENT', { payload: { office: 'industry' } });

    expect(reviewStateOf(answered.snapshot, 'finance')).toBe('supplementing');
    expect(reviewStateOf(answered.snapshot, 'industry')).toBe('pending');
  });

  it('an opinion ends it', () => {
    expect(reviewStateOf(asked.send('OPINE').snapshot, 'finance')).toBe('opined');
  });
});

describe('an opinion after its time is recorded and changes nothing', () => {
  it.each([
    'reviewing, finance silent',
    'concluding',
    'suggested',
    'deferred',
    'coordinating',
    'referred',
    'cleared',
    'executed',
    'withdrawn',
    'lapsed',
  ] as const)('in %s', (situation) => {
    const before = SITUATIONS[situation]();

    const after = before.send('OPINE', { payload: { position: 'referToCommittee' } });

    expect(after.snapshot.value).toEqual(before.snapshot.value);
    expect(after.effects).toEqual([]);
    expect(after.context).toEqual({ ...before.context, finance: { position: null, late: true } });
    expect(after.takes('OPINE')).toBe(false);
  });

  it('what is proposed stays what it was', () => {
    const filing = bothSilent().send('OPINE', { payload: { position: 'coordinate' } });

    expect(filing.send('DEADLINE.conclude').state).toBe('concluding');
  });
});

describe('county and committee speak by note: nobody waits for them', () => {
  it('the county is asked, sees the case, and reports', () => {
    const asked = inReview({ figures: small() }).send('ASK_FACTS');
    const reported = asked.send('REPORT_FACTS');

    expect(asked.of('disclose')).toEqual([{ to: 'county' }]);
    expect(asked.notices()).toEqual(['factsAsked']);
    expect(reported.notices()).toEqual(['factsReported']);
    expect(reported.snapshot.value).toEqual(asked.snapshot.value);
  });

  it('and finds what it was asked in its list until it has reported, or the bank may act', () => {
    const asked = inReview({ figures: small() }).send('ASK_FACTS');

    expect(waitsFor(asked.snapshot)).toContain('county.coordinator');
    expect(waitsFor(asked.send('REPORT_FACTS').snapshot)).not.toContain('county.coordinator');
    expect(waitsFor(asked.send('DEADLINE.bankDate').snapshot)).not.toContain('county.coordinator');
  });

  it('a note that comes late is a note all the same', () => {
    expect(SITUATIONS.coordinating().send('REPORT_FACTS').state).toBe('coordinating');
  });

  it('the chair’s comment changes nothing', () => {
    const before = inReview({ committee: { id: 'committee-1', workingDays: 20 } });

    expect(before.send('COMMENT').context).toEqual(before.context);
  });
});

describe('企业生产经营情况研判单: the position follows from the three tests', () => {
  it.each([
    ['yes', 'yes', 'yes', 'coordinate'],
    ['yes', 'unknown', 'yes', 'suggestDeferral'],
    ['unknown', 'unknown', 'unknown', 'suggestDeferral'],
    ['no', 'yes', 'yes', 'noObjection'],
    ['yes', 'unknown', 'no', 'noObjection'],
  ] as const)('%s, %s, %s → %s', (hasMarket, operatesNormally, shortForNow, position) => {
    const tests = { hasMarket, operatesNormally, shortForNow };

    expect(positionShownBy({ tests, source: '走访', date: '2026-06-11' })).toBe(position);
  });
});

describe('the leader concludes', () => {
  it.each([
    ['CLEAR', 'cleared'],
    ['SUGGEST_DEFERRAL', 'suggested'],
    ['INTERVENE', 'coordinating'],
  ] as const)('%s → %s', (type, state) => {
    expect(inConcluding('coordinate').send(type, { actor: leaderOf('finance') }).state).toBe(state);
  });

  it('declined by the bank: cleared, basis declined', () => {
    const cleared = SITUATIONS.suggested().send('DECLINE');

    expect([cleared.state, cleared.context.basis]).toEqual(['cleared', 'declined']);
  });
});

function small() {
  return {
    kind: 'squeeze' as const,
    amount: '600000.00',
    plannedDate: '2026-07-01',
    actedOn: null,
    emergency: false,
  };
}
