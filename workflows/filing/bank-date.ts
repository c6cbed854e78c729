import { addCalendarDays } from '../calendar/civil-day.js';
import type { CivilDay } from '../process.js';
import { type Fen, fenOf } from '../rules/fen.js';
import type { Allowance, FilingContext } from './filing.context.js';

/** More increases than these do not wait at once in any case that is real; the context stays small. */
const ALLOWANCES_KEPT = 3;

export function laterOf(one: CivilDay, other: CivilDay): CivilDay {
  return one > other ? one : other;
}

/** The last day to which the bank may move its own date: `validityDays` after the first bank date of the revision. */
export function latestBankDate(firstBankDate: CivilDay, validityDays: number): CivilDay {
  return addCalendarDays(firstBankDate, validityDays);
}

/** What may have been done on `day` without anybody's offence: the present revision from its date, a former one up to its amount. */
export function allowedOn(day: CivilDay, context: FilingContext): Fen {
  if (context.bankDate === null || day >= context.bankDate) return fenOf(context.amount);
  const amounts = context.allowances.filter(({ from }) => day >= from).map(({ amount }) => fenOf(amount));
  return amounts.reduce((most, next) => (next > most ? next : most), 0n);
}

/**
 * What stays allowed when a material revision follows: the former amount from the former bank date; only the increase waits.
 * Another kind is another act: nothing carries over.
 */
export function carriedAllowances(
  context: FilingContext,
  next: { kind: FilingContext['kind']; amount: string },
): Allowance[] {
  if (context.bankDate === null || context.kind !== next.kind) return [];
  const former = [...context.allowances, { amount: context.amount, from: context.bankDate }];
  return cutTo(next.amount, former).slice(-ALLOWANCES_KEPT);
}

/** The bank lowers its amount: nothing that it allowed itself before goes beyond it. Entries that another covers are dropped. */
export function cutTo(amount: string, allowances: readonly Allowance[]): Allowance[] {
  const cut = allowances.map(({ amount: former, from }) => ({ amount: smaller(former, amount), from }));
  return cut.filter(
    (one, index) => !cut.some((other, at) => covers(other, one) && (!covers(one, other) || at < index)),
  );
}

/** As much, and no later. Two that say the same cover each other. */
function covers(other: Allowance, one: Allowance): boolean {
  return fenOf(other.amount) >= fenOf(one.amount) && other.from <= one.from;
}

function smaller(one: string, other: string): string {
  return fenOf(one) < fenOf(other) ? one : other;
}
