import type { AnyMachineSnapshot } from 'xstate';
import { addCalendarDays } from '../../../workflows/calendar/civil-day.js';
import { laterOf } from '../../../workflows/filing/bank-date.js';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { filing1, stateOf } from '../../../workflows/filing/filing.js';
import {
  type Budget,
  begin,
  type CivilDay,
  type Effect,
  type ProcessEvent,
  restore,
  step,
} from '../../../workflows/process.js';
import { knownTypes } from '../../../workflows/proof/explore.js';
import { SAMPLE_TODAY, strikeOf } from '../../../workflows/proof/filing.samples.js';
import type { Offer } from '../../../workflows/proof/filing.slices.js';
import { DEFAULT_POLICY, type PolicyValues } from '../../../workflows/rules/policy.js';

export const BORN = { filing: 'filing-1', bank: 'jinli', unit: 'jinjiang-branch', maker: 'maker' };

/** By state: the machine is the same for all. */
const KNOWN_TYPES = new Map<string, ReadonlySet<string>>();

interface RunningClock {
  due: CivilDay;
  /** Days left, while it is stopped. */
  left?: number;
}

/**
 * One filing in a world of days, in which every day is a working day: clocks strike when their day has come, the bank's own
 * before all others. After each step the filing is stored as JSON and restored, as the engine does between two events.
 */
export class SimulatedFiling {
  today: CivilDay = SAMPLE_TODAY;
  snapshot: AnyMachineSnapshot;
  readonly clocks = new Map<string, RunningClock>();
  readonly log: ProcessEvent[] = [];
  /** How often each message went out. */
  readonly sent: Record<string, number> = {};
  readonly faults: string[] = [];

  constructor() {
    const born = begin(filing1, BORN);
    this.snapshot = born.next;
    this.run(born.effects);
  }

  get context(): FilingContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  knownTypes(): ReadonlySet<string> {
    const key = JSON.stringify(this.snapshot.value);
    const known = KNOWN_TYPES.get(key) ?? knownTypes(this.snapshot);
    KNOWN_TYPES.set(key, known);
    return known;
  }

  /** What a person or another case tries; nothing happens when it is not taken. */
  try(offer: Offer): boolean {
    if (this.snapshot.status !== 'active' || !offer.while(this.context, this.snapshot)) return false;
    return this.send(offer.event(this.context));
  }

  /** Night falls. Whatever is due on the new day strikes before anybody acts on it. */
  sleep(): void {
    this.today = addCalendarDays(this.today, 1);
    for (let next = this.nextDue(); next !== undefined; next = this.nextDue()) {
      this.clocks.delete(next);
      if (!this.send(strikeOf(next, this.context))) this.faults.push(`${next} struck in ${this.state}`);
    }
  }

  private send(event: ProcessEvent): boolean {
    const dated = { ...event, facts: { ...event.facts, ...this.datesOf(event) } };
    const result = step(filing1, this.snapshot, dated);
    if (result.kind !== 'taken') return false;
    this.log.push(dated);
    const { status, value, context } = result.next;
    this.snapshot = restore(filing1, JSON.parse(JSON.stringify({ status, value, context })));
    this.run(result.effects);
    return true;
  }

  /** Today, and for a new revision a bank date that leaves its notice. */
  private datesOf({ facts }: ProcessEvent): object {
    const days = { day: this.today, today: this.today };
    if (!('bankDate' in facts) || typeof facts.bankDate !== 'string') return days;
    const earliest = addCalendarDays(this.today, DEFAULT_POLICY.leadWd);
    return { ...days, receivedOn: this.today, bankDate: laterOf(facts.bankDate, earliest) };
  }

  private nextDue(): string | undefined {
    const due = [...this.clocks].filter(([, { due, left }]) => left === undefined && due <= this.today);
    const names = due.map(([name]) => name).sort();
    return names.includes('bankDate') ? 'bankDate' : names[0];
  }

  private run(effects: readonly Effect[]): void {
    for (const { type, params } of effects) {
      if (type === 'send') {
        this.sent[params.event.type] = (this.sent[params.event.type] ?? 0) + 1;
      } else if (type === 'armDeadline') {
        if (this.clocks.has(params.name)) this.faults.push(`${params.name} armed twice`);
        this.clocks.set(params.name, { due: this.dueOf(params.budget) });
      } else if (type === 'disarmDeadline') {
        this.clocks.delete(params.name);
      } else if (type === 'stopDeadline') {
        this.stop(params.name);
      } else if (type === 'resumeDeadline') {
        this.resume(params.name);
      }
    }
  }

  private dueOf(budget: Budget): CivilDay {
    if ('atStartOf' in budget) return budget.atStartOf;
    if ('untilEndOf' in budget) return addCalendarDays(budget.untilEndOf, 1);
    if ('workingDaysCount' in budget) return addCalendarDays(this.today, budget.workingDaysCount + 1);
    const key = 'calendarDays' in budget ? budget.calendarDays : budget.workingDays;
    const from = 'from' in budget ? budget.from : this.today;
    // A clock ends with the office hours of its day, so that here it strikes as the next day begins.
    return addCalendarDays(from, Number(DEFAULT_POLICY[key as keyof PolicyValues]) + 1);
  }

  private stop(name: string): void {
    const clock = this.clocks.get(name);
    if (clock === undefined || clock.left !== undefined)
      this.faults.push(`${name} stopped while not running`);
    else clock.left = daysFrom(this.today, clock.due);
  }

  private resume(name: string): void {
    const clock = this.clocks.get(name);
    if (clock?.left === undefined) return;
    clock.due = addCalendarDays(this.today, clock.left);
    delete clock.left;
  }
}

function daysFrom(from: CivilDay, to: CivilDay): number {
  let days = 0;
  while (addCalendarDays(from, days) < to) days++;
  return days;
}
