import {
  ACT_KINDS,
  ACT_SUBTYPES,
  ALTERNATIVE_KINDS,
  CURRENCIES,
  DECISION_LEVELS,
  EMERGENCY_REASONS,
  EXEMPTIONS,
  FIVE_NOS,
  GROUND_CODES,
  GUARANTEE_TYPES,
  INFORM_METHODS,
  LOAN_PRODUCTS,
  PROMISE_FORMS,
  RENEWAL_RESULTS,
  RISK_CLASSES,
  TRI_STATES,
} from '../../../workflows/rules/filing-codes.js';

/** How the texts of a column are read. */
export type CellKind =
  | 'text'
  | 'amount'
  | 'day'
  | 'whole'
  | 'yesNo'
  | 'county'
  | 'considered'
  | 'instalments'
  | 'priorActs'
  | { several: readonly Choice[] }
  | readonly Choice[];

export interface Choice {
  code: string;
  label: string;
}

export interface Column {
  heading: string;
  /** Where the answer stands in a report, or in one of its loans. */
  path: readonly string[];
  kind: CellKind;
  isOfLoan?: boolean;
  /** What the cell says is one entry of the list at `path`, beside this. */
  entry?: Readonly<Record<string, string>>;
  /** Said in the template. */
  help?: string;
}

/** What every row says, so that a sheet may be uploaded again and nothing is made twice. */
export const REFERENCE = '行内编号';
/** Behind the other columns of a sheet of faulty rows; nothing is read from it. */
export const REMARK = '备注';

