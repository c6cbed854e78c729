import { type Configuration, type Explored } from './explore.js';

/** What a proof asks of every configuration that was reached. */
export interface Question {
  /** States where nothing more is waited for, though messages may still be recorded. */
  resting: readonly string[];
}

export interface Finding {
  kind:
    | 'clockArmedTwice'
    | 'resumedUnstopped'
    /** A clock runs in a state that does not take its event: it was not disarmed. */
    | 'clockLeftOver'
    /** No way leads to rest from here. */
    | 'deadEnd'
    /** Nobody is waited for and no clock runs. */
    | 'waitsForNobody';
  state: string;
  detail: string;
  trace: readonly string[];
}

export function findingsIn(explored: Explored, question: Question): Finding[] {
  return [
    ...explored.clockFaults.map(({ kind, clock, trace }) => ({ kind, state: '', detail: clock, trace })),
    ...explored.configurations.flatMap(leftOver),
    ...deadEnds(explored.configurations, question),
  ];
}

/** Configurations in which nothing runs and nobody is named, though the case is not at rest. */
export function unattended(
  explored: Explored,
  question: Question,
  waitsFor: (configuration: Configuration) => readonly string[],
): Finding[] {
  return explored.configurations
    .filter(
      (one) => !isAtRest(one, question) && Object.keys(one.clocks).length === 0 && waitsFor(one).length === 0,
    )
    .map((one) => finding('waitsForNobody', one, ''));
}

/**
 * Where a case comes to when people do nothing: every way on which clocks alone move it, to its end. A cycle of clocks never
 * ends and is named as such.
 */
export function endsByClocksAlone(from: Configuration): { ends: Configuration[]; cycles: boolean } {
  const ends = new Set<Configuration>();
  const done = new Set<Configuration>();
  const onWay = new Set<Configuration>();
  let cycles = false;
  const walk = (at: Configuration): void => {
    if (onWay.has(at)) cycles = true;
    if (done.has(at) || onWay.has(at)) return;
    onWay.add(at);
    const byClock = at.steps.filter(({ clock }) => clock !== undefined);
    if (byClock.length === 0) ends.add(at);
    for (const { to } of byClock) walk(to);
    onWay.delete(at);
    done.add(at);
  };
  walk(from);
  return { ends: [...ends], cycles };
}

function leftOver(at: Configuration): Finding[] {
  if (at.snapshot.status !== 'active') {
    return Object.keys(at.clocks).map((clock) => finding('clockLeftOver', at, clock));
  }
  const striking = new Set(at.steps.flatMap(({ clock }) => (clock === undefined ? [] : [clock])));
  return Object.entries(at.clocks)
    .filter(([clock, stops]) => stops === 0 && !striking.has(clock))
    .map(([clock]) => finding('clockLeftOver', at, clock));
}

/** Backwards from rest: what is never met has no way there. */
function deadEnds(all: readonly Configuration[], question: Question): Finding[] {
  const before = new Map<Configuration, Configuration[]>();
  for (const one of all) {
    for (const { to } of one.steps) before.set(to, [...(before.get(to) ?? []), one]);
  }
  const reaching = new Set(all.filter((one) => isAtRest(one, question)));
  for (const one of reaching) for (const former of before.get(one) ?? []) reaching.add(former);
  return all.filter((one) => !reaching.has(one)).map((one) => finding('deadEnd', one, ''));
}

function isAtRest({ snapshot, state }: Configuration, { resting }: Question): boolean {
  return snapshot.status !== 'active' || resting.includes(state);
}

function finding(kind: Finding['kind'], { state, trace }: Configuration, detail: string): Finding {
  return { kind, state, detail, trace };
}
