import { describe, expect, it } from '@jest/globals';
import { independentOf } from '../../../workflows/filing/independence.js';

const finance = { office: 'finance' };
const industry = { office: 'industry' };

describe('what came between does not touch the event: it goes on', () => {
  it.each([
    ['another office’s opinion', { type: 'OPINE', ...finance }, { type: 'OPINE', ...industry }],
    ['another office’s signature', { type: 'OPINE', ...finance }, { type: 'SIGN_OPINION', ...industry }],
    [
      'another office’s return',
      { type: 'SIGN_OPINION', ...finance },
      { type: 'RETURN_OPINION', ...industry },
    ],
    ['another office’s question', { type: 'OPINE', ...finance }, { type: 'REQUEST_SUPPLEMENT', ...industry }],
    ['the answer to it', { type: 'OPINE', ...finance }, { type: 'SUPPLEMENT', ...industry }],
    ['another office’s silence', { type: 'OPINE', ...finance }, { type: 'DEADLINE.review.industry' }],
    ['its question unanswered', { type: 'OPINE', ...finance }, { type: 'DEADLINE.supplement.industry' }],
    ['a question to the county', { type: 'OPINE', ...finance }, { type: 'ASK_FACTS', ...finance }],
    ['the county’s facts', { type: 'CLEAR', ...finance }, { type: 'REPORT_FACTS', office: 'county' }],
    ['the chair’s comment', { type: 'OPINE', ...finance }, { type: 'COMMENT', office: 'committee' }],
    ['a reminder', { type: 'REPORT_EXECUTION' }, { type: 'DEADLINE.executionReminder' }],
    ['what the bank may not read', { type: 'WITHDRAW' }, { type: 'OPINE', ...industry }],
    ['a focus that the bank may not see', { type: 'AMEND' }, { type: 'SET_FOCUS', ...finance }],
    [
      'the county’s facts do not ask for another look',
      { type: 'REPORT_FACTS', office: 'county' },
      { type: 'AMEND' },
    ],
  ])('%s', (_, event, since) => {
    expect(independentOf(event, since)).toBe(true);
  });
});

describe('what came between must be read first', () => {
  it.each([
    ['a colleague’s opinion', { type: 'OPINE', ...finance }, { type: 'OPINE', ...finance }],
    ['the answer to the own question', { type: 'OPINE', ...finance }, { type: 'SUPPLEMENT', ...finance }],
    ['an answer to nobody knows whom', { type: 'OPINE', ...finance }, { type: 'SUPPLEMENT' }],
    ['the own silence', { type: 'OPINE', ...finance }, { type: 'DEADLINE.review.finance' }],
    ['an amendment', { type: 'OPINE', ...finance }, { type: 'AMEND' }],
    ['a new revision', { type: 'ACKNOWLEDGE', ...finance }, { type: 'RESUBMIT' }],
    ['an opinion before the leader concludes', { type: 'CLEAR', ...finance }, { type: 'OPINE', ...industry }],
    ['a standstill', { type: 'CLEAR', ...finance }, { type: 'STANDSTILL.STARTED' }],
    ['the office’s answer to the bank', { type: 'WITHDRAW' }, { type: 'SUGGEST_DEFERRAL', ...finance }],
  ])('%s', (_, event, since) => {
    expect(independentOf(event, since)).toBe(false);
  });
});
