import type { ActKind, EmergencyReason } from '../../workflows/rules/filing-codes.js';

/** Who does a step: a post of the filing bank, or of an office. */
export type Player =
  | 'maker'
  | 'checker'
  | 'finance.reviewer'
  | 'finance.leader'
  | 'industry.reviewer'
  | 'industry.leader'
  | 'county';

export interface Step {
  /** Working days after the day of filing; negative before it. */
  day: number;
  time: string;
  by: Player;
  type: string;
  payload?: object;
}

/** How a filing goes, up to where the demo finds it. Day 0 is the day on which it is filed. */
export interface Story {
  /** How many working days ago day 0 is, for each time the story is told. 0 is the last working day before today. */
  told: readonly number[];
  steps: readonly Step[];
  /** 万元; without it, a little over the threshold of its kind. */
  amount?: number;
  kind?: ActKind;
  /** Working days from filing to the planned date. */
  plannedIn?: number;
  /** The act was done so many working days before it was reported. */
  actedDaysBefore?: number;
  emergency?: EmergencyReason;
  /** The court has accepted the firm's insolvency before the report comes. */
  inCourt?: boolean;
  /** Stories with the same word here are about the same bank and firm. */
  about?: string;
}

const sendToCheck: Step = { day: -1, time: '16:10', by: 'maker', type: 'SEND_TO_CHECK' };
const filed: Step[] = [sendToCheck, { day: 0, time: '09:40', by: 'checker', type: 'FILE' }];
const acknowledged: Step[] = [
  ...filed,
  { day: 1, time: '10:05', by: 'finance.reviewer', type: 'ACKNOWLEDGE' },
];
const content = '企业订单稳定，建议银行按计划实施并做好衔接。';
const finance = opinion(2, 'finance.reviewer', 'noObjection', '已了解情况，无不同意见。');
const industry = opinion(3, 'industry.reviewer', 'noObjection', content);
const wantsCoordination = opinion(
  3,
  'industry.reviewer',
  'coordinate',
  '企业有市场、能正常经营，资金暂时紧张，建议协调。',
);
const wantsDeferral = opinion(3, 'industry.reviewer', 'suggestDeferral', '企业正处交货期，建议暂缓一个月。');
const cleared: Step[] = [...acknowledged, finance, industry];
const concluding: Step[] = [...acknowledged, finance, wantsCoordination];
const suggested: Step[] = [
  ...acknowledged,
  finance,
  wantsDeferral,
  {
    day: 4,
    time: '09:20',
    by: 'finance.leader',
    type: 'SUGGEST_DEFERRAL',
    payload: { reason: '同意工信部门意见。' },
  },
];
const executedInFull: Step = {
  day: 11,
  time: '15:00',
  by: 'checker',
  type: 'REPORT_EXECUTION',
  payload: { final: true },
};

