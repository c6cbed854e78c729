import { describe, expect, it } from '@jest/globals';
import { contentRefusals } from '../../../workflows/rules/content-checks.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import {
  type Known,
  missingAnswers,
  REQUIRED_ANSWERS,
  requiredOf,
} from '../../../workflows/rules/required-answers.js';
import { aReport, known } from './a-report.js';

/** Nothing in it that is not asked. */
const shortest: FilingContent = {
  firm: { creditCode: '91350582MA2XK7PQ0A', county: 'jinjiang' },
  kind: 'squeeze',
  subtype: 'limitCut',
  before: { limit: '3000000.00', balance: '2000000.00' },
  after: { limit: '2500000.00', balance: '2000000.00' },
  amount: '500000.00',
  plannedDate: '2026-07-01',
  loans: [{ contractNo: '授字2025-007号', amount: '500000.00' }],
  ground: { code: 'headOfficeLimit', facts: '总行压降行业限额。', contractClause: '第八条' },
  fiveNos: { hasMarket: 'yes', operatesNormally: 'yes', shortForNow: 'no' },
  renewal: { considered: true, result: 'lower' },
};

function answersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((count: number, part) => count + answersIn(part), 0);
}

function without(content: FilingContent, pointer: string): FilingContent {
  const copy: unknown = structuredClone(content);
  const steps = pointer.split('/').slice(1);
  const parent = steps
    .slice(0, -1)
    .reduce<unknown>((part, step) => (isPart(part) ? part[step] : undefined), copy);
  if (isPart(parent)) parent[steps.at(-1) ?? ''] = null;
  return isPart(copy) ? copy : {};
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

describe('提前报告表: the shortest squeeze stays within twenty answers', () => {
  it.each(['large', 'medium', 'small', 'micro'] as const)('for a %s firm of the directory', (sizeClass) => {
    const asked = requiredOf(shortest, known({ firm: { sizeClass } }));
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(asked.length).toBe(sizeClass === 'large' ? 18 : 20);
  });

  it('and what is asked is enough: it can be filed with these answers and no others', () => {
    expect(contentRefusals(shortest, known())).toEqual([]);
    expect(answersIn(shortest)).toBe(20);
    expect(requiredOf(shortest, known())).toHaveLength(20);
  });

  it.each(
    requiredOf(shortest, known()).map(({ pointer, code }) => [
      pointer.replace('*', '0'),
      code ?? 'answer-missing',
    ]),
  )('without %s it is refused with %s, and with nothing else', (pointer, code) => {
    const refusals = missingAnswers(without(shortest, pointer), known());
    expect(refusals).toEqual([expect.objectContaining({ code, pointer })]);
    expect(refusals[0]?.message).toMatch(/^请填写“.+”。$/);
  });

  it('an empty report is told of everything at once, in the order of the form', () => {
    const pointers = contentRefusals({}, known()).map(({ pointer }) => pointer);
    expect(pointers.at(0)).toBe('/firm/creditCode');
    expect(pointers).toContain('/loans/0/contractNo');
    expect(new Set(pointers).size).toBe(pointers.length);
    expect(contentRefusals({ firm: null, loans: [], before: null, ground: null }, known())).toEqual(
      contentRefusals({}, known()),
    );
  });
});

describe('泉政办规〔2023〕1号（十）: whether the relation continues is asked of a small withdrawal', () => {
  const asked = (content: FilingContent) =>
    missingAnswers(aReport(content), known())
      .map(({ code }) => code)
      .includes('relation-unanswered');

  it('below 5,000,000 only, and of no other kind', () => {
    expect(asked({ kind: 'withdraw', amount: '4999999.99' })).toBe(true);
    expect(asked({ kind: 'withdraw', amount: '5000000.00' })).toBe(false);
    expect(asked({ kind: 'withdraw', amount: '4999999.99', relationContinues: false })).toBe(false);
    expect(asked({ kind: 'withdraw', amount: '4999999.99', relationContinues: true })).toBe(false);
    expect(asked({ kind: 'suspend', amount: '4999999.99' })).toBe(false);
    expect(asked({ kind: 'squeeze', amount: '4999999.99' })).toBe(false);
  });
});

describe('金规〔2024〕13号: renewal is considered first', () => {
  const codes = (content: FilingContent, overrides: Partial<Known>) =>
    missingAnswers(aReport(content), known(overrides)).map(({ code, pointer }) => `${code} ${pointer}`);

  it.each([
    ['micro', '2027-10-01', true],
    ['small', '2027-10-01', true],
    ['medium', '2027-09-30', true],
    ['medium', '2027-10-01', false],
    ['large', '2026-06-10', false],
    [null, '2026-06-10', true],
  ] as const)('by a %s firm on %s: %s', (sizeClass, today, owed) => {
    expect(codes({ renewal: null }, { firm: { sizeClass }, today })).toEqual(
      owed ? ['renewal-not-considered /renewal/considered'] : [],
    );
  });

  it('is asked when the directory does not know the firm, with its name', () => {
    const unknown = { firm: null };
    expect(codes({ renewal: null }, unknown)).toEqual(['renewal-not-considered /renewal/considered']);
    const nameless = aReport({ firm: { creditCode: '91350582MA2XK7PQ0A', county: 'jinjiang' } });
    expect(missingAnswers(nameless, known(unknown)).map(({ pointer }) => pointer)).toEqual(['/firm/name']);
    expect(missingAnswers(nameless, known())).toEqual([]);
  });

  it('takes "not considered" for an answer, and asks why', () => {
    expect(codes({ renewal: { considered: false } }, {})).toEqual(['answer-missing /renewal/whyNot']);
    expect(codes({ renewal: { considered: false, whyNot: '总行统一退出该行业。' } }, {})).toEqual([]);
  });

  it('asks what came of it, and why not when it was refused', () => {
    expect(codes({ renewal: { considered: true } }, {})).toEqual(['answer-missing /renewal/result']);
    expect(codes({ renewal: { considered: true, result: 'refused' } }, {})).toEqual([
      'answer-missing /renewal/whyNot',
    ]);
    expect(codes({ renewal: { considered: true, result: 'lower' } }, {})).toEqual([]);
  });
});

describe('民营经济促进法 24: facts and a contract clause or a legal basis, unless it is an emergency', () => {
  const pointers = (content: FilingContent) =>
    missingAnswers(aReport(content), known()).map(({ pointer }) => pointer);

  it('a legal basis does instead of a clause, blanks do not', () => {
    const ground = { code: 'misuseOfFunds', facts: '贷款资金流入房市。' } as const;
    expect(pointers({ ground: { ...ground, legalBasis: '民法典第六百七十三条' } })).toEqual([]);
    expect(pointers({ ground: { ...ground, contractClause: ' ', legalBasis: '　' } })).toEqual([
      '/ground/contractClause',
    ]);
    expect(pointers({ ground: { ...ground, contractClause: '第八条', facts: '' } })).toEqual([
      '/ground/facts',
    ]);
  });

  it('nothing of it is asked in an emergency', () => {
    expect(pointers({ ground: null, emergency: { reason: 'debtorAbsconded' } })).toEqual([]);
    expect(pointers({ ground: null, emergency: {} })).toHaveLength(3);
  });

  it('an arrear says whether it was cured and how long it lasted', () => {
    const ground = { code: 'interestArrears', facts: '欠息。', contractClause: '第八条' } as const;
    expect(pointers({ ground })).toEqual(['/ground/cured', '/ground/arrearsDays']);
    expect(pointers({ ground: { ...ground, cured: false, arrearsDays: 0 } })).toEqual([]);
  });
});

describe('五不要求: a firm that meets all three tests is cut only with a reason', () => {
  it.each([
    ['yes', 'yes', 'yes', true],
    ['yes', 'yes', 'unknown', false],
    ['no', 'yes', 'yes', false],
  ] as const)('%s, %s, %s: %s', (hasMarket, operatesNormally, shortForNow, asked) => {
    const fiveNos = { hasMarket, operatesNormally, shortForNow };
    const codes = missingAnswers(aReport({ fiveNos }), known()).map(({ code }) => code);
    expect(codes).toEqual(asked ? ['five-nos-unexplained'] : []);
    const explained = aReport({ fiveNos: { ...fiveNos, explanation: '担保人退出，无可替代担保。' } });
    expect(missingAnswers(explained, known())).toEqual([]);
  });
});

describe('lists', () => {
  it('ask their questions of every row, and none of a list that is empty', () => {
    const rows = aReport({
      schedule: [{ date: '2026-07-01' }, { amount: '1.00' }],
      loans: [{ contractNo: 'A', amount: '700000.00' }, { contractNo: 'B' }],
      priorActs: [{ kind: 'squeeze', on: '2026-06-01' }, { amount: '1.00' }],
    });
    expect(missingAnswers(rows, known()).map(({ pointer }) => pointer)).toEqual([
      '/schedule/1/date',
      '/schedule/0/amount',
      '/loans/1/amount',
      '/priorActs/1/kind',
      '/priorActs/0/amount',
      '/priorActs/1/on',
    ]);
    expect(missingAnswers(aReport({ schedule: [], priorActs: [] }), known())).toEqual([]);
  });

  it('an act already done needs no planned date', () => {
    expect(missingAnswers(aReport({ plannedDate: null, actedOn: '2026-06-09' }), known())).toEqual([]);
    expect(missingAnswers(aReport({ plannedDate: null }), known())).toHaveLength(1);
  });
});

describe('the table itself', () => {
  it('names each place once, with a label', () => {
    expect(new Set(REQUIRED_ANSWERS.map(({ pointer }) => pointer)).size).toBe(REQUIRED_ANSWERS.length);
    expect(REQUIRED_ANSWERS.filter(({ label, pointer }) => !label || !pointer.startsWith('/'))).toEqual([]);
  });
});
