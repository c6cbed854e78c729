import { describe, expect, it } from '@jest/globals';
import { actIn, assess } from '../../../workflows/rules/assessment.js';
import { exemptionOf } from '../../../workflows/rules/exemption.js';
import { EXEMPTIONS, type ExemptionCode } from '../../../workflows/rules/filing-codes.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { aPiece, aReport, policy } from './a-report.js';

const confirmed = { firmInformed: { informed: true, confirmedByFirm: true } };
const nonRenewal = { kind: 'suspend', subtype: 'nonRenewal', amount: '5200000.00' } as const;
const kept = {
  before: { limit: '5200000.00', balance: '5200000.00' },
  after: { limit: '5200000.00', balance: '5200000.00' },
};

describe('民法典 530: a firm that wants no renewal is not 停贷, when it says so itself', () => {
  const unwanted = { ...nonRenewal, renewal: { considered: true, result: 'notWanted' } } as const;

  it('is exempt with the firm’s confirmation', () => {
    expect(exemptionOf(aReport({ ...unwanted, ...confirmed }))).toBe('declined');
  });

  it.each<[string, FilingContent]>([
    ['without a word of it', {}],
    ['with no confirmation', { firmInformed: { informed: true, confirmedByFirm: false } }],
  ])('is not exempt %s', (_, difference) => {
    expect(exemptionOf(aReport({ ...unwanted, ...difference }))).toBeNull();
  });

  it('never covers an early recall or a squeeze', () => {
    const withdrawal = { ...unwanted, kind: 'withdraw', subtype: 'fullRecall', ...confirmed } as const;
    expect(exemptionOf(aReport(withdrawal))).toBeNull();
    expect(exemptionOf(aReport({ ...withdrawal, exemption: 'declined' }))).toBeNull();
    expect(
      exemptionOf(aReport({ ...unwanted, ...confirmed, kind: 'squeeze', subtype: 'renewedLower' })),
    ).toBeNull();
  });
});

describe('金规〔2024〕13号: a loan renewed as it was is not 停贷', () => {
  it.each([
    ['sameOrMore', 'sameOrMore'],
    ['withoutRepayment', 'sameBankRefinance'],
  ] as const)('result %s is exempt as %s', (result, code) => {
    expect(exemptionOf(aReport({ ...nonRenewal, ...kept, renewal: { considered: true, result } }))).toBe(
      code,
    );
  });

  it('leaves terms made harder what they are: a squeeze', () => {
    const renewal = { considered: true, result: 'withoutRepayment' } as const;
    expect(exemptionOf(aReport({ ...kept, subtype: 'harderTerms', renewal }))).toBeNull();
  });

  it('is not believed when the limit shows a cut', () => {
    const cut = { ...nonRenewal, renewal: { considered: true, result: 'sameOrMore' } } as const;
    expect(exemptionOf(aReport(cut))).toBeNull();
    expect(exemptionOf(aReport({ ...cut, exemption: 'sameOrMore' }))).toBeNull();
    expect(exemptionOf(aReport({ ...cut, ...kept, exemption: 'sameOrMore' }))).toBe('sameOrMore');
  });
});

describe('a claimed exemption needs what bears it out', () => {
  it.each<[ExemptionCode, FilingContent, FilingContent]>([
    ['ownRepayment', confirmed, {}],
    ['declined', { ...nonRenewal, ...confirmed }, { ...nonRenewal }],
    ['scheduled', { ground: { contractClause: '第五条' } }, { ground: { contractClause: ' ' } }],
    ['courtOrdered', { ground: { legalBasis: '（2026）闽05破1号' } }, { ground: {} }],
    ['sameBankRefinance', kept, {}],
  ])('%s', (code, shown, notShown) => {
    expect(exemptionOf(aReport({ exemption: code, ...shown }))).toBe(code);
    expect(exemptionOf(aReport({ exemption: code, ...notShown }))).toBeNull();
  });

  it.each<ExemptionCode>(['revolving', 'selfLiquidating', 'transferred', 'consumer'])(
    'but %s is the bank’s word',
    (code) => {
      expect(exemptionOf(aReport({ exemption: code }))).toBe(code);
    },
  );

  it('which makes an act not reportable, and names its ground', () => {
    for (const code of Object.keys(EXEMPTIONS) as ExemptionCode[]) {
      const content = aReport({ ...nonRenewal, ...kept, ...confirmed, exemption: code });
      const act = actIn(
        { ...content, ground: { contractClause: '第五条', legalBasis: '（2026）闽05破1号' } },
        '2026-06-10',
      );
      if (act === undefined) throw new Error('no act');

      expect(assess({ act, pieces: [], policy })).toMatchObject({
        reportable: false,
        exemption: code,
        sum: '5200000.00',
        cumulative: false,
        clause: EXEMPTIONS[code].ground,
      });
    }
  });
});

describe('an exempt act is not reportable by the sum either', () => {
  it('and is not marked as if it were', () => {
    const act = actIn(aReport({ amount: '300000.00', exemption: 'transferred' }), '2026-06-10');
    if (act === undefined) throw new Error('no act');
    expect(assess({ act, pieces: [aPiece()], policy })).toMatchObject({
      reportable: false,
      cumulative: false,
      sum: '600000.00',
    });
  });
});

describe('an ordinary report claims nothing', () => {
  it.each(['withdraw', 'squeeze', 'suspend'] as const)('%s', (kind) => {
    expect(exemptionOf(aReport({ kind }))).toBeNull();
    expect(exemptionOf({ kind })).toBeNull();
    expect(exemptionOf({})).toBeNull();
  });
});
