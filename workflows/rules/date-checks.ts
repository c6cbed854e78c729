import { addCalendarDays, type CivilDay } from '../calendar/civil-day.js';
import { type ContentRefusal, refuse } from './content-refusal.js';
import type { FilingContent } from './filing-content.js';
import type { Known } from './required-answers.js';

/** Days past or ahead of which a date of an act is a slip of the keyboard: ten years. */
const PLAUSIBLE_DAYS = 3_653;

/**
 * 泉政办规〔2023〕1号（十）asks for a report in time, and refuses none that is late: a planned date in the past is received and
 * marked. Only what cannot be is sent back: an act done tomorrow, a year mistyped.
 */
export function dateRefusals(content: FilingContent, { today }: Known): ContentRefusal[] {
  const refusals: ContentRefusal[] = [];
  const earliest = addCalendarDays(today, -PLAUSIBLE_DAYS);
  const latest = addCalendarDays(today, PLAUSIBLE_DAYS);
  for (const [pointer, date] of datesOfActs(content)) {
    if (date < earliest || date > latest) {
      refusals.push(refuse('date-implausible', pointer, `日期 ${date} 距今超过十年，请核对年份。`));
    }
  }
  if (content.actedOn && content.actedOn > today) {
    refusals.push(
      refuse('acted-in-future', '/actedOn', '实际实施日不能晚于今日；尚未实施的，请只填写拟实施日。'),
    );
  }
  return refusals;
}

function datesOfActs({ actedOn, plannedDate, priorActs, schedule }: FilingContent): [string, CivilDay][] {
  const dates: [string, CivilDay | null | undefined][] = [
    ['/plannedDate', plannedDate],
    ['/actedOn', actedOn],
    ...(schedule ?? []).map(({ date }, row): [string, CivilDay | null | undefined] => [
      `/schedule/${row}/date`,
      date,
    ]),
    ...(priorActs ?? []).map(({ on }, row): [string, CivilDay | null | undefined] => [
      `/priorActs/${row}/on`,
      on,
    ]),
  ];
  return dates.flatMap(([pointer, date]) => (date ? [[pointer, date]] : []));
}
