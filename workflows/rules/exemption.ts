import { parseYuan } from './fen.js';
import type { FilingContent } from './filing-content.js';

/**
 * 免报情形: ordinary repayment is no act of 抽贷, 压贷 or 停贷. The circular lists none of these; each rests on the rule named
 * beside it and is the city's choice. What rests on the firm's will counts only when the firm has confirmed it.
 */
export const EXEMPTIONS = {
  scheduled: { label: '合同约定分期还本', ground: '民法典第六百七十五条：按约定期限还款' },
  revolving: { label: '循环额度内随借随还', ground: '民法典第六百七十五条：循环额度按约定随借随还' },
  selfLiquidating: {
    label: '承兑、信用证、贸易融资到期自偿',
    ground: '民法典第六百七十五条：自偿性融资到期清偿，不减少授信',
  },
  sameOrMore: { label: '同额或增额续贷', ground: '金规〔2024〕13号：续贷不减少授信' },
  sameBankRefinance: { label: '行内再融资（含无还本续贷）', ground: '金规〔2024〕13号：新合同结清原贷款' },
  declined: { label: '企业自愿不续贷', ground: '民法典第五百三十条；企业书面确认' },
  ownRepayment: { label: '企业自主提前还款', ground: '民法典第五百三十条、第六百七十七条；企业书面确认' },
  transferred: { label: '债权转让、核销', ground: '民法典第五百四十五条：债权人变更，不收回贷款' },
  courtOrdered: { label: '司法程序要求', ground: '企业破产法第十九条、第四十六条；生效法律文书' },
  consumer: { label: '个人消费贷款', ground: '泉政办规〔2023〕1号（十）：适用于企业' },
} as const satisfies Record<string, { label: string; ground: string }>;
export type ExemptionCode = keyof typeof EXEMPTIONS;

/** The exemption that the content shows: the claimed one when it is shown, else one that follows from the answers. */
export function exemptionOf(content: FilingContent): ExemptionCode | null {
  const claimed = content.exemption;
  if (claimed) return showsExemption(content, claimed) ? claimed : null;
  const derived = DERIVED_FROM_RENEWAL[content.renewal?.result ?? 'pending'];
  return derived !== undefined && content.subtype === 'nonRenewal' && showsExemption(content, derived)
    ? derived
    : null;
}

/** A loan that comes to its end and is renewed as it was, or not because the firm wants none, is no 停贷. */
const DERIVED_FROM_RENEWAL: Readonly<Record<string, ExemptionCode>> = {
  notWanted: 'declined',
  sameOrMore: 'sameOrMore',
  withoutRepayment: 'sameBankRefinance',
};

/** Whether the other answers bear a claimed exemption out. */
export function showsExemption(content: FilingContent, code: ExemptionCode): boolean {
  switch (code) {
    case 'declined':
      return content.kind === 'suspend' && isConfirmedByFirm(content);
    case 'ownRepayment':
      return isConfirmedByFirm(content);
    case 'sameOrMore':
    case 'sameBankRefinance':
      return !losesLimit(content);
    case 'scheduled':
      return Boolean(content.ground?.contractClause?.trim());
    case 'courtOrdered':
      return Boolean(content.ground?.legalBasis?.trim());
    case 'revolving':
    case 'selfLiquidating':
    case 'transferred':
    case 'consumer':
      return true;
  }
}

function isConfirmedByFirm(content: FilingContent): boolean {
  return content.firmInformed?.confirmedByFirm === true;
}

function losesLimit({ before, after }: FilingContent): boolean {
  const limitBefore = parseYuan(before?.limit ?? '');
  const limitAfter = parseYuan(after?.limit ?? '');
  return limitBefore === undefined || limitAfter === undefined || limitAfter < limitBefore;
}
