import type { Step, Story } from './demo-stories.js';

/** One step in a coordination or in one of its measures. Day 0 is the day on which its filing was filed. */
export interface CoordinationStep {
  /** Working days after the filing. */
  day: number;
  time: string;
  /** `maker` and `checker` of the filing's bank, `county` of the firm, or a login. */
  by: string;
  type: string;
  /** The measure that it is about, by its type; without one, the coordination itself. */
  measure?: string;
  payload?: object;
}

/** A firm that is coordinated: how its report came to that, and what was done then. */
export interface CoordinationStory {
  filing: Story & { about: string };
  steps: readonly CoordinationStep[];
}

const SUPPORT = '企业有市场、能正常经营，资金暂时紧张，建议协调。';
const opined = { type: 'OPINE', time: '15:15' } as const;
const intervened: readonly Step[] = [
  { day: -1, time: '16:10', by: 'maker', type: 'SEND_TO_CHECK' },
  { day: 0, time: '09:40', by: 'checker', type: 'FILE' },
  { day: 1, time: '10:05', by: 'finance.reviewer', type: 'ACKNOWLEDGE' },
  {
    ...opined,
    day: 2,
    by: 'finance.reviewer',
    payload: { position: 'noObjection', text: '已了解情况，无不同意见。' },
  },
  { ...opined, day: 3, by: 'industry.reviewer', payload: { position: 'coordinate', text: SUPPORT } },
  {
    day: 4,
    time: '15:20',
    by: 'finance.leader',
    type: 'INTERVENE',
    payload: { reason: '请金融、工信与属地共同协调。' },
  },
];
/** The bank grants ten more days before the first ten are over. */
const extended: Step = { day: 12, time: '10:30', by: 'checker', type: 'EXTEND_COORDINATION' };

const assigned = step(5, '09:30', 'finance.leader', 'ASSIGN');

/**
 * One that works on, with a measure so late that it stands in the bulletin; one that has just begun, with its first measure
 * overdue; and one that the bank's own word has ended.
 */
export const DEMO_COORDINATIONS: readonly CoordinationStory[] = [
  {
    filing: { told: [22], plannedIn: 40, about: 'late measures', steps: [...intervened, extended] },
    steps: [
      assigned,
      added(6, 'bridgeFund', 'zhouzhuan', 6, { amount: '1200000.00', neededIn: 5 }),
      measured(7, 'bridgeFund', 'zhouzhuan.officer', 'START'),
      added(6, 'policyGuarantee', 'danbao', 12, { amount: '800000.00' }),
      measured(8, 'policyGuarantee', 'danbao.officer', 'START'),
      measured(9, 'policyGuarantee', 'danbao.officer', 'WAIT', { for: '待企业补齐反担保材料。' }),
      measured(14, 'policyGuarantee', 'danbao.officer', 'RESUME'),
      measured(16, 'policyGuarantee', 'danbao.officer', 'REPORT_DONE', {
        result: { amount: '800000.00', guaranteedUntil: '2027-12-31', bankShare: 20 },
      }),
      step(8, '10:00', 'finance.reviewer', 'CALL_MEETING', {
        inWorkingDays: 3,
        time: '09:30',
        place: '市行政中心三号会议室',
        agenda: '商议到期贷款衔接和周转资金安排。',
      }),
      step(11, '15:40', 'finance.reviewer', 'RECORD_MINUTES', {
        participants: ['贷款银行', '企业', '属地联系单位'],
        text: '企业订单饱满，各方同意先以应急周转资金衔接，担保公司补充增信。',
      }),
      step(12, '09:50', 'finance.reviewer', 'PROPOSE', { outcome: 'retained', text: '建议维持现有授信。' }),
    ],
  },
  {
    filing: { told: [10], plannedIn: 30, about: 'new measures', steps: intervened },
    steps: [
      assigned,
      added(6, 'renewalWithoutRepayment', 'bank', 2, { amount: '900000.00', maturesIn: 20 }),
      added(7, 'whiteList', 'county', 8, { amount: '2000000.00', months: 12 }),
      measured(8, 'whiteList', 'county', 'START'),
    ],
  },
  {
    filing: { told: [33], plannedIn: 45, about: 'own word', steps: intervened },
    steps: [
      assigned,
      step(6, '14:20', 'finance.reviewer', 'PROPOSE', {
        outcome: 'retained',
        text: '企业经营正常，建议稳贷。',
      }),
      step(8, '09:45', 'maker', 'PREPARE_OUTCOME', { outcome: 'retained', text: '同意维持授信。' }),
      step(8, '16:05', 'checker', 'CONFIRM_OUTCOME', { outcome: 'retained' }),
      step(9, '10:15', 'finance.reviewer', 'CONCLUDE_FILING', { outcome: 'retained' }),
    ],
  },
];

function step(day: number, time: string, by: string, type: string, payload: object = {}): CoordinationStep {
  return { day, time, by, type, payload };
}

/** A measure given to `owner`: a helper by its key, the filing's bank, or the firm's county. */
function added(day: number, measure: string, owner: string, dueIn: number, input: object): CoordinationStep {
  return step(day, '11:00', 'finance.reviewer', 'ADD_SUPPORT', { measure, owner, dueIn, input });
}

function measured(
  day: number,
  measure: string,
  by: string,
  type: string,
  payload: object = {},
): CoordinationStep {
  return { day, time: '16:20', by, type, measure, payload };
}
