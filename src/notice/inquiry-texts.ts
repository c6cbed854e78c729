import type { NoticeTemplate } from '../../workflows/inquiry/inquiry.notices.js';
import type { NoticeText } from './notice-text.js';

/**
 * The notices of an inquiry (未按要求报告核查事项), in its order. A bank that is asked is accused of nothing, and the words show
 * it. A template without a text does not compile.
 */
export const INQUIRY_TEXTS = {
  inquiryNoticed: {
    title: '核查事项待分办',
    text: ({ report }) => `${report}已列出，请在期限内请银行说明。`,
  },
  inquiryReportedAgain: {
    title: '核查事项再次反映',
    text: ({ report }) => `${report}有新的反映，已并入原事项，请登录系统查看。`,
  },
  inquiryAsked: {
    title: '请银行说明',
    text: ({ report }) => `现就${report}请贵行说明，请在期限内答复；贵行的说明将作为核查依据。`,
  },
  inquiryExplained: {
    title: '银行已说明',
    text: ({ report }) => `银行已就${report}说明，请核查研判。`,
  },
  inquiryUnexplained: {
    title: '银行到期未说明',
    text: ({ report }) => `银行到期未就${report}说明，已记录；补充说明仍可提交。`,
  },
  inquiryAssessmentOverdue: {
    title: '核查研判期满',
    text: ({ report }) => `${report}的研判期已满，请督促办理。`,
  },
  inquiryNotSubstantiated: {
    title: '核查结果为不属实',
    text: ({ report }) => `${report}经核查不属实，已办结。`,
  },
  inquirySubstantiated: {
    title: '核查结果为属实',
    text: ({ report }) => `${report}经核查属实，理由和后续步骤请登录系统查看。`,
  },
  inquiryStepDue: {
    title: '核查事项后续步骤',
    text: ({ report }) => `${report}属实后尚无后续步骤，请决定发工作提示函、情况通报或办结。`,
  },
  inquiryAdvised: {
    title: '工作提示函',
    text: ({ report }) => `现就${report}发出工作提示函，请登录系统查看，并按提示改进报告工作。`,
  },
  inquiryNotified: {
    title: '情况通报',
    text: ({ report }) => `现将${report}通报金融监管分局，是否及采取何种措施由分局决定。`,
  },
  inquiryMeasureRecorded: {
    title: '监管分局已反馈',
    text: ({ report }) => `金融监管分局已就${report}反馈，请登录系统查看。`,
  },
  inquiryClosed: {
    title: '核查事项办结',
    text: ({ report }) => `${report}已办结。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;
