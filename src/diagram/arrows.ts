import type { PictureWords } from './picture-words.js';
import type { Mover, ProcessGraph } from './process-graph.js';

/** All ways between two places, drawn as one arrow. */
export interface Arrow {
  from: string;
  to: string;
  /** The one mover of all its ways, if there is one: time alone is dashed, another case alone dotted. */
  mover: Mover | 'several';
  events: readonly string[];
}

export function arrowsOf({ ways }: ProcessGraph): Arrow[] {
  const arrows = new Map<string, { from: string; to: string; movers: Set<Mover>; events: string[] }>();
  for (const { from, to, mover, events } of ways) {
    const key = `${from}>${to}`;
    const arrow = arrows.get(key) ?? { from, to, movers: new Set<Mover>(), events: [] };
    arrow.movers.add(mover);
    arrow.events.push(...events);
    arrows.set(key, arrow);
  }
  return [...arrows.values()].map(({ movers, ...arrow }) => {
    const [mover] = movers;
    return { ...arrow, mover: movers.size === 1 && mover !== undefined ? mover : 'several' };
  });
}

const NAMED_AT_MOST = 2;

/** What events are called, and the words around them, in one language. */
export interface Naming {
  eventLabels: Readonly<Record<string, string>>;
  words: PictureWords;
}

export function eventInWords(type: string, { eventLabels, words }: Naming): string {
  return eventLabels[type] ?? words.allEnded;
}

/** Short enough for a line beside an arrow: the text beside the picture names every event. */
export function arrowInWords({ events }: Arrow, naming: Naming): string {
  const names = [...new Set(events.map((type) => eventInWords(type, naming)))];
  return naming.words.named(names.slice(0, NAMED_AT_MOST), names.length);
}
