import { addCalendarDays, at } from '../../workflows/calendar/civil-day.js';
import type { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import { amountFor, type DemoCast, type Lending } from './demo-cast.js';
import { DEMO_COORDINATIONS } from './demo-coordinations.js';
import { demoReport } from './demo-report.js';
import { DEMO_STORIES, type Player, type Step, type Story } from './demo-stories.js';

/** One thing that happens in the demo's past, and when. */
export interface Scene {
  /** RFC 3339. */
  at: string;
  tale: Tale;
  by: Player;
  type: 'OPEN' | (string & {});
  payload: object;
}

/** One filing of the demo. */
export interface Tale {
  turn: number;
  lending: Lending;
  /** What its bank writes. */
  report: ReturnType<typeof demoReport>;
  inCourt: boolean;
  /** Known once it is opened. */
  id?: string;
}

const FEN_IN_WAN = 1_000_000n;
const MINUTES_APART = 3;

/** Everything that has happened up to today, in the order of time. */
export function scenesOf(cast: DemoCast, calendar: WorkingCalendar, today: string): Scene[] {
  const last = calendar.add(today, -1).day;
  let turn = 0;
  const stories = [...DEMO_STORIES, ...DEMO_COORDINATIONS.map(({ filing }) => filing)];
  const scenes = stories.flatMap((story) =>
    story.told.flatMap((ago) => scenesOfOne(story, calendar, calendar.add(last, -ago).day, cast, turn++)),
  );
  return scenes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function scenesOfOne(
  story: Story,
  calendar: WorkingCalendar,
  filedOn: string,
  cast: DemoCast,
  turn: number,
): Scene[] {
  const lending = cast.lendingFor(story);
  const amount = amountFor(story, lending, turn);
  const plannedDate = calendar.add(filedOn, story.plannedIn ?? 10).day;
  const actedOn =
    story.actedDaysBefore === undefined ? undefined : calendar.add(filedOn, -story.actedDaysBefore).day;
  const report = demoReport({
    firm: firmIn(lending),
    lent: lending,
    kind: story.kind ?? 'squeeze',
    amount,
    plannedDate: actedOn ?? plannedDate,
    turn,
    ...(actedOn === undefined ? {} : { actedOn }),
    ...(story.emergency === undefined ? {} : { emergency: story.emergency }),
  });
  const tale: Tale = { turn, lending, report, inCourt: story.inCourt ?? false };
  const opened: Step = { day: -1, time: '15:10', by: 'maker', type: 'OPEN' };
  return [opened, ...story.steps].map((step) => {
    const day = calendar.add(filedOn, step.day).day;
    return {
      at: later(at(day, step.time), turn),
      tale,
      by: step.by,
      type: step.type,
      payload: said(step, day, tale),
    };
  });
}

function firmIn({ firm: { creditCode, name, county } }: Lending): {
  creditCode: string;
  name: string;
  county: string;
} {
  return { creditCode, name, county };
}

/** Nobody does everything in one minute: what many stories have at the same time of day is spread over the next half hour. */
function later(instant: string, turn: number): string {
  const minutes = (turn % 9) * MINUTES_APART;
  const [hours = 0, base = 0] = instant.slice(11, 16).split(':').map(Number);
  const total = hours * 60 + base + minutes;
  const time = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return at(instant.slice(0, 10), time);
}

/** Payloads of the stories speak in shares and days; the events want amounts and dates. */
function said({ type, payload = {} }: Step, day: string, { report }: Tale): object {
  const amount = report.amount ?? '0.00';
  if (type === 'REPORT_EXECUTION') {
    const { final, share = 1, over = 0 } = payload as { final: boolean; share?: number; over?: number };
    const fen = BigInt(amount.replace('.', '')) / BigInt(share) + BigInt(over) * FEN_IN_WAN;
    const loan = report.loans?.[0]?.contractNo ?? '';
    return { date: day, final, lines: [{ loan, amount: formatYuan(fen) }] };
  }
  if (type === 'UNDERTAKE') {
    const { untilIn } = payload as { untilIn: number };
    return { until: addCalendarDays(report.plannedDate ?? day, untilIn) };
  }
  return payload;
}
