import type { InquiryContext, InquiryKind, RegulatorMeasure } from './inquiry.context.js';
import type { InquiryEventType } from './inquiry.events.js';

/** The contractual names of an inquiry's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  noticed: '待分办',
  explaining: '请银行说明',
  assessing: '核查研判',
  notSubstantiated: '不属实',
  substantiated: '属实',
  advised: '已发工作提示函',
  notifiedRegulator: '已向监管分局情况通报',
  closed: '办结',
} as const;
export type InquiryState = keyof typeof STATE_LABELS;

export const KIND_LABELS: Readonly<Record<InquiryKind, string>> = {
  notReportedBefore: '未提前报告',
  beforeBankDate: '早于银行日期实施',
  beyondAmount: '超出报告金额实施',
  afterLapse: '销号后实施',
  afterWithdrawal: '撤回后实施',
  disputed: '实施情况有争议',
  notFiled: '未报告',
  promiseBroken: '曾承诺续贷',
  other: '其他情形',
};

export const MEASURE_LABELS: Readonly<Record<RegulatorMeasure, string>> = {
  interview: '监管约谈',
  internalList: '内部名单',
};

export const EVENT_LABELS: Readonly<Record<InquiryEventType, string>> = {
  'INQUIRY.OPENED': '列为核查事项',
  ASK: '请银行说明',
  EXPLAIN: '银行说明',
  SUBSTANTIATE: '认定属实',
  NOT_SUBSTANTIATE: '认定不属实',
  ADVISE: '发工作提示函',
  NOTIFY_REGULATOR: '情况通报',
  RECORD_MEASURE: '监管分局反馈',
  CLOSE: '办结',
  'COURT.ACCEPTED': '企业进入司法程序',
  'DEADLINE.triage': '分办期满，请银行说明',
  'DEADLINE.explain': '说明期满，银行未说明',
  'DEADLINE.assess': '核查研判期满',
  'DEADLINE.step': '后续步骤提醒',
  'DEADLINE.regulator': '监管分局反馈期满',
};

/** The label of a state in this very case: what came of the notice to the branch, and whether the bank put it right. */
export function labelOf(state: InquiryState, { cured, measures }: InquiryContext): string {
  if (state !== 'closed') return STATE_LABELS[state];
  if (cured === true) return '办结（已纠正）';
  if (measures === null || measures.length === 0) return STATE_LABELS.closed;
  return `办结（监管分局：${measures.map((measure) => MEASURE_LABELS[measure]).join('、')}）`;
}
