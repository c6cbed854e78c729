import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { type Effect, type ProcessDefinition, type ProcessEvent, step } from '../process.js';
import { type ClockFault, type Clocks, runClocks, strikes, struck } from './running-clocks.js';

/**
 * A small model checker: it takes every event that is offered in every configuration it comes to, through the same `step` as
 * the engine, and lets each running clock strike at any moment. Each configuration keeps the shortest way that leads to it.
 */
export interface Exploration {
  definition: ProcessDefinition;
  start: { next: AnyMachineSnapshot; effects: readonly Effect[] };
  /** What people and other cases may do here, with payload and facts; what is not taken costs nothing. */
  offers(snapshot: AnyMachineSnapshot): readonly ProcessEvent[];
  /** The event of a clock that strikes. */
  strike(clock: string, snapshot: AnyMachineSnapshot): ProcessEvent;
  /**
   * The context without what no way depends on. A field left out that a guard reads would hide ways without a word. Final
   * configurations of one state are one, since nothing happens in them any more.
   */
  keyOf(context: unknown): unknown;
  /** More configurations than this mean that something grows without end. */
  limit: number;
}

export interface Configuration {
  snapshot: AnyMachineSnapshot;
  state: string;
  clocks: Clocks;
  trace: readonly string[];
  /** Where each event leads. */
  steps: Step[];
}

export interface Step {
  type: string;
  /** The clock that struck, when one did. */
  clock?: string;
  to: Configuration;
  effects: readonly Effect[];
}

export interface Explored {
  configurations: readonly Configuration[];
  edges: number;
  states: readonly string[];
  /** How often each event type was taken. A proof says nothing about one that never was. */
  fired: Readonly<Record<string, number>>;
  /** How often each guard refused, by code. */
  refused: Readonly<Record<string, number>>;
  clockFaults: readonly ClockFaultFound[];
}

export interface ClockFaultFound extends ClockFault {
  trace: readonly string[];
}

export function explore(exploration: Exploration): Explored {
  const fired: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const clockFaults: ClockFaultFound[] = [];
  const seen = new Map<string, Configuration>();
  const queue: Configuration[] = [];

  const visit = (snapshot: AnyMachineSnapshot, clocks: Clocks, way: Way): Configuration => {
    const ran = runClocks(clocks, way.effects);
    clockFaults.push(...ran.faults.map((fault) => ({ ...fault, trace: way.trace })));
    const remembered = snapshot.status === 'active' ? exploration.keyOf(snapshot.context) : null;
    const key = JSON.stringify([snapshot.value, ran.clocks, remembered]);
    const before = seen.get(key);
    if (before !== undefined) return before;
    if (seen.size >= exploration.limit) {
      throw new Error(`More than ${exploration.limit} configurations, after ${way.trace.join(' → ')}`);
    }
    const state = exploration.definition.stateOf(snapshot);
    const found = { snapshot, state, clocks: ran.clocks, trace: way.trace, steps: [] };
    seen.set(key, found);
    queue.push(found);
    return found;
  };

  visit(exploration.start.next, {}, { effects: exploration.start.effects, trace: [] });
  for (const current of queue) {
    const known = knownTypes(current.snapshot);
    for (const { event, clock } of eventsAt(current, exploration)) {
      if (!known.has(event.type)) continue;
      const result = step(exploration.definition, current.snapshot, event);
      if (result.kind === 'refused') for (const { code } of result.refusals) count(refused, code);
      if (result.kind !== 'taken') continue;
      count(fired, event.type);
      const { next, effects } = result;
      const left = clock === undefined ? current.clocks : struck(current.clocks, clock);
      const to = visit(next, left, { effects, trace: [...current.trace, event.type] });
      current.steps.push({ type: event.type, to, effects, ...(clock === undefined ? {} : { clock }) });
    }
  }
  return {
    configurations: queue,
    edges: queue.reduce((sum, { steps }) => sum + steps.length, 0),
    states: [...new Set(queue.map(({ state }) => state))].sort(),
    fired,
    refused,
    clockFaults,
  };
}

interface Way {
  effects: readonly Effect[];
  trace: readonly string[];
}

function eventsAt(
  { snapshot, clocks }: Configuration,
  { offers, strike }: Exploration,
): { event: ProcessEvent; clock?: string }[] {
  if (snapshot.status !== 'active') return [];
  return [
    ...offers(snapshot).map((event) => ({ event })),
    ...strikes(clocks).map((clock) => ({ event: strike(clock, snapshot), clock })),
  ];
}

/** The event types that a state has any transition for; asking for the others is a waste, since no guard could take them. */
export function knownTypes(snapshot: AnyMachineSnapshot): ReadonlySet<string> {
  return new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
