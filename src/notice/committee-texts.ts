import type { NoticeTemplate } from '../../workflows/committee/committee.notices.js';
import type { NoticeText } from './notice-text.js';

/**
 * The notices of creditors' committees (债委会) and of the light form, in their order. They name no firm: whoever reads a mail
 * logs in to learn which one it is about.
 */
export const COMMITTEE_TEXTS = {
  committeeProposed: {
    title: '发起组建债委会',
    text: ({ report }) => `有单位发起组建${report}，请登录系统查看。`,
  },
  committeeInvited: {
    title: '邀请加入债委会',
    text: ({ report }) => `贵机构受邀参加组建${report}，请在期限内登记债权，并说明是否愿意担任主席单位。`,
  },
  consultationOpened: {
    title: '主办行会商',
    text: ({ report }) => `贵机构受邀参加${report}，请登录系统查看。`,
  },
  claimsConfirmed: {
    title: '债权已确认',
    text: ({ report }) => `${report}的债权已按基准日确认，请在期限内推举主席单位。`,
  },
  chairElect: {
    title: '主席单位已产生',
    text: ({ report }) => `${report}的主席单位已产生，请在期限内签署债权人协议。`,
  },
  electAnew: {
    title: '重新推举主席单位',
    text: ({ report }) => `${report}的当选单位到期未签署债权人协议，请已签署的债权人重新推举主席单位。`,
  },
  agreementDrafted: {
    title: '债权人协议有新稿',
    text: ({ report }) => `${report}的债权人协议有新的一稿，请登录系统查阅。`,
  },
  committeeFounded: {
    title: '债委会成立',
    text: ({ report }) => `${report}已成立，成员单位及主席单位请登录系统查看。`,
  },
  committeeNotFounded: {
    title: '债委会未组建',
    text: ({ report }) => `${report}未能组建，事项结束，原因请登录系统查看。`,
  },
  viceChairsNamed: {
    title: '副主席单位已确定',
    text: ({ report }) => `${report}的副主席单位已确定，请登录系统查看。`,
  },
  chairChanged: {
    title: '主席单位变更',
    text: ({ report }) => `${report}的主席单位已按决议变更，请登录系统查看。`,
  },
  agreementAmended: {
    title: '债权人协议修改',
    text: ({ report }) => `${report}的债权人协议已经决议修改，自本次决议起执行，请登录系统查看。`,
  },
  strategySet: {
    title: '一企一策已确定',
    text: ({ report }) => `${report}已确定一企一策，请登录系统查看。`,
  },
  accessionOpen: {
    title: '可加入债委会',
    text: ({ report }) => `贵机构可加入${report}，请登录系统查阅债权人协议后办理。`,
  },
  memberAcceded: {
    title: '新成员单位加入',
    text: ({ report }) => `有机构签署债权人协议，加入${report}，请登录系统查看。`,
  },
  claimTransferred: {
    title: '债权转让通知',
    text: ({ report }) => `${report}有成员单位转让债权，请登录系统查看。`,
  },
  windUpAdvised: {
    title: '建议启动退出',
    text: ({ report }) => `${report}的成员单位已不足规定家数，建议启动退出。`,
  },
  rolloverScheduled: {
    title: '列入续贷排期',
    text: ({ report }) => `有贷款列入${report}的续贷排期表，请登录系统查看。`,
  },
  rolloverNear: {
    title: '续贷排期提醒',
    text: ({ report }) => `${report}的续贷排期表中有贷款临近到期，请登录系统查看并按商定安排办理。`,
  },
  rolloverDone: {
    title: '续贷排期办结',
    text: ({ report }) => `${report}的续贷排期表中有贷款已办结，请登录系统查看。`,
  },
  meetingCalled: {
    title: '会议通知',
    text: ({ report }) => `${report}召集会议，时间、地点和议题请登录系统查看，可下载日历邀请。`,
  },
  meetingCancelled: {
    title: '会议取消',
    text: ({ report }) => `${report}已召集的会议取消，请登录系统查看。`,
  },
  meetingUnrecorded: {
    title: '会议纪要待录入',
    text: ({ report }) => `${report}的会议已过召开日期，尚无纪要。请录入会议纪要；未召开的，请取消或改期。`,
  },
  minutesRecorded: {
    title: '会议纪要待确认',
    text: ({ report }) => `${report}的会议纪要已录入，请在期限内确认或提出异议。`,
  },
  minutesObjected: {
    title: '会议纪要有异议',
    text: ({ report }) => `有成员单位对${report}的会议纪要提出异议，请登录系统查看。`,
  },
  minutesSettled: {
    title: '会议纪要已答复',
    text: ({ report }) => `${report}的成员单位均已答复会议纪要，请登录系统查看。`,
  },
  minutesSilent: {
    title: '会议纪要确认期满',
    text: ({ report }) => `${report}的会议纪要确认期已满，到期未答复的单位已如实记录。`,
  },
  minutesUnconfirmed: {
    title: '会议纪要待确认',
    text: ({ report }) => `${report}的会议纪要须由各机构确认，尚未确认的，请尽快办理。`,
  },
  committeeWinding: {
    title: '债委会启动退出',
    text: ({ report }) => `${report}启动退出，请登录系统查看。`,
  },
  committeeDissolved: {
    title: '债委会解散',
    text: ({ report }) => `${report}已解散，请登录系统查看。`,
  },
  consultationEnded: {
    title: '主办行会商结束',
    text: ({ report }) => `${report}已结束，请登录系统查看。`,
  },
  committeeJudicial: {
    title: '企业进入司法程序',
    text: ({ report }) => `${report}所涉企业进入司法程序，稳定期及协议安排相应终止，请登录系统查看。`,
  },
  committeeRestored: {
    title: '债委会恢复运行',
    text: ({ report }) => `法院裁定驳回申请，${report}恢复运行，原稳定期不再恢复。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;
