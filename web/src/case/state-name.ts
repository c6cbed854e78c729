import type { Words } from '../language/zh.js';

/** A state as this language calls it; the server's own Chinese, which may name a day, where it has no word of its own. */
export function stateName(
  words: Words,
  process: string,
  { state, stateLabel }: { state: string; stateLabel: string },
): string {
  return words.states[process]?.[state] ?? stateLabel;
}

/** An event as the console calls it, or else as the server does. */
export function eventName(
  words: Words,
  process: string,
  { type, label }: { type: string; label: string },
): string {
  return words.events[process]?.[type] ?? label;
}
