import type { Effect } from '../process.js';
import { type Fen, fenOf, formatYuan } from '../rules/fen.js';
import { allowedOn } from './bank-date.js';
import type { Executed, FilingContext, Outcome } from './filing.context.js';
import type { FilingEventOf } from './filing.events.js';

/** Where a filing rests that was not going to be acted on any more. */
export type RestingState = 'lapsed' | 'withdrawn';

/** Parts add up; a correction replaces all figures reported before, which stay in the log. */
export function reported(
  { executed }: FilingContext,
  { payload }: FilingEventOf<'REPORT_EXECUTION'>,
): Executed {
  const before = payload.corrects || executed === null ? 0n : fenOf(executed.total);
  return {
    total: formatYuan(before + amountOf(payload.lines)),
    last: payload.date,
    reports: (executed?.reports ?? 0) + 1,
  };
}

/** 已实施 when nothing of what was filed is left, else 部分实施. */
export function executedOutcome({ executed, amount }: FilingContext): Outcome {
  return executed !== null && fenOf(executed.total) >= fenOf(amount) ? 'executed' : 'partly';
}

export function amountOf(lines: readonly { amount: string }[]): Fen {
  return lines.reduce((sum, line) => sum + fenOf(line.amount), 0n);
}

/**
 * What a report of execution sets going, judged after its figures were taken. 未按要求报告 opens an inquiry (核查事项): done
 * before the bank date without emergency, beyond the amount, after the filing lapsed or was withdrawn. What breaks a
 * standstill is the committee's own matter: its breach file, with a copy to the regulator branch, and no inquiry of the city.
 * Whoever opens an inquiry keeps one per filing and kind, and adds to it. Both tell those whom they concern themselves.
 */
export function execution(
  context: FilingContext,
  event: FilingEventOf<'REPORT_EXECUTION'>,
  resting?: RestingState,
): Effect[] {
  const inquiries = isDutyBound(context, event) ? inquiriesInto(context, event, resting) : [];
  return [...inquiries, ...breaches(context, amountOf(event.payload.lines), event.facts.standstill)];
}

/** What a filing about an act already done sets going: 未提前报告 where a report was owed, and a breach like any other. */
export function doneBeforeFiling(context: FilingContext): Effect[] {
  if (context.actedOn === null) return [];
  const { actedOn: date, amount, standstill } = context;
  const inquiries = context.marks.includes('notReportedBefore')
    ? [inquiry(context, 'notReportedBefore', { date, amount })]
    : [];
  return [...inquiries, ...breaches(context, fenOf(amount), standstill)];
}

/** Without a basis in force, or below the threshold, nothing had to be reported: a voluntary report never costs. */
function isDutyBound(context: FilingContext, { facts }: FilingEventOf<'REPORT_EXECUTION'>): boolean {
  return context.basisInForce && (context.reportable || facts.assessment.reportable);
}

function inquiriesInto(
  context: FilingContext,
  { payload }: FilingEventOf<'REPORT_EXECUTION'>,
  resting: RestingState | undefined,
): Effect[] {
  const { date } = payload;
  const total = fenOf(context.executed?.total ?? '0.00');
  const done = amountOf(payload.lines);
  if (resting !== undefined) {
    return [
      inquiry(context, resting === 'lapsed' ? 'afterLapse' : 'afterWithdrawal', {
        date,
        amount: formatYuan(done),
      }),
    ];
  }
  const opened: Effect[] = [];
  const early = smaller(done, total - allowedOn(date, context));
  if (early > 0n && isEarly(date, context)) {
    opened.push(
      inquiry(context, 'beforeBankDate', { date, bankDate: context.bankDate, amount: formatYuan(early) }),
    );
  }
  const excess = total - fenOf(context.amount);
  if (excess > 0n) {
    const figures = { filed: context.amount, executed: formatYuan(total), excess: formatYuan(excess) };
    opened.push(inquiry(context, 'beyondAmount', { date, ...figures }));
  }
  return opened;
}

/** Days are compared, not clocks: acting on the bank date is nobody's offence. */
function isEarly(date: string, { bankDate, emergency }: FilingContext): boolean {
  return bankDate !== null && date < bankDate && !emergency;
}

/** Consent reaches up to its cap; what goes beyond it breaks the standstill like an act without any. */
function breaches(context: FilingContext, done: Fen, standstill: string | null): Effect[] {
  const cap = context.consentCap === null ? 0n : fenOf(context.consentCap);
  const beyond = smaller(done, fenOf(context.executed?.total ?? '0.00') - cap);
  if (standstill === null || beyond <= 0n) return [];
  const detail = { standstill, consentCap: context.consentCap, amount: formatYuan(beyond) };
  const payload = { kind: 'standstill', detail, filing: context.filing, bank: context.bank };
  return [{ type: 'send', params: { to: 'resolution', event: { type: 'STANDSTILL.BREACHED', payload } } }];
}

/** 未按要求报告核查事项, opened by the filing itself. */
export function inquiry({ filing, bank }: FilingContext, kind: string, detail: object): Effect {
  const payload = { kind, detail, filing, bank };
  return { type: 'open', params: { process: 'inquiry', event: { type: 'INQUIRY.OPENED', payload } } };
}

function smaller(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}
