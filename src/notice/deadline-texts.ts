import type { Rung } from '../../workflows/rules/deadline-ladder.js';
import { inWords, type NoticeFacts, type NoticeText } from './notice-text.js';

/** What somebody is reminded to do, by the name of the deadline (催办). */
const TASKS: Readonly<Record<string, string>> = {
  check: '行内复核',
  acknowledge: '签收',
  complete: '补充材料',
  'review.finance': '反馈意见',
  'review.industry': '反馈意见',
  'supplement.finance': '补充说明',
  'supplement.industry': '补充说明',
  conclude: '形成处置意见',
  coordinate: '协调',
  committee: '债委会研判',
  assign: '交办',
  plan: '拟定协调方案',
  meeting: '登记会议纪要',
  propose: '邀请债权人',
  claims: '登记债权',
  elect: '推举主席单位',
  sign: '签署债权人协议',
  wind: '办理退出',
  minutes: '确认会议纪要',
  draft: '拟定议题',
  vote: '投票',
  extend: '投票',
  sealedPaper: '补交盖章表决票',
  triage: '分办核查事项',
  explain: '说明',
  assess: '核查研判',
  step: '后续步骤',
  regulator: '反馈',
  executionReminder: '报告实施情况',
  validity: '报告实施情况',
  query: '答复实施情况询问',
  confirm: '核实实施情况',
};

/** The reminders of the ladders: one working day before a deadline, on its day, and to leaders after it. */
export const DEADLINE_TEXTS = {
  deadlineNear: {
    title: '办理期限临近',
    text: (facts) => `${facts.report}的${taskOf(facts)}期限${dayOf(facts)}，请及时办理。`,
  },
  deadlinePassed: {
    title: '办理期限已到',
    text: (facts) => `${facts.report}的${taskOf(facts)}期限${dayOf(facts)}，尚未办结，请尽快办理或督促办理。`,
  },
} as const satisfies Record<Rung['template'], NoticeText>;

/** The task of a deadline, or undefined when nobody is ever reminded of it. */
export function taskNamed(deadline: string): string | undefined {
  return Object.hasOwn(TASKS, deadline) ? TASKS[deadline] : undefined;
}

function taskOf({ deadline }: NoticeFacts): string {
  return (deadline === null ? undefined : taskNamed(deadline)) ?? '办理';
}

function dayOf({ dueOn }: NoticeFacts): string {
  return dueOn === null ? '将至或已到' : `为${inWords(dueOn)}`;
}
