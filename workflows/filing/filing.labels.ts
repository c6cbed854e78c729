import type { Basis } from './basis.js';
import type { FilingContext, Outcome } from './filing.context.js';
import type { FilingEventType } from './filing.events.js';
import type { Position } from './positions.js';

/** The contractual names of a filing's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  drafting: '草稿（未报送）',
  checking: '行内复核',
  acknowledging: '待签收',
  completing: '退回补充材料（一次性告知）',
  reviewing: '同步研判',
  concluding: '形成处置意见',
  suggested: '建议暂缓，待银行答复',
  deferred: '银行承诺暂缓',
  coordinating: '启动协调',
  referred: '提请债委会研判',
  cleared: '已收悉（是否及何时实施，由银行依法依约自主决定）',
  executed: '实施情况待核实',
  withdrawn: '银行撤回',
  lapsed: '逾期未实施，销号',
  outOfScope: '不属报告范围',
  closed: '办结',
  voided: '作废',
  judicial: '企业进入司法程序',
} as const;
export type FilingState = keyof typeof STATE_LABELS;

/** How far one office has come with its opinion. Offices only. */
export const REVIEW_LABELS = {
  pending: '待反馈意见',
  drafted: '意见待签发',
  supplementing: '待银行补充说明',
  opined: '已反馈意见',
  silent: '到期未反馈意见',
} as const;
export type ReviewState = keyof typeof REVIEW_LABELS;

export const POSITION_LABELS: Readonly<Record<Position, string>> = {
  noObjection: '无意见',
  suggestDeferral: '建议暂缓',
  coordinate: '建议启动协调',
  referToCommittee: '建议提请债委会研判',
};

export const BASIS_LABELS: Readonly<Record<Basis, string>> = {
  noted: '两部门均无意见',
  cleared: '经研判收悉',
  silence: '部门到期未反馈意见',
  soFar: '至银行日期研判未完',
  noAnswer: '银行未答复暂缓建议',
  declined: '银行说明不暂缓',
  notConcluded: '协调未办结',
  notAgreed: '协调未达成一致',
  reduced: '协调后减少金额',
  consent: '债委会决议在限额内不持异议',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  executed: '已实施',
  partly: '部分实施',
  retained: '已稳贷（授信未减少）',
  replaced: '已由其他安排替代',
};

/** What a person did, or what happened, in a filing's history. */
export const EVENT_LABELS: Readonly<Record<FilingEventType, string>> = {
  SEND_TO_CHECK: '提交复核',
  DISCARD: '删除草稿',
  SIGN_FILING: '签署报告',
  RETURN_TO_MAKER: '退回经办',
  FILE: '报送',
  ACKNOWLEDGE: '签收',
  REQUEST_COMPLETION: '一次性告知补充材料',
  RULE_OUT_OF_SCOPE: '认定不属报告范围',
  RESUBMIT: '补充材料后报送',
  OPINE: '反馈意见',
  SIGN_OPINION: '签发意见',
  RETURN_OPINION: '退回意见',
  REQUEST_SUPPLEMENT: '请银行补充说明',
  SUPPLEMENT: '补充说明',
  ASK_FACTS: '请属地反映情况',
  REPORT_FACTS: '属地反映情况',
  COMMENT: '债委会主席单位意见',
  SET_FOCUS: '转为重点件',
  SUSPECT_SPLIT: '疑似拆分标注',
  CLEAR: '收悉',
  SUGGEST_DEFERRAL: '建议暂缓',
  INTERVENE: '启动协调',
  REFER_TO_COMMITTEE: '提请债委会研判',
  UNDERTAKE: '承诺暂缓',
  DECLINE: '说明不暂缓',
  EXTEND_COORDINATION: '延长协调',
  POSTPONE: '推迟实施',
  AMEND: '变更报告',
  WITHDRAW: '撤回报告',
  VOID: '作废报告',
  REPORT_EXECUTION: '报告实施情况',
  REPORT_RETAINED: '报告稳贷',
  CONFIRM_EXECUTION: '核实实施情况',
  QUERY_EXECUTION: '询问实施情况',
  'COORDINATION.CONCLUDED': '协调办结',
  'RESOLUTION.PASSED': '债委会决议通过',
  'RESOLUTION.FAILED': '债委会决议未通过',
  'COMMITTEE.ENDED': '债委会终止',
  'STANDSTILL.STARTED': '稳定期开始',
  'STANDSTILL.ENDED': '稳定期结束',
  'COURT.ACCEPTED': '企业进入司法程序',
  'DEADLINE.check': '行内复核期满',
  'DEADLINE.acknowledge': '自动签收',
  'DEADLINE.complete': '补充材料期满',
  'DEADLINE.review.finance': '金融部门到期未反馈意见',
  'DEADLINE.review.industry': '工信部门到期未反馈意见',
  'DEADLINE.supplement.finance': '补充说明期满（金融部门）',
  'DEADLINE.supplement.industry': '补充说明期满（工信部门）',
  'DEADLINE.conclude': '形成处置意见期满',
  'DEADLINE.bankDate': '银行日期到',
  'DEADLINE.coordinate': '协调期满',
  'DEADLINE.committee': '债委会研判期满',
  'DEADLINE.executionReminder': '提醒报告实施情况',
  'DEADLINE.validity': '有效期满',
  'DEADLINE.query': '答复期满',
  'DEADLINE.confirm': '核实期满',
};

/** The label of a state in this very case: by lapse, until when, with which outcome, and whether nothing was coordinated. */
export function labelOf(state: FilingState, context: FilingContext): string {
  switch (state) {
    case 'deferred':
      return context.bankDate === null
        ? STATE_LABELS.deferred
        : `银行承诺暂缓至${monthAndDay(context.bankDate)}`;
    case 'cleared':
      return wasCoordinated(context)
        ? STATE_LABELS.cleared
        : STATE_LABELS.cleared.replace('已收悉', '已收悉，未启动协调');
    case 'closed':
      return context.outcome === null ? STATE_LABELS.closed : OUTCOME_LABELS[context.outcome];
    default:
      return STATE_LABELS[state];
  }
}

function wasCoordinated({ joined, used }: FilingContext): boolean {
  return joined || used.includes('coordinate');
}

function monthAndDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