/** The stories of the demo: together they come to rest in every state that a filing can be in today. */
export const DEMO_STORIES: readonly Story[] = [
  { told: [-1, -1, -1], steps: [] },
  { told: [0, 0, 0], steps: [sendToCheck] },
  {
    told: [0],
    steps: [
      sendToCheck,
      {
        day: 0,
        time: '09:30',
        by: 'checker',
        type: 'RETURN_TO_MAKER',
        payload: { reason: '请补充担保情况。' },
      },
    ],
  },
  { told: [0, 0, 0, 0], steps: filed },
  { told: [0, 0], steps: filed, kind: 'withdraw' },
  {
    told: [1, 1, 2],
    steps: [
      ...filed,
      {
        day: 1,
        time: '11:00',
        by: 'finance.reviewer',
        type: 'REQUEST_COMPLETION',
        payload: { defects: [{ pointer: '/ground', text: '请说明合同条款与事实的对应关系。' }] },
      },
    ],
  },
  { told: [2, 2, 3, 3], steps: acknowledged },
  { told: [3, 3, 4], steps: [...acknowledged, finance] },
  { told: [4, 5], steps: [...acknowledged, industry] },
  {
    told: [3, 3],
    steps: [
      ...acknowledged,
      {
        day: 2,
        time: '14:10',
        by: 'industry.reviewer',
        type: 'REQUEST_SUPPLEMENT',
        payload: { questions: ['请补充近三个月用电与用工情况。'] },
      },
    ],
  },
  { told: [3, 3, 3], steps: concluding },
  { told: [4, 5], steps: suggested, plannedIn: 30 },
  {
    told: [5, 8],
    steps: [
      ...suggested,
      { day: 5, time: '10:30', by: 'checker', type: 'UNDERTAKE', payload: { untilIn: 45 } },
    ],
    plannedIn: 30,
  },
  {
    told: [5, 6, 7],
    steps: [
      ...concluding,
      {
        day: 4,
        time: '15:20',
        by: 'finance.leader',
        type: 'INTERVENE',
        payload: { reason: '请金融、工信与属地共同协调。' },
      },
    ],
    plannedIn: 30,
  },
  { told: [4, 5, 6, 8, 9], steps: cleared, plannedIn: 20 },
  { told: [12, 14, 16, 19], steps: cleared },
  { told: [13, 18], steps: filed },
  { told: [15, 22], steps: acknowledged, kind: 'suspend' },
  { told: [12, 12, 13], steps: [...cleared, executedInFull] },
  {
    told: [20, 24, 28, 33, 38, 44, 49, 55],
    steps: [
      ...cleared,
      executedInFull,
      { day: 13, time: '10:00', by: 'finance.reviewer', type: 'CONFIRM_EXECUTION' },
    ],
  },
  { told: [26, 35, 47], steps: [...cleared, executedInFull], kind: 'withdraw' },
  {
    told: [21, 30],
    steps: [
      ...cleared,
      {
        day: 11,
        time: '15:00',
        by: 'checker',
        type: 'REPORT_EXECUTION',
        payload: { final: false, share: 2 },
      },
    ],
  },
  {
    told: [12, 13],
    steps: [
      ...cleared,
      { ...executedInFull, payload: { final: true, over: 60 } },
      {
        day: 12,
        time: '09:30',
        by: 'finance.reviewer',
        type: 'QUERY_EXECUTION',
        payload: { question: '实施金额高于报告金额，请说明。' },
      },
    ],
  },
  {
    told: [17, 27, 36, 45, 52],
    steps: [
      ...cleared,
      {
        day: 9,
        time: '16:00',
        by: 'checker',
        type: 'REPORT_RETAINED',
        payload: { text: '经协商，授信维持不变。' },
      },
    ],
  },
  {
    told: [9, 23, 41],
    steps: [
      ...acknowledged,
      {
        day: 3,
        time: '09:50',
        by: 'checker',
        type: 'WITHDRAW',
        payload: { reason: 'retained', text: '改为展期。' },
      },
    ],
  },
  {
    told: [11, 32],
    steps: [
      ...filed,
      { day: 0, time: '11:30', by: 'checker', type: 'VOID', payload: { reason: '企业名称选择有误。' } },
    ],
  },
  { told: [92, 98], steps: cleared },
  { told: [10, 29], steps: acknowledged, kind: 'suspend', actedDaysBefore: 1, emergency: 'debtorAbsconded' },
  { told: [6], steps: filed, kind: 'withdraw', actedDaysBefore: 3 },
  { told: [2, 31], steps: filed, inCourt: true },
  {
    told: [18, 40, 50],
    steps: [
      ...concluding,
      {
        day: 4,
        time: '15:20',
        by: 'finance.leader',
        type: 'CLEAR',
        payload: { reason: '企业与银行已达成分期安排。' },
      },
    ],
  },
  { told: [25, 43], steps: suggested },
  { told: [1, 39], steps: filed, amount: 38 },
  // The first is given up after the second was filed because of it: then nothing had to be reported any more.
  ...['one', 'other'].flatMap((about, index): Story[] => [
    {
      told: [30 + 4 * index],
      about,
      amount: 30,
      steps: [
        ...filed,
        { day: 2, time: '09:30', by: 'checker', type: 'VOID', payload: { reason: '重复填报。' } },
      ],
    },
    {
      told: [29 + 4 * index],
      about,
      amount: 30,
      steps: [
        ...filed,
        {
          day: 2,
          time: '10:00',
          by: 'finance.reviewer',
          type: 'RULE_OUT_OF_SCOPE',
          payload: { reason: '前件作废后累计未达报告标准。' },
        },
      ],
    },
  ]),
];

function opinion(day: number, by: Player, position: string, text: string): Step {
  return {
    day,
    time: by === 'finance.reviewer' ? '10:40' : '15:15',
    by,
    type: 'OPINE',
    payload: { position, text },
  };
}
