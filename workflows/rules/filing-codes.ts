/**
 * The closed lists that a report's answers come from, with the Chinese that is shown for each code. `GET /codes` is these
 * tables. Sources: processes.md of the design for kinds and subtypes; 民法典 527, 528, 563, 578, 673 and 民营经济促进法 24
 * for grounds and emergencies; 商业银行金融资产风险分类办法 (2023) for risk classes; 金规〔2024〕13号 for renewals.
 */

export const ACT_KINDS = { withdraw: '抽贷', squeeze: '压贷', suspend: '停贷' } as const;
export type ActKind = keyof typeof ACT_KINDS;

export const ACT_SUBTYPES = {
  fullRecall: { label: '全部提前收回', kind: 'withdraw' },
  partialRecall: { label: '部分提前收回', kind: 'withdraw' },
  renewedLower: { label: '降额续贷', kind: 'squeeze' },
  limitCut: { label: '压缩授信额度', kind: 'squeeze' },
  balanceCut: { label: '压降用信余额', kind: 'squeeze' },
  harderTerms: { label: '提高续贷条件', kind: 'squeeze' },
  stopDisbursing: { label: '停止放款', kind: 'suspend' },
  nonRenewal: { label: '到期不续（断贷）', kind: 'suspend' },
  delay: { label: '延缓放款或续贷（缓贷）', kind: 'suspend' },
} as const satisfies Record<string, { label: string; kind: ActKind }>;
export type ActSubtype = keyof typeof ACT_SUBTYPES;

export const SIZE_CLASSES = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const;
export type SizeClass = keyof typeof SIZE_CLASSES;

/** Reason given for the act. `interestArrears` and `principalArrears` may be breaches too slight to rest on. */
export const GROUND_CODES = {
  operationsWorsened: '经营状况严重恶化',
  litigation: '涉诉、被查封或冻结',
  misuseOfFunds: '未按约定用途使用借款',
  interestArrears: '欠付利息',
  principalArrears: '本金逾期',
  guaranteeWeakened: '担保能力下降或担保物价值减少',
  falseInformation: '财务或经营信息不实',
  assetTransfer: '转移财产、抽逃资金',
  anticipatoryBreach: '明确表示或以行为表明不履行债务',
  industryPolicy: '行业信贷政策调整',
  headOfficeLimit: '上级行压降额度或名单管理',
  regulatorRequirement: '监管要求',
  limitExpired: '授信或贷款到期',
  firmsWish: '企业提出',
  other: '其他',
} as const;
export type GroundCode = keyof typeof GROUND_CODES;

/** Arrears are the grounds for which `cured` and `arrearsDays` are asked. */
export const ARREARS_GROUNDS: readonly GroundCode[] = ['interestArrears', 'principalArrears'];

/** 民法典 527, 528: what lets a lender stop at once and report afterwards. */
export const EMERGENCY_REASONS = {
  debtorAbsconded: '企业主出走或失去联系',
  assetStripping: '转移财产、抽逃资金',
  fraud: '涉嫌骗取贷款',
  judicialSeizure: '主要资产被查封、冻结',
  suddenShutdown: '突然停产歇业',
  securityLost: '担保物灭失或被处分',
  otherImminentLoss: '其他须当日保全的情形',
} as const;
export type EmergencyReason = keyof typeof EMERGENCY_REASONS;

export const RENEWAL_RESULTS = {
  sameOrMore: '同额或增额续贷',
  withoutRepayment: '无还本续贷',
  lower: '降额续贷',
  refused: '评估后不续贷',
  notWanted: '企业不需要续贷',
  pending: '尚在评估',
} as const;
export type RenewalResult = keyof typeof RENEWAL_RESULTS;

export const PROMISE_FORMS = { oral: '口头', written: '书面', electronic: '短信、微信等电子方式' } as const;
export type PromiseForm = keyof typeof PROMISE_FORMS;

export const ALTERNATIVE_KINDS = {
  renewal: '续贷',
  renewalWithoutRepayment: '无还本续贷',
  extension: '展期',
  deferral: '延期还本付息',
  restructuring: '债务重组',
  guarantee: '政府性融资担保增信',
  bridgeFund: '应急周转资金',
} as const;
export type AlternativeKind = keyof typeof ALTERNATIVE_KINDS;

