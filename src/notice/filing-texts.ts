import type { NoticeTemplate } from '../../workflows/filing/filing.notices.js';
import { inWords, type NoticeText } from './notice-text.js';

/**
 * The notices of the filing process (提前报告), in its order. A report is no licence (docs/glossary.md), and the same text
 * reaches those who act and those in copy. A template without a text does not compile.
 */
export const FILING_TEXTS = {
  sentToCheck: {
    title: '待复核',
    text: ({ report }) => `${report}已提交复核，请复核后报送，或退回经办。`,
  },
  returnedToMaker: {
    title: '退回经办',
    text: ({ report }) => `${report}已由复核岗位退回，请按退回说明修改后重新提交。`,
  },
  checkOverdue: {
    title: '行内复核期满',
    text: ({ report }) => `${report}的行内复核期已满，尚未报送，请尽快办理。`,
  },
  filed: {
    title: '收到提前报告',
    text: ({ report }) => `收到${report}，请登录系统查看内容和办理期限。`,
  },
  received: {
    title: '报告已送达',
    text: ({ report }) => `${report}已送达，回执和银行日期请登录系统查看。`,
  },
  countyInformed: {
    title: '属地告知',
    text: ({ report }) => `${report}涉及属地企业，特此告知，请登录系统查看。`,
  },
  chairInformed: {
    title: '告知债委会主席单位',
    text: ({ report }) => `按债委会协议，现将${report}告知主席单位，请登录系统查看。`,
  },
  acknowledged: {
    title: '报告已签收',
    text: ({ report }) => `${report}已签收，进入同步研判。`,
  },
  returnedForCompletion: {
    title: '退回补充材料（一次性告知）',
    text: ({ report }) => `${report}需要补充材料，所需材料已一次性告知，请在期限内补充后重新报送。`,
  },
  resubmitted: {
    title: '材料已补充',
    text: ({ report }) => `银行已补充材料并重新报送${report}，请签收。`,
  },
  leftIncomplete: {
    title: '到期未补充材料',
    text: ({ report }) => `${report}到期未补充材料，已标记“材料不全”，按现有材料进入同步研判。`,
  },
  ruledOutOfScope: {
    title: '不属报告范围',
    text: ({ report }) => `${report}经核不属报告范围，理由请登录系统查看。`,
  },
  opinionToSignFinance: {
    title: '意见待签发',
    text: ({ report }) => `本部门对${report}的意见已拟好，请签发，或退回修改。`,
  },
  opinionToSignIndustry: {
    title: '意见待签发',
    text: ({ report }) => `本部门对${report}的意见已拟好，请签发，或退回修改。`,
  },
  opinionReturnedFinance: {
    title: '意见退回修改',
    text: ({ report }) => `本部门对${report}的意见已退回，请修改后重新提交。`,
  },
  opinionReturnedIndustry: {
    title: '意见退回修改',
    text: ({ report }) => `本部门对${report}的意见已退回，请修改后重新提交。`,
  },
  silentFinance: {
    title: '到期未反馈意见',
    text: ({ report }) => `本部门对${report}到期未反馈意见，特此告知。`,
  },
  silentIndustry: {
    title: '到期未反馈意见',
    text: ({ report }) => `本部门对${report}到期未反馈意见，特此告知。`,
  },
  supplementAsked: {
    title: '请补充说明',
    text: ({ report }) => `研判部门请银行就${report}补充说明，请在期限内答复。`,
  },
  supplementGivenFinance: {
    title: '银行已补充说明',
    text: ({ report }) => `银行已就${report}补充说明，请继续研判。`,
  },
  supplementGivenIndustry: {
    title: '银行已补充说明',
    text: ({ report }) => `银行已就${report}补充说明，请继续研判。`,
  },
  supplementMissedFinance: {
    title: '银行到期未补充说明',
    text: ({ report }) => `银行到期未就${report}补充说明，请按现有材料研判。`,
  },
  supplementMissedIndustry: {
    title: '银行到期未补充说明',
    text: ({ report }) => `银行到期未就${report}补充说明，请按现有材料研判。`,
  },
  factsAsked: {
    title: '请反映属地情况',
    text: ({ report }) => `请就${report}所涉企业反映属地情况。`,
  },
  factsReported: {
    title: '属地已反映情况',
    text: ({ report }) => `属地联系人已就${report}反映情况，请登录系统查看。`,
  },
  toConclude: {
    title: '待形成处置意见',
    text: ({ report }) => `${report}同步研判已结束，请在期限内形成处置意见。`,
  },
  conclusionOverdue: {
    title: '到期未形成处置意见',
    text: ({ report }) => `${report}到期未形成处置意见，请尽快办理。`,
  },
  cleared: {
    title: '已收悉',
    text: ({ report }) => `${report}已收悉，是否及何时实施，由银行依法依约自主决定。`,
  },
  suggested: {
    title: '建议暂缓，待银行答复',
    text: ({ report }) => `研判部门对${report}建议暂缓，请银行答复：承诺暂缓，或说明不暂缓的理由。`,
  },
  deferred: {
    title: '银行承诺暂缓',
    text: ({ report, bankDate }) =>
      `银行就${report}承诺暂缓${bankDate === null ? '' : `至${inWords(bankDate)}`}。`,
  },
  bankDateMoved: {
    title: '银行日期变动',
    text: ({ report, bankDate }) =>
      `${report}的银行日期已由银行变动${bankDate === null ? '' : `为${inWords(bankDate)}`}。`,
  },
  coordinating: {
    title: '启动协调',
    text: ({ report }) => `已就${report}启动协调，请登录系统查看。`,
  },
  coordinationExtended: {
    title: '协调延期',
    text: ({ report }) => `经银行同意，${report}的协调期限已延长。`,
  },
  coordinationAgreedLate: {
    title: '协调达成一致',
    text: ({ report }) => `${report}的协调已达成一致，请由银行变更报告、承诺暂缓或报告稳贷，予以落实。`,
  },
  referred: {
    title: '提请债委会研判',
    text: ({ report }) => `${report}已提请债委会研判，请登录系统查看。`,
  },
  referralReturned: {
    title: '债委会研判未形成一致意见',
    text: ({ report }) => `债委会就${report}未形成一致意见，请重新形成处置意见。`,
  },
  amended: {
    title: '报告变更',
    text: ({ report }) => `银行已变更${report}，变更内容请登录系统查看。`,
  },
  withdrawn: {
    title: '银行撤回',
    text: ({ report }) => `银行已撤回${report}。`,
  },
  voided: {
    title: '作废',
    text: ({ report }) => `${report}已由银行作废，编号保留。`,
  },
  executionDue: {
    title: '请报告实施情况',
    text: ({ report }) => `${report}的银行日期已过，请报告实施情况；未实施的，可报告稳贷或推迟实施。`,
  },
  executionReported: {
    title: '银行报告实施情况',
    text: ({ report }) => `银行已就${report}报告实施情况，请登录系统查看。`,
  },
  executionToConfirm: {
    title: '实施情况待核实',
    text: ({ report }) => `${report}的实施情况已报告完毕，请在期限内核实。`,
  },
  executionQueried: {
    title: '询问实施情况',
    text: ({ report }) => `金融部门对${report}的实施情况有疑问，请在期限内答复。`,
  },
  executionCorrected: {
    title: '实施情况已更正',
    text: ({ report }) => `银行已更正${report}的实施情况，请核实。`,
  },
  executionDisputed: {
    title: '实施情况未能核实',
    text: ({ report }) => `关于${report}实施情况的询问到期未获答复，实施情况未能核实。`,
  },
  closed: {
    title: '办结',
    text: ({ report }) => `${report}已办结。`,
  },
  lapsed: {
    title: '逾期未实施，销号',
    text: ({ report }) => `${report}逾期未实施，已销号；仍拟实施的，请重新报送。`,
  },
  judicial: {
    title: '企业进入司法程序',
    text: ({ report }) => `${report}所涉企业已进入司法程序，本报告不再办理。`,
  },
} as const satisfies Record<NoticeTemplate, NoticeText>;
