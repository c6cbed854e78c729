/** From mild to strict: 无意见、建议暂缓、启动协调、提请债委会研判. */
export const POSITIONS = ['noObjection', 'suggestDeferral', 'coordinate', 'referToCommittee'] as const;
export type Position = (typeof POSITIONS)[number];

/** A position that has a measure behind it. */
export type Measure = Exclude<Position, 'noObjection'>;

export function isStricter(one: Position, other: Position): boolean {
  return POSITIONS.indexOf(one) > POSITIONS.indexOf(other);
}
