import type { SupportParent } from '../rules/support-types.js';
import type { Lateness, SupportContext } from './support.context.js';
import type { SupportEventType } from './support.events.js';

/** The contractual names of a measure's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  proposed: '拟交办',
  assigned: '已交办',
  working: '办理中',
  waiting: '等待中',
  done: '已办结',
  notDone: '未办成',
  cancelled: '已取消',
} as const;
export type SupportState = keyof typeof STATE_LABELS;

export const LATENESS_LABELS: Readonly<Record<Lateness, string>> = {
  overdue: '逾期',
  escalated: '督办',
  bulletin: '通报',
};

export const PARENT_LABELS: Readonly<Record<SupportParent['process'], string>> = {
  coordination: '协调事项',
  filing: '提前报告',
  committee: '债委会',
  firm: '企业',
};

export const EVENT_LABELS: Readonly<Record<SupportEventType, string>> = {
  'SUPPORT.PROPOSED': '提出帮扶事项',
  ASSIGN: '交办',
  REASSIGN: '转办',
  CHANGE_DATE: '变更办理期限',
  START: '开始办理',
  WAIT: '说明等待事由',
  RESUME: '恢复办理',
  REPORT_REPAID: '报告企业还款',
  REPORT_DONE: '报告办结',
  REPORT_NOT_DONE: '报告未办成',
  CANCEL: '取消',
  CONFIRM_CONTINUING: '确认继续办理',
  'COURT.ACCEPTED': '企业进入司法程序',
  'DEADLINE.assign': '交办期满，按拟定交办',
  'DEADLINE.reminder': '催办',
  'DEADLINE.due': '办理期满',
  'DEADLINE.escalation': '督办',
  'DEADLINE.bulletin': '通报',
  'DEADLINE.wait': '等待期满',
  'DEADLINE.relend': '重新放贷期满',
};

/** The label of a state in this very case: with how late it is, while it is. */
export function labelOf(state: SupportState, { lateness }: SupportContext): string {
  const open = state === 'assigned' || state === 'working' || state === 'waiting';
  return open && lateness !== null
    ? `${STATE_LABELS[state]}（${LATENESS_LABELS[lateness]}）`
    : STATE_LABELS[state];
}
