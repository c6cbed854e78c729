import type { NoticeTemplate } from '../../workflows/resolution/resolution.notices.js';
import type { NoticeText } from './notice-text.js';

/**
 * The notices of a resolution (决议), in its order. What was decided is an agreement among its signers, and is worded so.
 * A template without a text does not compile.
 */
export const RESOLUTION_TEXTS = {
  resolutionAskedOfChair: {
    title: '议题待拟定',
    text: ({ report }) => `成员单位提出${report}，请主席单位拟定后发出通知。`,
  },
  resolutionAskedOfViceChairs: {
    title: '议题待拟定',
    text: ({ report }) => `成员单位提出${report}，因涉及主席单位，请副主席单位主持。`,
  },
  resolutionAskedOfMembers: {
    title: '议题待拟定',
    text: ({ report }) => `成员单位提出${report}，请其他成员单位之一主持。`,
  },
  resolutionDraftOverdue: {
    title: '议题拟定期满',
    text: ({ report }) => `${report}拟定期已满，提议单位可自行发出通知。`,
  },
  resolutionNoticed: {
    title: '表决通知',
    text: ({ report }) => `现就${report}发出通知，基准日的家数和债权已固定，请登录系统查看。`,
  },
  resolutionVoting: {
    title: '表决开始',
    text: ({ report }) => `${report}开始表决，请在期限内投票；选票在截止前密封，可以更改。`,
  },
  resolutionPendingStated: {
    title: '待上级行决定',
    text: ({ report }) => `有成员单位说明，对${report}的表决意见待上级行决定。`,
  },
  resolutionVoteExtended: {
    title: '表决延长',
    text: ({ report }) => `${report}的表决期已延长一次，请在新的期限内投票。`,
  },
  resolutionPapersDue: {
    title: '请补交盖章表决票',
    text: ({ report }) => `${report}的表决已截止，尚未提交盖章表决票的，请在期限内补交，逾期按未表决计。`,
  },
  resolutionPassed: {
    title: '决议通过',
    text: ({ report }) => `${report}经成员单位表决通过，系成员单位之间的约定；计票依据已公开，可以复核。`,
  },
  resolutionFailed: {
    title: '决议未通过',
    text: ({ report }) => `${report}经成员单位表决未通过；计票依据已公开，可以复核。`,
  },
  resolutionDecided: {
    title: '程序性事项已决定',
    text: ({ report }) => `主持单位已就${report}作出决定，请登录系统查看。`,
  },
  resolutionDropped: {
    title: '议题撤销',
    text: ({ report }) => `${report}已撤销，不再表决。`,
  },
  resolutionConflictRecorded: {
    title: '登记回避',
    text: ({ report }) => `${report}有成员单位被登记回避，不参加表决，请登录系统查看。`,
  },
  resolutionTermExtended: {
    title: '决议期限延长',
    text: ({ report }) => `${report}的期限已经成员单位决议延长，请登录系统查看。`,
  },
  resolutionExpired: {
    title: '决议期满终止',
    text: ({ report }) => `${report}期限届满或债委会终止，不再执行。`,
  },
  resolutionRescinded: {
    title: '决议经决议撤销',
    text: ({ report }) => `${report}已经成员单位决议撤销，不再执行。`,
  },
  resolutionSuperseded: {
    title: '决议被取代',
    text: ({ report }) => `${report}已被后续决议或司法程序取代，不再执行。`,
  },
  resolutionBreached: {
    title: '违约事项',
    text: ({ report }) => `${report}执行期间有成员单位违约，请主席单位按债权人协议处理。`,
  },
  resolutionBreachTold: {
    title: '违约事项告知',
    text: ({ report }) => `${report}执行期间有成员单位违约，按债权人协议告知；决议对其他成员单位继续有效。`,
  },
  resolutionReported: {
    title: '债委会表决结果',
    text: ({ report }) => `债委会已就${report}完成表决，结果供参阅，请登录系统查看。`,
  },
  resolutionEndReported: {
    title: '债委会决议终止',
    text: ({ report }) => `债委会${report}不再执行，供参阅，请登录系统查看。`,
  },
  resolutionBreachReported: {
    title: '债委会违约事项',
    text: ({ report }) => `债委会${report}执行期间有成员单位违约，供参阅，请登录系统查看。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;
