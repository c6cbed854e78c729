import { describe, expect, it } from '@jest/globals';
import { type FilingContext, initialContext } from '../../../workflows/filing/filing.context.js';
import type { Position } from '../../../workflows/filing/positions.js';
import { proposedPosition } from '../../../workflows/filing/proposal.js';

const COMMITTEE = { id: 'committee-1', workingDays: 20 };

function afterReview(finance: Position | null, industry: Position | null, more: Partial<FilingContext> = {}) {
  return {
    ...initialContext({ filing: 'f', bank: 'b', maker: 'm' }),
    finance: { position: finance },
    industry: { position: industry },
    ...more,
  };
}

describe('what is proposed: the stricter position, from mild to strict noObjection, suggestDeferral, coordinate, referToCommittee', () => {
  it.each<[Position | null, Position | null, Position]>([
    [null, null, 'noObjection'],
    ['noObjection', null, 'noObjection'],
    [null, 'suggestDeferral', 'suggestDeferral'],
    ['suggestDeferral', 'noObjection', 'suggestDeferral'],
    ['suggestDeferral', 'coordinate', 'coordinate'],
    ['referToCommittee', 'coordinate', 'referToCommittee'],
  ])('%s and %s → %s', (finance, industry, position) => {
    expect(proposedPosition(afterReview(finance, industry, { committee: COMMITTEE }))).toBe(position);
  });

  it('without an active committee a referral is a coordination', () => {
    expect(proposedPosition(afterReview('referToCommittee', null))).toBe('coordinate');
  });

  it.each<[FilingContext['referralReturned'], FilingContext['used'], Position]>([
    ['refused', ['referToCommittee'], 'suggestDeferral'],
    ['unanswered', ['referToCommittee'], 'coordinate'],
    ['unanswered', ['referToCommittee', 'coordinate'], 'suggestDeferral'],
    ['unanswered', ['referToCommittee', 'coordinate', 'suggestDeferral'], 'noObjection'],
    ['refused', ['referToCommittee', 'suggestDeferral'], 'noObjection'],
  ])(
    'back from the committee (%s), used %j → %s: a measure comes once, then the next milder',
    (referralReturned, used, position) => {
      const context = afterReview(null, 'referToCommittee', { committee: COMMITTEE, referralReturned, used });

      expect(proposedPosition(context)).toBe(position);
    },
  );

  it('an act already done: nobody can wait with it', () => {
    const done = { actedOn: '2026-06-09' };

    expect(proposedPosition(afterReview('suggestDeferral', 'noObjection', done))).toBe('noObjection');
    expect(proposedPosition(afterReview('coordinate', null, { ...done, used: ['coordinate'] }))).toBe(
      'noObjection',
    );
  });
});
