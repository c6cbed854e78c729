import { describe, expect, it } from '@jest/globals';
import { CONTENT_CLAUSES } from '../../../workflows/rules/content-refusal.js';
import * as codes from '../../../workflows/rules/filing-codes.js';
import { FOCUS_REASONS, LANES } from '../../../workflows/rules/lane.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import { POLICY_GROUNDS } from '../../../workflows/rules/policy.js';
import { ANSWER_CONDITIONS, REQUIRED_ANSWERS } from '../../../workflows/rules/required-answers.js';

const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('行政许可法 17, 商业银行法 4: a report is no licence, and no word of the rules says otherwise', () => {
  it('in codes, marks, clauses, conditions and figures', () => {
    const texts = textsIn([
      { ...codes },
      CONTENT_CLAUSES,
      LANES,
      FOCUS_REASONS,
      MARKS,
      POLICY_GROUNDS,
      ANSWER_CONDITIONS,
      REQUIRED_ANSWERS,
    ]);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => FORBIDDEN.test(text))).toEqual([]);
  });
});
