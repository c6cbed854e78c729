import type { CoordinationContext, CoordinationEnd } from './coordination.context.js';
import type { CoordinationEventType } from './coordination.events.js';
import type { JoinedFiling } from './coordination.facts.js';
import type { CoordinationOutcome } from './outcomes.js';

/** The contractual names of a coordination's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  open: '待交办',
  planning: '拟定方案',
  meeting: '政银企协调会',
  proposing: '征询协调结果',
  concluded: '协调办结',
} as const;
export type CoordinationState = keyof typeof STATE_LABELS;

export const END_LABELS: Readonly<Record<CoordinationEnd, string>> = {
  concluded: '协调办结',
  left: '报告均已退出协调',
  court: '企业进入司法程序',
};

export const OUTCOME_LABELS: Readonly<Record<CoordinationOutcome, string>> = {
  retained: '稳贷（授信未减少）',
  replacedBy: '由其他安排替代',
  reducedTo: '减少金额',
  deferredUntil: '银行承诺暂缓',
  notAgreed: '未达成一致',
};

/** Where one filing stands in the coordination. */
export const FILING_LABELS: Readonly<Record<JoinedFiling['state'], string>> = {
  joined: '协调中',
  concluded: '已有协调结果',
  left: '已退出协调',
};

export const EVENT_LABELS: Readonly<Record<CoordinationEventType, string>> = {
  ASSIGN: '交办',
  ADD_SUPPORT: '提出帮扶事项',
  CALL_MEETING: '召集政银企协调会',
  CANCEL_MEETING: '取消协调会',
  RECORD_MINUTES: '登记会议纪要',
  PROPOSE: '提出协调方案',
  PREPARE_OUTCOME: '填写协调结果',
  CONFIRM_OUTCOME: '确认协调结果',
  CONCLUDE_FILING: '登记协调结果',
  'FILING.JOINED': '报告进入协调',
  'FILING.LEFT': '报告退出协调',
  'SUPPORT.ENDED': '帮扶事项结束',
  'COURT.ACCEPTED': '企业进入司法程序',
  'DEADLINE.assign': '交办期满，由承办人员负责',
  'DEADLINE.plan': '协调方案到期提醒',
  'DEADLINE.meeting': '协调会未召开',
};

/** The label of a state in this very case: how it ended. */
export function labelOf(state: CoordinationState, { end }: CoordinationContext): string {
  return state === 'concluded' && end !== null ? END_LABELS[end] : STATE_LABELS[state];
}
