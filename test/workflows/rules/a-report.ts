import type { Piece } from '../../../workflows/rules/accumulation.js';
import type { Act } from '../../../workflows/rules/assessment.js';
import { parseYuan } from '../../../workflows/rules/fen.js';
import type { ActKind, ActSubtype } from '../../../workflows/rules/filing-codes.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';
import type { Known } from '../../../workflows/rules/required-answers.js';

export const policy = DEFAULT_POLICY;

/** The thirteen counties and zones that the city administers; 金门县 is none of them. */
export const administered = [
  ...['licheng', 'fengze', 'luojiang', 'quangang', 'shishi', 'jinjiang', 'nanan'],
  ...['huian', 'anxi', 'yongchun', 'dehua', 'kaifaqu', 'taishang'],
];

export function known(overrides: Partial<Known> = {}): Known {
  return { firm: { sizeClass: 'small' }, policy, administered, today: '2026-06-10', ...overrides };
}

const SUBTYPES: Record<ActKind, ActSubtype> = {
  withdraw: 'fullRecall',
  squeeze: 'limitCut',
  suspend: 'nonRenewal',
};

/** A report that says all it has to and fits together: a squeeze of 700,000 unless told otherwise. */
export function aReport(overrides: FilingContent = {}): FilingContent {
  const kind = overrides.kind ?? 'squeeze';
  const amount = overrides.amount ?? '700000.00';
  return {
    firm: { creditCode: '91350582MA2XK7PQ0A', name: '晋江市某鞋业有限公司', county: 'jinjiang' },
    kind,
    subtype: SUBTYPES[kind],
    before: { limit: amount, balance: amount },
    after: { limit: '0.00', balance: '0.00' },
    amount,
    plannedDate: '2026-07-01',
    loans: [{ contractNo: '流借字2025-001号', amount }],
    ground: { code: 'headOfficeLimit', facts: '总行压降制鞋行业限额。', contractClause: '第八条第二款' },
    fiveNos: { hasMarket: 'yes', operatesNormally: 'yes', shortForNow: 'no' },
    renewal: { considered: true, result: 'lower' },
    ...overrides,
  };
}

/** An act as the duty is judged by it. Negative-free whole fen. */
export function anAct(overrides: Partial<Act> = {}): Act {
  return {
    kind: 'squeeze',
    relationContinues: null,
    amount: '300000.00',
    on: '2026-07-01',
    exemption: null,
    ...overrides,
  };
}

export function aPiece(overrides: Partial<Piece> = {}): Piece {
  return {
    source: 'recorded',
    kind: 'squeeze',
    relationContinues: null,
    amount: '300000.00',
    on: '2026-06-09',
    status: 'executed',
    ...overrides,
  };
}

export function fen(yuan: string): bigint {
  const amount = parseYuan(yuan);
  if (amount === undefined) throw new Error(`not an amount: ${yuan}`);
  return amount;
}
