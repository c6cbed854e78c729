import type { CivilDay } from '../calendar/civil-day.js';
import { type ContentRefusal, type ContentRefusalCode, refuse } from './content-refusal.js';
import { fenOf, parseYuan } from './fen.js';
import { ARREARS_GROUNDS, type SizeClass } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';
import type { PolicyValues } from './policy.js';

/** What is known beside the report when it is judged. `firm` is null when the directory does not hold it. */
export interface Known {
  firm: { sizeClass: SizeClass | null } | null;
  policy: PolicyValues;
  /** Keys of the counties and zones that the city administers. */
  administered: readonly string[];
  today: CivilDay;
}

/** When an answer is asked, beyond "always". The labels are shown by `GET /codes`. */
export const ANSWER_CONDITIONS = {
  firmUnknown: '企业名录中没有该企业',
  smallWithdrawal: '抽贷金额低于抽贷报告标准',
  notEmergency: '非紧急情形',
  arrears: '原因为欠息或本金逾期',
  renewalOwed: '小型、微型企业，以及续贷政策适用期内的中型企业',
  renewalConsidered: '须评估续贷且已评估',
  renewalNotGiven: '须评估续贷，而未评估或评估后不续贷',
  protectedFirm: '三项判断均为“是”（属于“五不要求”情形）',
  inInstalments: '分期实施',
  priorActsDeclared: '申报了此前措施',
} as const;
export type AnswerCondition = keyof typeof ANSWER_CONDITIONS;

export interface RequiredAnswer {
  /** JSON pointer into the content; `*` stands for every row of a list. */
  pointer: string;
  label: string;
  code?: ContentRefusalCode;
  /** Another answer that will do as well. */
  orElse?: string;
  when?: AnswerCondition;
}

/**
 * 提前报告表: the answers without which a report cannot go out, in the order of the form. This is the only place that says so.
 * The shortest squeeze has to stay within twenty. Ground: 泉政办规〔2023〕1号（十）for act and firm, 民营经济促进法 24 for ground and
 * contract clause, 金规〔2024〕13号 for renewal.
 */
export const REQUIRED_ANSWERS: readonly RequiredAnswer[] = [
  { pointer: '/firm/creditCode', label: '统一社会信用代码' },
  { pointer: '/firm/name', label: '企业名称', when: 'firmUnknown' },
  { pointer: '/firm/county', label: '实际经营地所属县（市、区）' },
  { pointer: '/kind', label: '措施类型' },
  { pointer: '/subtype', label: '措施细类' },
  {
    pointer: '/relationContinues',
    label: '收回后信贷关系是否存续',
    code: 'relation-unanswered',
    when: 'smallWithdrawal',
  },
  { pointer: '/before/limit', label: '措施前授信额度' },
  { pointer: '/before/balance', label: '措施前用信余额' },
  { pointer: '/after/limit', label: '措施后授信额度' },
  { pointer: '/after/balance', label: '措施后用信余额' },
  { pointer: '/amount', label: '报告金额' },
  { pointer: '/plannedDate', label: '拟实施日', orElse: '/actedOn' },
  { pointer: '/schedule/*/date', label: '分期日期', when: 'inInstalments' },
  { pointer: '/schedule/*/amount', label: '分期金额', when: 'inInstalments' },
  { pointer: '/loans/*/contractNo', label: '合同号' },
  { pointer: '/loans/*/amount', label: '每笔贷款涉及金额' },
  { pointer: '/ground/code', label: '原因', code: 'ground-missing', when: 'notEmergency' },
  { pointer: '/ground/facts', label: '事实说明', code: 'ground-missing', when: 'notEmergency' },
  {
    pointer: '/ground/contractClause',
    label: '合同条款（或法律依据）',
    code: 'ground-missing',
    orElse: '/ground/legalBasis',
    when: 'notEmergency',
  },
  { pointer: '/ground/cured', label: '欠款是否已付清', when: 'arrears' },
  { pointer: '/ground/arrearsDays', label: '拖欠天数', when: 'arrears' },
  { pointer: '/fiveNos/hasMarket', label: '企业是否有市场', code: 'five-nos-unanswered' },
  { pointer: '/fiveNos/operatesNormally', label: '企业能否正常经营', code: 'five-nos-unanswered' },
  { pointer: '/fiveNos/shortForNow', label: '是否资金暂时困难', code: 'five-nos-unanswered' },
  {
    pointer: '/fiveNos/explanation',
    label: '三项均为“是”时仍拟实施的理由',
    code: 'five-nos-unexplained',
    when: 'protectedFirm',
  },
  {
    pointer: '/renewal/considered',
    label: '是否已评估续贷',
    code: 'renewal-not-considered',
    when: 'renewalOwed',
  },
  { pointer: '/renewal/result', label: '续贷评估结果', when: 'renewalConsidered' },
  { pointer: '/renewal/whyNot', label: '未评估或不续贷的原因', when: 'renewalNotGiven' },
  { pointer: '/priorActs/*/kind', label: '此前措施的类型', when: 'priorActsDeclared' },
  { pointer: '/priorActs/*/amount', label: '此前措施的金额', when: 'priorActsDeclared' },
  { pointer: '/priorActs/*/on', label: '此前措施的日期', when: 'priorActsDeclared' },
];

