import type { NoticeTemplate } from '../../workflows/coordination/coordination.notices.js';
import type { NoticeText } from './notice-text.js';

/**
 * The notices of a coordination (启动协调), in its order. Offices are told of the case, a bank of its own filing: the same
 * sentence names the one or the other. A template without a text does not compile.
 */
export const COORDINATION_TEXTS = {
  coordinationOpened: {
    title: '启动协调，待交办',
    text: ({ report }) => `${report}已启动，请确定负责人员和岗位。`,
  },
  coordinationJoined: {
    title: '又有报告进入协调',
    text: ({ report }) => `又有报告进入${report}，请登录系统查看。`,
  },
  coordinationLeft: {
    title: '报告退出协调',
    text: ({ report }) => `有报告退出${report}，请登录系统查看。`,
  },
  coordinationAssigned: {
    title: '协调事项已交办',
    text: ({ report }) => `${report}已交办本岗位负责，请拟定协调方案。`,
  },
  coordinationPlanDue: {
    title: '协调方案到期提醒',
    text: ({ report }) => `${report}的方案拟定期已满，请尽快提出帮扶事项、召集会议或向银行提出方案。`,
  },
  coordinationMeetingCalled: {
    title: '政银企协调会通知',
    text: ({ report }) => `${report}将召开政银企协调会，时间、地点和议题请登录系统查看。`,
  },
  coordinationMeetingCancelled: {
    title: '政银企协调会取消',
    text: ({ report }) => `${report}的政银企协调会已取消，后续安排另行通知。`,
  },
  coordinationMeetingMissed: {
    title: '协调会未登记纪要',
    text: ({ report }) => `${report}的协调会到期未登记纪要，按未召开处理，请重新安排。`,
  },
  coordinationMinutes: {
    title: '协调会已召开',
    text: ({ report }) => `${report}的政银企协调会已召开并登记，请办理后续事项。`,
  },
  coordinationProposed: {
    title: '协调方案征询意见',
    text: ({ report }) => `部门就${report}提出协调方案，是否接受由贵行自主决定，请登录系统查看。`,
  },
  coordinationOutcomePrepared: {
    title: '协调结果待复核确认',
    text: ({ report }) => `${report}的协调结果已由经办填写，请复核确认。`,
  },
  coordinationOutcomeConfirmed: {
    title: '银行已确认协调结果',
    text: ({ report }) => `${report}的协调结果已由银行确认，请核对后登记。`,
  },
  coordinationOutcome: {
    title: '协调结果已登记',
    text: ({ report }) => `${report}的协调结果已登记，请登录系统查看。`,
  },
  coordinationSupportEnded: {
    title: '帮扶事项结束',
    text: ({ report }) => `${report}的一项帮扶事项已结束，请登录系统查看结果。`,
  },
  coordinationConcluded: {
    title: '协调办结',
    text: ({ report }) => `${report}已办结，帮扶事项按各自期限继续办理。`,
  },
  coordinationJudicial: {
    title: '企业进入司法程序',
    text: ({ report }) => `因企业进入司法程序，${report}终止，请登录系统查看。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;
