import { clockTimeOf } from '../../workflows/calendar/civil-day.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { shanghai } from '../platform/instant.js';
import type { Statement } from '../platform/transaction.js';
import type { CaseDescription, ClockMeaning } from './case-description.js';
import { monthAndDay } from './day-in-words.js';
import type { ClockReasonDto, PolicyNumberDto } from './explanation.dto.js';
import { policyInWords, policyNumber } from './policy-number.js';

export const CLOCKS_OF_CASE: Statement = {
  name: 'clocks-of-case',
  text: `select name, status, working_days as "workingDays", remaining, armed_on as "armedOn", last_day as "lastDay",
      due_on as "dueOn", fire_at as "fireAt", stops, provisional, policy
    from deadline where jurisdiction = $1 and case_id = $2 and status <> 'disarmed' order by fire_at, name`,
};

export interface ClockRow extends Record<string, unknown> {
  name: string;
  status: 'armed' | 'stopped' | 'fired';
  workingDays: number | null;
  remaining: number | null;
  armedOn: string;
  lastDay: string | null;
  dueOn: string;
  fireAt: Date;
  stops: { cause: string; from: string; until: string | null }[];
  provisional: boolean;
  policy: string | null;
}

const STATUS = { armed: 'running', stopped: 'standsStill', fired: 'passed' } as const;

/** Until when, and why that day: from where it counts, over which days it steps, where it stood still, by which number. */
export function clockReason(
  row: ClockRow,
  meaning: ClockMeaning,
  stopLabels: CaseDescription['stopLabels'],
  reference: ReferenceData,
): ClockReasonDto {
  const { calendar } = reference;
  const { name, status, workingDays, remaining, armedOn, dueOn, provisional } = row;
  const isStopped = status === 'stopped';
  const passed = isStopped ? [] : calendar.passed(armedOn, calendar.between(armedOn, dueOn));
  const policy = numberOf(row, meaning, reference) ?? null;
  const stops = row.stops.map(({ cause, from, until }) => ({
    label: stopLabels[cause] ?? '暂停计时',
    from,
    until,
  }));
  return {
    name,
    label: meaning.label,
    status: STATUS[status],
    from: armedOn,
    workingDays,
    remaining,
    dueOn: isStopped ? null : dueOn,
    dueAt: isStopped ? null : shanghai(row.fireAt),
    provisional,
    passed,
    stops,
    policy,
    text: `${countInWords(row, policy)}${stops.map(stopInWords).join('')}${endInWords(row, stops.length)}${
      provisional ? '所涉年度放假安排尚未公布，日期为暂算。' : ''
    }`,
  };
}

/** The number of the policy that this clock runs by, if it is the one that was counted. */
function numberOf(
  { policy: id, workingDays, lastDay }: ClockRow,
  { policyKey }: ClockMeaning,
  { policies }: ReferenceData,
): PolicyNumberDto | undefined {
  const policy = policies.find((version) => version.id === id);
  const number = policy === undefined || policyKey === null ? undefined : policyNumber(policy, policyKey);
  if (number === undefined) return undefined;
  if (lastDay !== null) return number.unit === 'calendarDays' ? number : undefined;
  // A committee's own rules may give more days than the city's number.
  return number.value === workingDays ? number : undefined;
}

function countInWords(
  { workingDays, armedOn, lastDay, dueOn }: ClockRow,
  policy: PolicyNumberDto | null,
): string {
  const ground = policy === null ? '' : `（${policyInWords(policy)}）`;
  if (workingDays !== null)
    return `自${monthAndDay(armedOn)}起算${String(workingDays)}个工作日${ground}，当日不计。`;
  if (lastDay !== null && policy !== null) {
    const moved = lastDay === dueOn ? '' : `，末日为休息日，顺延至${monthAndDay(dueOn)}`;
    return `按自然日计${String(policy.value)}天${ground}，至${monthAndDay(lastDay)}${moved}。`;
  }
  return `为指定的日期${ground}。`;
}

function stopInWords({ label, from, until }: { label: string; from: string; until: string | null }): string {
  return until === null
    ? `自${monthAndDay(from)}起停止计时（${label}）。`
    : `${monthAndDay(from)}至${monthAndDay(until)}停止计时（${label}）。`;
}

function endInWords({ status, remaining, dueOn, fireAt }: ClockRow, stops: number): string {
  if (status === 'stopped') return `恢复计时后尚余${String(remaining ?? 0)}个工作日。`;
  const end = `${monthAndDay(dueOn)}${clockTimeOf(shanghai(fireAt))}`;
  if (status === 'fired') return `已于${end}到期。`;
  return stops === 0 ? `${end}止。` : `恢复计时后，${end}止。`;
}
