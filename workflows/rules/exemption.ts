import { parseYuan } from './fen.js';
import type { ExemptionCode } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';

/**
 * 免报情形 that the content shows (民法典 530, 675; 金规〔2024〕13号): the claimed one when the other answers bear it out, else
 * one that follows from them. What rests on the firm's will needs the firm's confirmation.
 */
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