/** The rows of the table that this report has to answer, as it stands. */
export function requiredOf(content: FilingContent, known: Known): RequiredAnswer[] {
  return REQUIRED_ANSWERS.filter(({ when }) => when === undefined || holds(when, content, known));
}

/** What is not answered yet, in the order of the form. */
export function missingAnswers(content: FilingContent, known: Known): ContentRefusal[] {
  return requiredOf(content, known).flatMap((required) =>
    emptyPlaces(content, required.pointer)
      .filter(() => !(required.orElse && emptyPlaces(content, required.orElse).length === 0))
      .map((place) => refuse(required.code ?? 'answer-missing', place, `请填写“${required.label}”。`)),
  );
}

/** 金规〔2024〕13号: renewal is considered first for small and micro firms, and for medium ones while it says so. */
function owesRenewal({ firm, policy, today }: Known): boolean {
  switch (firm?.sizeClass) {
    case 'large':
      return false;
    case 'medium':
      return today <= policy.mediumRenewalUntil;
    default:
      // A firm of unknown size may be a small one.
      return true;
  }
}

function holds(condition: AnswerCondition, content: FilingContent, known: Known): boolean {
  const { fiveNos, ground, kind, priorActs, renewal, schedule } = content;
  const amount = parseYuan(content.amount ?? '');
  switch (condition) {
    case 'firmUnknown':
      return known.firm === null;
    case 'smallWithdrawal':
      return (
        kind === 'withdraw' && amount !== undefined && amount < fenOf(known.policy.withdrawSuspendThreshold)
      );
    case 'notEmergency':
      return !content.emergency?.reason;
    case 'arrears':
      return Boolean(ground?.code && ARREARS_GROUNDS.includes(ground.code));
    case 'renewalOwed':
      return owesRenewal(known);
    case 'renewalConsidered':
      return owesRenewal(known) && renewal?.considered === true;
    case 'renewalNotGiven':
      return owesRenewal(known) && (renewal?.considered === false || renewal?.result === 'refused');
    case 'inInstalments':
      return Boolean(schedule?.length);
    case 'priorActsDeclared':
      return Boolean(priorActs?.length);
    case 'protectedFirm':
      return [fiveNos?.hasMarket, fiveNos?.operatesNormally, fiveNos?.shortForNow].every(
        (answer) => answer === 'yes',
      );
  }
}

/** The places of a pointer that hold no answer. A list that is empty has its first row missing. */
function emptyPlaces(content: FilingContent, pointer: string): string[] {
  let places: { path: string; value: unknown }[] = [{ path: '', value: content }];
  for (const step of pointer.split('/').slice(1)) {
    places = places.flatMap(({ path, value }) =>
      keysAt(value, step).map((key) => ({ path: `${path}/${key}`, value: valueAt(value, key) })),
    );
  }
  return places.filter(({ value }) => isEmpty(value)).map(({ path }) => path);
}

function keysAt(value: unknown, step: string): string[] {
  if (step !== '*') return [step];
  return Array.isArray(value) && value.length > 0 ? [...value.keys()].map(String) : ['0'];
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
