import type { CivilDay } from '../calendar/civil-day.js';
import { FIRST_CALENDAR_DAY, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Assessment } from './assessment.js';
import { ARREARS_GROUNDS, type RenewalResult } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';
import { earliestDate } from './lead-time.js';
import type { PolicyValues } from './policy.js';

/**
 * 标记: what is worth knowing of a report at a glance. A mark accuses nobody and never stops a report. `audience` is the
 * narrowest reader: what offices alone may know must not change a byte that a bank can read.
 */
export const MARKS = {
  belowThreshold: {
    label: '未达报告标准（自愿报告）',
    clause: '泉政办规〔2023〕1号（十）',
    audience: 'bank',
  },
  exempt: { label: '属于免报情形', clause: '免报情形目录（政策参数）', audience: 'bank' },
  cumulative: {
    label: '累计达到报告标准',
    clause: '泉政办规〔2023〕1号（十）；累计口径（政策参数）',
    audience: 'bank',
  },
  emergency: { label: '紧急情形', clause: '民法典第五百二十七条、第五百二十八条', audience: 'bank' },
  lateNotice: {
    label: '提前期不足',
    clause: '泉政办规〔2023〕1号（十）：及时报告；提前期（政策参数）',
    audience: 'bank',
  },
  notReportedBefore: {
    label: '未提前报告',
    clause: '泉政办规〔2023〕1号（十）：拟抽贷、停贷、压贷的及时报告',
    audience: 'bank',
  },
  promiseBroken: { label: '曾承诺续贷', clause: '闽政发明电〔2014〕4号一', audience: 'bank' },
  trivialBreach: {
    label: '违约显著轻微且已纠正',
    clause: '最高人民法院2025-12-04典型案例；民法典第五百零九条',
    audience: 'bank',
  },
  incomplete: { label: '材料不全', clause: '补充材料时限（政策参数）', audience: 'bank' },
  disputed: { label: '实施情况有争议', clause: '实施情况答询时限（政策参数）', audience: 'bank' },
  whitelisted: { label: '白名单企业', clause: '泉政办规〔2023〕1号（九）', audience: 'office' },
  runAlert: {
    label: '多家银行集中收贷预警',
    clause: '泉政办规〔2023〕1号（十）：合理研判、共同进退',
    audience: 'office',
  },
  splitSuspected: {
    label: '疑似拆分',
    clause: '泉政办规〔2023〕1号（十）；累计口径（政策参数）',
    audience: 'office',
  },
  standstillConflict: {
    label: '债委会稳定期内',
    clause: '债权人协议；银保监发〔2020〕57号',
    audience: 'member',
  },
} as const satisfies Record<
  string,
  { label: string; clause: string; audience: 'bank' | 'office' | 'member' }
>;
export type Mark = keyof typeof MARKS;

/** What the report itself shows at FILE. Its bank may read these. `voluntary`: no legal basis is in force, nothing is late. */
export interface ReportFacts {
  content: FilingContent;
  assessment: Assessment;
  receivedOn: CivilDay;
  calendar: WorkingCalendar;
  policy: PolicyValues;
  voluntary: boolean;
}

/** The marks that hold at FILE and that the filing's own bank may read, in the order of `MARKS`. */
export function bankMarks(facts: ReportFacts): Mark[] {
  const { assessment, content } = facts;
  const owed = assessment.reportable && !facts.voluntary;
  const holds: Partial<Record<Mark, boolean>> = {
    belowThreshold: !assessment.reportable && assessment.exemption === null,
    exempt: assessment.exemption !== null,
    cumulative: assessment.cumulative,
    emergency: isEmergency(content),
    lateNotice: owed && isLate(facts),
    notReportedBefore: owed && Boolean(content.actedOn) && !isEmergency(content),
    promiseBroken: assessment.exemption === null && breaksPromise(content),
    trivialBreach: isTrivialBreach(content, facts.policy),
  };
  return inOrder(holds);
}

/** What the directory knows of the firm when a report on it arrives. */
export interface FirmFacts {
  bank: string;
  receivedOn: CivilDay;
  whitelisted: boolean;
  /** Open filings on the same firm, this one's bank included or not. */
  filings: readonly { bank: string; receivedOn: CivilDay }[];
  standstill: Standstill | null;
  calendar: WorkingCalendar;
  policy: PolicyValues;
}

/** 稳定期 of a creditor committee; both days included. */
export interface Standstill {
  members: readonly string[];
  from: CivilDay;
  until: CivilDay;
}

/** The marks that hold at FILE by what others did or listed, in the order of `MARKS`: never for other banks' eyes. */
export function officeMarks(facts: FirmFacts): Mark[] {
  return inOrder({
    whitelisted: facts.whitelisted,
    runAlert: isRun(facts),
    standstillConflict: facts.standstill !== null && bindsOn(facts.standstill, facts.bank, facts.receivedOn),
  });
}

/** Whether a standstill holds for the bank on a day. It is a contract: it binds members, and never stops a report. */
export function bindsOn(standstill: Standstill, bank: string, day: CivilDay): boolean {
  return standstill.members.includes(bank) && standstill.from <= day && day <= standstill.until;
}

function inOrder(holds: Partial<Record<Mark, boolean>>): Mark[] {
  return (Object.keys(MARKS) as Mark[]).filter((mark) => holds[mark]);
}

function isEmergency(content: FilingContent): boolean {
  return Boolean(content.emergency?.reason);
}

/** An emergency is late when it is reported more than `emergencyWd` after the act; a plan, when it leaves less than `leadWd`. */
function isLate({ content, receivedOn, calendar, policy }: ReportFacts): boolean {
  const { actedOn, plannedDate } = content;
  if (actedOn) {
    if (!isEmergency(content) || actedOn >= receivedOn) return false;
    // A day before every calendar is a slip that `date-checks.ts` sends back; until then it is late like any other.
    return actedOn < FIRST_CALENDAR_DAY || calendar.between(actedOn, receivedOn) > policy.emergencyWd;
  }
  if (isEmergency(content) || !plannedDate) return false;
  return plannedDate < earliestDate(calendar, receivedOn, policy).day;
}

/** 闽政发明电〔2014〕4号 一 names it: a renewal is promised, the loan collected, and then not renewed or at a higher bar. */
function breaksPromise({ renewal }: FilingContent): boolean {
  const kept: readonly (RenewalResult | null | undefined)[] = ['sameOrMore', 'withoutRepayment', 'notWanted'];
  return renewal?.promise?.made === true && !kept.includes(renewal.result);
}

/** 最高法 2025-12-04: two days of interest, paid since, do not bear an acceleration (显著轻微违约). */
function isTrivialBreach({ ground }: FilingContent, policy: PolicyValues): boolean {
  if (!ground?.code || !ARREARS_GROUNDS.includes(ground.code) || ground.cured !== true) return false;
  return typeof ground.arrearsDays === 'number' && ground.arrearsDays <= policy.trivialBreachDays;
}

/** At least `runBanks` banks, this one counted, that reported on one firm within `runWd` working days of each other. */
function isRun({ bank, receivedOn, filings, calendar, policy }: FirmFacts): boolean {
  const near = filings.filter((other) => {
    const [first, last] =
      other.receivedOn <= receivedOn ? [other.receivedOn, receivedOn] : [receivedOn, other.receivedOn];
    return calendar.between(first, last) <= policy.runWd;
  });
  return new Set([bank, ...near.map((other) => other.bank)]).size >= policy.runBanks;
}
