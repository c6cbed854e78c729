import type { NoticeTemplate } from '../../workflows/support/support.notices.js';
import { inWords, type NoticeFacts, type NoticeText } from './notice-text.js';

/** The notices of a measure of support (帮扶事项), in its order. A template without a text does not compile. */
export const SUPPORT_TEXTS = {
  supportProposed: {
    title: '帮扶事项待交办',
    text: ({ report }) => `${report}待交办，请确定责任岗位和办理期限。`,
  },
  supportAssigned: {
    title: '帮扶事项已交办',
    text: (facts) => `${facts.report}已交办本岗位，${dateOf(facts)}，请登录系统查看并办理。`,
  },
  supportDateChanged: {
    title: '办理期限已变更',
    text: (facts) => `${facts.report}的办理期限已变更，${dateOf(facts)}。`,
  },
  supportDue: {
    title: '帮扶事项临期催办',
    text: (facts) => `${facts.report}即将到期，${dateOf(facts)}，请及时办理。`,
  },
  supportOverdue: {
    title: '帮扶事项逾期',
    text: (facts) => `${facts.report}已到期尚未办结，${dateOf(facts)}，请尽快办理并报告结果。`,
  },
  supportEscalated: {
    title: '帮扶事项督办',
    text: (facts) => `${facts.report}逾期未办结，现督办，${dateOf(facts)}，请督促办理。`,
  },
  supportBulletin: {
    title: '帮扶事项通报',
    text: (facts) => `${facts.report}逾期未办结，列入通报，${dateOf(facts)}。`,
  },
  supportWaiting: {
    title: '帮扶事项等待中',
    text: ({ report }) => `${report}转入等待，事由请登录系统查看，办理期限不变。`,
  },
  supportResumed: {
    title: '帮扶事项等待期满',
    text: (facts) => `${facts.report}等待期满，${dateOf(facts)}，请继续办理。`,
  },
  supportRepaid: {
    title: '应急周转资金已还款',
    text: ({ report }) => `${report}中企业已用应急周转资金还款，请银行在期限内重新放贷。`,
  },
  supportRelendOverdue: {
    title: '重新放贷期满',
    text: ({ report }) => `${report}的重新放贷期限已满，尚未报告放贷，请尽快办理或说明情况。`,
  },
  supportDone: {
    title: '帮扶事项办结',
    text: ({ report }) => `${report}已办结，结果请登录系统查看。`,
  },
  supportNotDone: {
    title: '帮扶事项未办成',
    text: ({ report }) => `${report}未办成，理由请登录系统查看。`,
  },
  supportCancelled: {
    title: '帮扶事项取消',
    text: ({ report }) => `${report}已取消，无需继续办理，理由请登录系统查看。`,
  },
  supportJudicial: {
    title: '企业进入司法程序',
    text: ({ report }) => `${report}所涉企业进入司法程序，请确认继续办理或取消。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;

function dateOf({ dueOn }: NoticeFacts): string {
  return dueOn === null ? '期限请登录系统查看' : `期限为${inWords(dueOn)}`;
}
