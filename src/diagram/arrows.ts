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

/** What the parts of a state come to when all have ended: no event has that name. */
const ALL_ENDED = '各方均已反馈或到期';
const NAMED_AT_MOST = 2;

export function eventInWords(type: string, labels: Readonly<Record<string, string>>): string {
  return labels[type] ?? ALL_ENDED;
}

/** Short enough for a line beside an arrow: the text beside the picture names every event. */
export function arrowInWords({ events }: Arrow, labels: Readonly<Record<string, string>>): string {
  const words = [...new Set(events.map((type) => eventInWords(type, labels)))];
  const rest = words.length > NAMED_AT_MOST ? `等${String(words.length)}项` : '';
  return `${words.slice(0, NAMED_AT_MOST).join('、')}${rest}`;
}