export const INFORM_METHODS = {
  letter: '书面函件',
  phone: '电话',
  visit: '上门或面谈',
  electronic: '短信、微信等电子方式',
} as const;
export type InformMethod = keyof typeof INFORM_METHODS;

export const TRI_STATES = { yes: '是', no: '否', unknown: '无法判断' } as const;
export type TriState = keyof typeof TRI_STATES;

/** 「五不要求」 (闽政发明电〔2014〕4号 一; 泉政办规〔2023〕1号（十）): which of the five the act touches. */
export const FIVE_NOS = {
  scaleCut: '不减少信贷规模',
  pullOut: '不釜底抽薪',
  higherBar: '不提高续贷门槛',
  arbitraryWithdraw: '不随意抽贷',
  arbitrarySqueeze: '不随意压贷',
} as const;
export type FiveNo = keyof typeof FIVE_NOS;

export const DECISION_LEVELS = {
  subBranch: '支行',
  cityBranch: '市分行',
  provincialBranch: '省分行',
  headOffice: '总行',
} as const;
export type DecisionLevel = keyof typeof DECISION_LEVELS;

export const LOAN_PRODUCTS = {
  workingCapital: '流动资金贷款',
  fixedAsset: '固定资产贷款',
  tradeFinance: '贸易融资',
  bankAcceptance: '银行承兑汇票',
  letterOfCredit: '信用证',
  billDiscount: '票据贴现',
  factoring: '保理',
  overdraft: '法人账户透支',
  other: '其他',
} as const;
export type LoanProduct = keyof typeof LOAN_PRODUCTS;

export const CURRENCIES = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  GBP: '英镑',
  TWD: '新台币',
  other: '其他币种',
} as const;
export type Currency = keyof typeof CURRENCIES;

export const GUARANTEE_TYPES = {
  credit: '信用',
  guarantee: '保证',
  mortgage: '抵押',
  pledge: '质押',
  combined: '组合担保',
} as const;
export type GuaranteeType = keyof typeof GUARANTEE_TYPES;

export const RISK_CLASSES = {
  normal: '正常',
  specialMention: '关注',
  substandard: '次级',
  doubtful: '可疑',
  loss: '损失',
} as const;
export type RiskClass = keyof typeof RISK_CLASSES;

/** Whether an act was done already, or is still planned. */
export const ACT_STATUSES = { planned: '拟实施', executed: '已实施' } as const;
export type ActStatus = keyof typeof ACT_STATUSES;

/**
 * 免报情形: ordinary repayment is no act of 抽贷, 压贷 or 停贷. The circular lists none of these; each rests on the rule named
 * beside it and is the city's choice. What rests on the firm's will counts only when the firm has confirmed it.
 */
export const EXEMPTIONS = {
  scheduled: { label: '合同约定分期还本', ground: '民法典第六百七十五条：按约定期限还款' },
  revolving: { label: '循环额度内随借随还', ground: '民法典第六百七十五条：循环额度按约定随借随还' },
  selfLiquidating: {
    label: '承兑、信用证、贸易融资到期自偿',
    ground: '民法典第六百七十五条：自偿性融资到期清偿，不减少授信',
  },
  sameOrMore: { label: '同额或增额续贷', ground: '金规〔2024〕13号：续贷不减少授信' },
  sameBankRefinance: { label: '行内再融资（含无还本续贷）', ground: '金规〔2024〕13号：新合同结清原贷款' },
  declined: { label: '企业自愿不续贷', ground: '民法典第五百三十条；企业书面确认' },
  ownRepayment: { label: '企业自主提前还款', ground: '民法典第五百三十条、第六百七十七条；企业书面确认' },
  transferred: { label: '债权转让、核销', ground: '民法典第五百四十五条：债权人变更，不收回贷款' },
  courtOrdered: { label: '司法程序要求', ground: '企业破产法第十九条、第四十六条；生效法律文书' },
  consumer: { label: '个人消费贷款', ground: '泉政办规〔2023〕1号（十）：适用于企业' },
} as const satisfies Record<string, { label: string; ground: string }>;
export type ExemptionCode = keyof typeof EXEMPTIONS;