const listed = (codes: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(codes).map(([code, label]) => ({ code, label }));
const SUBTYPES = Object.entries(ACT_SUBTYPES).map(([code, { label }]) => ({ code, label }));
const EXEMPTED = Object.entries(EXEMPTIONS).map(([code, { label }]) => ({ code, label }));
const YUAN = '以元为单位，至多两位小数';

/** In the order of the form, whose names they bear. One row is one loan; a report of several has several rows. */
export const COLUMNS: readonly Column[] = [
  column(REFERENCE, 'externalRef', 'text', '必填，本行内不重复；同一编号的各行为同一报告的各笔贷款'),
  column('统一社会信用代码', 'firm.creditCode', 'text', '18位，请按文本填写'),
  column('企业名称', 'firm.name', 'text'),
  column('实际经营地', 'firm.county', 'county', '按实际经营地，不按注册地'),
  column('实际经营地址', 'firm.operatingAddress', 'text'),
  column('措施', 'kind', listed(ACT_KINDS)),
  column('类型', 'subtype', SUBTYPES, '须与措施相符'),
  column('抽贷后信贷关系保留', 'relationContinues', 'yesNo', '抽贷时填写'),
  column('调整前授信额度', 'before.limit', 'amount', YUAN),
  column('调整前余额', 'before.balance', 'amount', YUAN),
  column('调整后授信额度', 'after.limit', 'amount', YUAN),
  column('调整后余额', 'after.balance', 'amount', YUAN),
  column('金额', 'amount', 'amount', `${YUAN}；额度或余额实际减少的金额`),
  column('金额不一致的原因', 'amountReason', 'text'),
  column('拟实施日', 'plannedDate', 'day', '日期，如 2026-12-08'),
  column('已实施日', 'actedOn', 'day', '已经实施的才填'),
  column('分期实施计划', 'schedule', 'instalments', '分期的才填：每期写日期、金额，期与期用分号隔开'),
  column(
    '此前措施',
    'priorActs',
    'priorActs',
    '90日内对该企业的其他措施，每项写类型、日期、金额，项与项用分号隔开',
  ),
  column('免报情形', 'exemption', EXEMPTED, '属于免报情形而自愿报告的才填'),
  column('分支机构', 'branch', 'text'),
  column('银行文号', 'bankDocumentNo', 'text'),
  column('决策层级', 'decidedAt.level', listed(DECISION_LEVELS)),
  column('决策文件编号', 'decidedAt.documentNo', 'text'),
  column('原因', 'ground.code', listed(GROUND_CODES)),
  column('具体事实', 'ground.facts', 'text'),
  column('合同条款', 'ground.contractClause', 'text'),
  column('法律依据', 'ground.legalBasis', 'text', '没有合同条款时填写'),
  column('欠款已付清', 'ground.cured', 'yesNo', '原因为欠付利息、本金逾期时填写'),
  column('拖欠天数', 'ground.arrearsDays', 'whole', '原因为欠付利息、本金逾期时填写'),
  column('企业产品有市场', 'fiveNos.hasMarket', listed(TRI_STATES)),
  column('生产经营正常', 'fiveNos.operatesNormally', listed(TRI_STATES)),
  column('只是一时缺少资金', 'fiveNos.shortForNow', listed(TRI_STATES)),
  column('涉及的“五不要求”', 'fiveNos.touches', { several: listed(FIVE_NOS) }, '几项的用顿号隔开'),
  column('仍拟采取措施的理由', 'fiveNos.explanation', 'text', '以上三项均为“是”时填写'),
  column('已先行研究续贷', 'renewal.considered', 'yesNo'),
  column('续贷研究结果', 'renewal.result', listed(RENEWAL_RESULTS)),
  column('未续贷的理由', 'renewal.whyNot', 'text'),
  column('曾承诺续贷', 'renewal.promise.made', 'yesNo'),
  column('承诺方式', 'renewal.promise.form', listed(PROMISE_FORMS), '曾承诺续贷的才填'),
  column('承诺日期', 'renewal.promise.date', 'day', '曾承诺续贷的才填'),
  ...listed(ALTERNATIVE_KINDS).map(({ code, label }) => ({
    ...column(
      `替代安排：${label}`,
      'alternatives',
      'considered',
      '是否考虑过；考虑过而未采用的，可直接写原因',
    ),
    entry: { kind: code },
  })),
  column('已告知企业', 'firmInformed.informed', 'yesNo'),
  column('告知日期', 'firmInformed.date', 'day', '已告知企业的才填'),
  column('告知方式', 'firmInformed.method', listed(INFORM_METHODS), '已告知企业的才填'),
  column('企业意见', 'firmInformed.opinion', 'text'),
  column('企业书面确认', 'firmInformed.confirmedByFirm', 'yesNo', '免报情形以企业意愿为准的须为“是”'),
  column('职工人数', 'impact.employees', 'whole'),
  column('担保圈企业数', 'impact.guaranteeCircle', 'whole'),
  column('资金缺口', 'impact.fundGap', 'amount', YUAN),
  column('已知其他授信银行数', 'impact.otherLendersKnown', 'whole'),
  column('紧急情形', 'emergency.reason', listed(EMERGENCY_REASONS), '没有则不填'),
  column('联系人', 'contact.name', 'text'),
  column('联系人职务', 'contact.post', 'text'),
  column('联系电话', 'contact.phone', 'text'),
  ofLoan('借款合同号', 'contractNo', 'text'),
  ofLoan('借据号', 'noteNo', 'text'),
  ofLoan('业务品种', 'product', listed(LOAN_PRODUCTS)),
  ofLoan('币种', 'currency', listed(CURRENCIES)),
  ofLoan('贷款余额', 'balance', 'amount', `${YUAN}，折人民币`),
  ofLoan('到期日', 'maturityDate', 'day'),
  ofLoan('担保方式', 'guaranteeType', listed(GUARANTEE_TYPES)),
  ofLoan('五级分类', 'riskClass', listed(RISK_CLASSES)),
  ofLoan('逾期天数', 'overdueDays', 'whole'),
  ofLoan('本笔涉及金额', 'amount', 'amount', `${YUAN}；只有一笔贷款时可不填`),
];

function column(heading: string, path: string, kind: CellKind, help?: string): Column {
  return { heading, path: path.split('.'), kind, ...(help === undefined ? {} : { help }) };
}

function ofLoan(heading: string, path: string, kind: CellKind, help?: string): Column {
  return { ...column(heading, path, kind, help), isOfLoan: true };
}
