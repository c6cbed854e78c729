/**
 * The numbers of the regime. The circular fixes thresholds and addressees only; every other number is a choice of the
 * city and a row of the policy in force (政策参数), so that it changes with a date and a document, never with the code.
 * Days are working days when the key ends in `Wd`, calendar days when it ends in `Days`; amounts are yuan.
 */
export interface PolicyValues {
  // 是否应当报告
  withdrawSuspendThreshold: string;
  squeezeThreshold: string;
  windowDays: number;
  // 提前报告
  leadWd: number;
  checkWd: number;
  acknowledgeWd: number;
  completeWd: number;
  reviewWd: number;
  supplementWd: number;
  concludeWd: number;
  coordinateWd: number;
  committeeWd: number;
  validityDays: number;
  executionReminderWd: number;
  queryWd: number;
  confirmWd: number;
  emergencyWd: number;
  trivialBreachDays: number;
  runWd: number;
  runBanks: number;
  routineUpTo: string;
  countyFrom: string;
  officeHoursEnd: string;
  mediumRenewalUntil: string;
  // 启动协调
  assignWd: number;
  planWd: number;
  meetingWd: number;
  // 帮扶事项
  supportReminderWd: number;
  supportEscalationWd: number;
  supportBulletinWd: number;
  bridgeRelendWd: number;
  // 债委会
  committeeMinCreditors: number;
  proposeWd: number;
  claimsWd: number;
  electWd: number;
  signWd: number;
  windWd: number;
  recordWd: number;
  minutesWd: number;
  rolloverFirstReminderDays: number;
  rolloverSecondReminderDays: number;
  rolloverLastReminderDays: number;
  // 决议
  draftWd: number;
  noticeWd: number;
  voteWd: number;
  extendVoteWd: number;
  sealedPaperWd: number;
  standstillDays: number;
  standstillExtensionDays: number;
  majorClaimsNumerator: number;
  majorClaimsDenominator: number;
  majorHeadsNumerator: number;
  majorHeadsDenominator: number;
  ordinaryClaimsNumerator: number;
  ordinaryClaimsDenominator: number;
  ordinaryHeadsNumerator: number;
  ordinaryHeadsDenominator: number;
  // 核查事项
  triageWd: number;
  explainWd: number;
  assessWd: number;
  stepWd: number;
  regulatorWd: number;
}

export type PolicyKey = keyof PolicyValues;

export const DEFAULT_POLICY: PolicyValues = {
  withdrawSuspendThreshold: '5000000.00',
  squeezeThreshold: '500000.00',
  windowDays: 90,
  leadWd: 10,
  checkWd: 2,
  acknowledgeWd: 2,
  completeWd: 3,
  reviewWd: 5,
  supplementWd: 3,
  concludeWd: 2,
  coordinateWd: 10,
  committeeWd: 23,
  validityDays: 90,
  executionReminderWd: 3,
  queryWd: 3,
  confirmWd: 3,
  emergencyWd: 1,
  trivialBreachDays: 10,
  runWd: 10,
  runBanks: 2,
  routineUpTo: '3000000.00',
  countyFrom: '5000000.00',
  officeHoursEnd: '17:30',
  mediumRenewalUntil: '2027-09-30',
  assignWd: 2,
  planWd: 3,
  meetingWd: 1,
  supportReminderWd: 1,
  supportEscalationWd: 1,
  supportBulletinWd: 3,
  bridgeRelendWd: 10,
  committeeMinCreditors: 3,
  proposeWd: 5,
  claimsWd: 15,
  electWd: 5,
  signWd: 10,
  windWd: 30,
  recordWd: 3,
  minutesWd: 3,
  rolloverFirstReminderDays: 30,
  rolloverSecondReminderDays: 10,
  rolloverLastReminderDays: 3,
  draftWd: 2,
  noticeWd: 3,
  voteWd: 10,
  extendVoteWd: 5,
  sealedPaperWd: 3,
  standstillDays: 90,
  standstillExtensionDays: 90,
  majorClaimsNumerator: 2,
  majorClaimsDenominator: 3,
  majorHeadsNumerator: 1,
  majorHeadsDenominator: 2,
  ordinaryClaimsNumerator: 1,
  ordinaryClaimsDenominator: 2,
  ordinaryHeadsNumerator: 1,
  ordinaryHeadsDenominator: 2,
  triageWd: 3,
  explainWd: 5,
  assessWd: 5,
  stepWd: 5,
  regulatorWd: 30,
};

