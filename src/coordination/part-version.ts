/** A bank's version of its filing's part: no event of anybody else counts in it. */
export function partVersion(changes: number): string {
  return `${String(changes)}.0`;
}

/** Undefined when the text is none. */
export function parsePartVersion(version: string): number | undefined {
  const match = /^(\d{1,9})\.0$/.exec(version);
  return match === null ? undefined : Number(match[1]);
}
