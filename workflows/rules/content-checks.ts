import { amountRefusals } from './amount-checks.js';
import { type ContentRefusal, refuse } from './content-refusal.js';
import { isCreditCode } from './credit-code.js';
import { dateRefusals } from './date-checks.js';
import { showsExemption } from './exemption.js';
import { fenOf, parseYuan } from './fen.js';
import { ACT_SUBTYPES } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';
import { loanRefusals } from './loan-checks.js';
import { type Known, missingAnswers } from './required-answers.js';

/**
 * Why a report cannot be sent to the checker or filed as it stands; no reasons means that it can. First what is not
 * answered, in the order of the form, then what does not fit together. Nothing here refuses a report for what it reports:
 * a late, urgent or conflicting one is received and marked (泉政办规〔2023〕1号（十）).
 */
export function contentRefusals(content: FilingContent, known: Known): ContentRefusal[] {
  return [
    ...missingAnswers(content, known),
    ...firmRefusals(content, known),
    ...kindRefusals(content),
    ...amountRefusals(content),
    ...loanRefusals(content),
    ...dateRefusals(content, known),
    ...priorActRefusals(content, known),
    ...exemptionRefusals(content),
  ];
}

/** GB 32100-2015; 金门县 stands in the code list of divisions but outside the city's administration, so no report goes there. */
function firmRefusals({ firm }: FilingContent, { administered }: Known): ContentRefusal[] {
  const refusals: ContentRefusal[] = [];
  if (firm?.creditCode && !isCreditCode(firm.creditCode)) {
    refusals.push(
      refuse(
        'credit-code-invalid',
        '/firm/creditCode',
        '统一社会信用代码校验不通过，请对照营业执照核对18位代码。',
      ),
    );
  }
  if (firm?.county && !administered.includes(firm.county)) {
    refusals.push(
      refuse(
        'county-not-administered',
        '/firm/county',
        '请在本市管辖的县（市、区）和开发区中选择企业实际经营地。',
      ),
    );
  }
  return refusals;
}

function kindRefusals({ after, kind, relationContinues, subtype }: FilingContent): ContentRefusal[] {
  const refusals: ContentRefusal[] = [];
  if (kind && subtype && ACT_SUBTYPES[subtype].kind !== kind) {
    refusals.push(refuse('subtype-of-other-kind', '/subtype', '措施细类与措施类型不符，请重新选择细类。'));
  }
  // A relation that is said to end while credit is left would take a partial recall out of the squeezes.
  const left = [after?.limit, after?.balance].some((yuan) => (parseYuan(yuan ?? '') ?? 0n) > 0n);
  if (kind === 'withdraw' && relationContinues === false && left) {
    refusals.push(
      refuse(
        'relation-contradicts-position',
        '/relationContinues',
        '措施后仍有额度或余额，请将“信贷关系是否存续”改为“是”，或更正措施后的额度和余额。',
      ),
    );
  }
  return refusals;
}

/** An earlier small withdrawal says whether the relation went on, as this one would have to. */
function priorActRefusals({ priorActs }: FilingContent, { policy }: Known): ContentRefusal[] {
  return (priorActs ?? []).flatMap((act, row) => {
    const amount = parseYuan(act.amount ?? '');
    const small = amount !== undefined && amount < fenOf(policy.withdrawSuspendThreshold);
    if (act.kind !== 'withdraw' || !small || typeof act.relationContinues === 'boolean') return [];
    const pointer = `/priorActs/${row}/relationContinues`;
    return [refuse('relation-unanswered', pointer, '请说明此前抽贷后信贷关系是否存续。')];
  });
}

function exemptionRefusals(content: FilingContent): ContentRefusal[] {
  if (!content.exemption || showsExemption(content, content.exemption)) return [];
  return [
    refuse(
      'exemption-not-shown',
      '/exemption',
      '所填内容未体现该免报情形，请补充企业确认、合同条款或法律文书，或不选免报情形。',
    ),
  ];
}
