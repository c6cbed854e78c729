import type { Effect } from '../process.js';

/** Running clocks by name, each with the number of stops it is under: it runs while that is 0. */
export type Clocks = Readonly<Record<string, number>>;

export interface ClockFault {
  kind: 'clockArmedTwice' | 'resumedUnstopped';
  clock: string;
}

/**
 * The clocks after some effects, in their order. A clock that is disarmed though it has struck already is no fault, since
 * exit actions cannot know; one that is armed while it runs is, since two would strike.
 */
export function runClocks(
  clocks: Clocks,
  effects: readonly Effect[],
): { clocks: Clocks; faults: ClockFault[] } {
  const running: Record<string, number> = { ...clocks };
  const faults: ClockFault[] = [];
  for (const { type, params } of effects) {
    if (type === 'armDeadline') {
      if (running[params.name] !== undefined) faults.push({ kind: 'clockArmedTwice', clock: params.name });
      running[params.name] = 0;
    } else if (type === 'disarmDeadline') {
      delete running[params.name];
    } else if (type === 'stopDeadline') {
      stopMore(running, params.name, 1);
    } else if (type === 'resumeDeadline') {
      if (running[params.name] === 0) faults.push({ kind: 'resumedUnstopped', clock: params.name });
      stopMore(running, params.name, -1);
    }
  }
  return { clocks: running, faults };
}

export function strikes(clocks: Clocks): string[] {
  return Object.entries(clocks).flatMap(([name, stops]) => (stops === 0 ? [name] : []));
}

export function struck(clocks: Clocks, name: string): Clocks {
  const { [name]: _, ...others } = clocks;
  return others;
}

function stopMore(running: Record<string, number>, name: string, by: 1 | -1): void {
  const stops = running[name];
  if (stops !== undefined) running[name] = Math.max(0, stops + by);
}