/**
 * How far a figure can be traced: `S` stands in a source that was read, `M` is general knowledge still to be verified
 * before anybody quotes it, `D` is this system's own default, which the city replaces by a decision of its own.
 */
export type PolicyStatus = 'S' | 'M' | 'D';

export type PolicyUnit = 'yuan' | 'workingDays' | 'calendarDays' | 'count' | 'timeOfDay' | 'civilDay';

export interface PolicyGround {
  label: string;
  unit: PolicyUnit;
  status: PolicyStatus;
  clause: string;
}

const MEASURE_TEN = '泉政办规〔2023〕1号（十）';
const OWN_DEFAULT = '本系统默认值，由本市工作规则确定';
const BRIDGE_FUND = '泉州市应急保障周转专项资金（2014年）：银行在10个工作日内重新放贷';
const RENEWAL_NOTICE = '金规〔2024〕13号';
const COMMITTEE_RULES = '银保监发〔2020〕57号第二条：三家以上';
const COMMITTEE_VOTE = '银监办便函〔2016〕1196号（待核实原文）：债权金额三分之二以上且成员过半数';
const INQUIRY_ORDER = '闽政发明电〔2014〕4号一（定次序，不定天数）';

/** The clause of each figure, its status, unit and Chinese name: shown beside the figure wherever it is shown. */
export const POLICY_GROUNDS: Readonly<Record<PolicyKey, PolicyGround>> = {
  withdrawSuspendThreshold: ground('抽贷、停贷报告标准', 'yuan', 'S', MEASURE_TEN),
  squeezeThreshold: ground('压贷报告标准', 'yuan', 'S', MEASURE_TEN),
  windowDays: ground('累计口径窗口', 'calendarDays', 'D', OWN_DEFAULT),
  leadWd: ground('提前期', 'workingDays', 'D', `${OWN_DEFAULT}；参照${BRIDGE_FUND}`),
  checkWd: ground('行内复核提醒', 'workingDays', 'D', OWN_DEFAULT),
  acknowledgeWd: ground('签收时限', 'workingDays', 'D', OWN_DEFAULT),
  completeWd: ground('补充材料时限', 'workingDays', 'D', OWN_DEFAULT),
  reviewWd: ground('同步研判时限', 'workingDays', 'D', OWN_DEFAULT),
  supplementWd: ground('补充说明时限', 'workingDays', 'D', OWN_DEFAULT),
  concludeWd: ground('形成处置意见时限', 'workingDays', 'D', OWN_DEFAULT),
  coordinateWd: ground('启动协调时限', 'workingDays', 'D', OWN_DEFAULT),
  committeeWd: ground(
    '提请债委会研判时限',
    'workingDays',
    'D',
    `${OWN_DEFAULT}（拟题、通知、表决、一次延长、盖章件补交之和）`,
  ),
  validityDays: ground('实施期限', 'calendarDays', 'D', OWN_DEFAULT),
  executionReminderWd: ground('实施情况回报提醒', 'workingDays', 'D', OWN_DEFAULT),
  queryWd: ground('实施情况答询时限', 'workingDays', 'D', OWN_DEFAULT),
  confirmWd: ground('实施情况核实时限', 'workingDays', 'D', OWN_DEFAULT),
  emergencyWd: ground(
    '紧急情形补报时限',
    'workingDays',
    'D',
    `${OWN_DEFAULT}；民法典第五百二十八条：及时通知`,
  ),
  trivialBreachDays: ground(
    '显著轻微违约天数',
    'calendarDays',
    'D',
    `${OWN_DEFAULT}；参照最高人民法院2025-12-04典型案例`,
  ),
  runWd: ground('多家银行集中收贷观察期', 'workingDays', 'D', OWN_DEFAULT),
  runBanks: ground('多家银行集中收贷家数', 'count', 'D', OWN_DEFAULT),
  routineUpTo: ground('一般件金额上限', 'yuan', 'D', OWN_DEFAULT),
  countyFrom: ground('告知属地金额下限', 'yuan', 'D', OWN_DEFAULT),
  officeHoursEnd: ground('办公截止时刻', 'timeOfDay', 'D', `${OWN_DEFAULT}；民法典第二百零三条第二款`),
  mediumRenewalUntil: ground('中型企业续贷评估适用至', 'civilDay', 'S', RENEWAL_NOTICE),
  assignWd: ground('协调事项交办时限', 'workingDays', 'D', OWN_DEFAULT),
  planWd: ground('协调方案提醒', 'workingDays', 'D', OWN_DEFAULT),
  meetingWd: ground('政银企协调会纪要时限', 'workingDays', 'D', OWN_DEFAULT),
  supportReminderWd: ground('帮扶事项催办提前量', 'workingDays', 'D', OWN_DEFAULT),
  supportEscalationWd: ground('帮扶事项督办', 'workingDays', 'D', OWN_DEFAULT),
  supportBulletinWd: ground('帮扶事项通报', 'workingDays', 'D', OWN_DEFAULT),
  bridgeRelendWd: ground('应急周转资金再放款时限', 'workingDays', 'S', BRIDGE_FUND),
  committeeMinCreditors: ground('组建债委会最少债权人家数', 'count', 'S', COMMITTEE_RULES),
  proposeWd: ground('债委会发起时限', 'workingDays', 'D', OWN_DEFAULT),
  claimsWd: ground('债权登记时限', 'workingDays', 'D', OWN_DEFAULT),
  electWd: ground('推举主席单位时限', 'workingDays', 'D', OWN_DEFAULT),
  signWd: ground('签署债权人协议时限', 'workingDays', 'D', OWN_DEFAULT),
  windWd: ground('债委会退出时限', 'workingDays', 'D', OWN_DEFAULT),
  recordWd: ground('债委会会议纪要录入时限', 'workingDays', 'D', OWN_DEFAULT),
  minutesWd: ground('会议纪要确认时限', 'workingDays', 'D', OWN_DEFAULT),
  rolloverFirstReminderDays: ground('续贷排期首次提醒', 'calendarDays', 'D', OWN_DEFAULT),
  rolloverSecondReminderDays: ground('续贷排期再次提醒', 'calendarDays', 'D', OWN_DEFAULT),
  rolloverLastReminderDays: ground('续贷排期末次提醒', 'calendarDays', 'D', OWN_DEFAULT),
  draftWd: ground('议题拟定时限', 'workingDays', 'D', OWN_DEFAULT),
  noticeWd: ground('会议通知期', 'workingDays', 'D', OWN_DEFAULT),
  voteWd: ground('表决期', 'workingDays', 'D', OWN_DEFAULT),
  extendVoteWd: ground('表决延长期', 'workingDays', 'D', OWN_DEFAULT),
  sealedPaperWd: ground('表决票盖章件补交时限', 'workingDays', 'D', OWN_DEFAULT),
  standstillDays: ground('稳定期', 'calendarDays', 'D', OWN_DEFAULT),
  standstillExtensionDays: ground('稳定期延长', 'calendarDays', 'D', OWN_DEFAULT),
  majorClaimsNumerator: ground('重大事项债权比例（分子，以上）', 'count', 'M', COMMITTEE_VOTE),
  majorClaimsDenominator: ground('重大事项债权比例（分母）', 'count', 'M', COMMITTEE_VOTE),
  majorHeadsNumerator: ground('重大事项成员比例（分子，超过）', 'count', 'M', COMMITTEE_VOTE),
  majorHeadsDenominator: ground('重大事项成员比例（分母）', 'count', 'M', COMMITTEE_VOTE),
  ordinaryClaimsNumerator: ground('一般事项债权比例（分子，超过）', 'count', 'D', OWN_DEFAULT),
  ordinaryClaimsDenominator: ground('一般事项债权比例（分母）', 'count', 'D', OWN_DEFAULT),
  ordinaryHeadsNumerator: ground('一般事项成员比例（分子，超过）', 'count', 'D', OWN_DEFAULT),
  ordinaryHeadsDenominator: ground('一般事项成员比例（分母）', 'count', 'D', OWN_DEFAULT),
  triageWd: ground('核查事项分办时限', 'workingDays', 'D', INQUIRY_ORDER),
  explainWd: ground('银行说明时限', 'workingDays', 'D', INQUIRY_ORDER),
  assessWd: ground('核查研判时限', 'workingDays', 'D', INQUIRY_ORDER),
  stepWd: ground('核查后续步骤提醒', 'workingDays', 'D', INQUIRY_ORDER),
  regulatorWd: ground('监管分局反馈时限', 'workingDays', 'D', INQUIRY_ORDER),
};

function ground(label: string, unit: PolicyUnit, status: PolicyStatus, clause: string): PolicyGround {
  return { label, unit, status, clause };
}
