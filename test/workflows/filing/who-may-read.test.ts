import { describe, expect, it } from '@jest/globals';
import {
  audienceOf,
  FIELD_AUDIENCES,
  marksFor,
  mayRead,
} from '../../../workflows/filing/filing.audiences.js';
import { EVENT_LABELS } from '../../../workflows/filing/filing.labels.js';
import { filed, inReview } from './situations.js';

describe('least knowledge: what a bank reads never changes because another bank filed', () => {
  it.each(['lane', 'officeMarks', 'finance', 'industry', 'registerNumber', 'committee'] as const)(
    '%s is for offices alone',
    (field) => {
      expect(FIELD_AUDIENCES[field]).toBe('office');
      expect(mayRead('bank', FIELD_AUDIENCES[field])).toBe(false);
      expect(mayRead('member', FIELD_AUDIENCES[field])).toBe(false);
    },
  );

  it('every field that a context holds has an audience', () => {
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(inReview().context).sort());
  });

  it('opinions, focus, facts and silence of offices never reach a bank; its conclusion does', () => {
    const hidden = Object.keys(EVENT_LABELS).filter((type) => audienceOf(type) === 'office');

    expect(hidden.sort()).toEqual(
      [
        'OPINE',
        'SIGN_OPINION',
        'RETURN_OPINION',
        'ASK_FACTS',
        'REPORT_FACTS',
        'COMMENT',
        'SET_FOCUS',
        'SUSPECT_SPLIT',
        'DEADLINE.review.finance',
        'DEADLINE.review.industry',
        'DEADLINE.conclude',
      ].sort(),
    );
    expect(['CLEAR', 'INTERVENE', 'SUGGEST_DEFERRAL'].map(audienceOf)).toEqual(['bank', 'bank', 'bank']);
  });

  it('an event that nobody declared is for offices', () => {
    expect(audienceOf('SOMETHING')).toBe('office');
  });
});

describe('marks, by reader', () => {
  const { context } = filed({
    bankMarks: ['cumulative'],
    officeMarks: ['whitelisted', 'runAlert'],
    standstill: 'standstill-1',
  });

  it('the bank sees its own', () => {
    expect(marksFor('bank', context)).toEqual(['cumulative']);
  });

  it('members see the standstill besides', () => {
    expect(marksFor('member', context)).toEqual(['cumulative', 'standstillConflict']);
  });

  it.each(['office', 'regulator'] as const)('%s: all of them', (reader) => {
    expect(marksFor(reader, context)).toEqual([
      'cumulative',
      'whitelisted',
      'runAlert',
      'standstillConflict',
    ]);
  });
});
