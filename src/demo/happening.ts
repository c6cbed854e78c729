/** Something that happens in the demo's past: when (RFC 3339), and what is done then. */
export interface Happening {
  at: string;
  act(): Promise<unknown>;
}

/** In the order of time; of two at one moment, the one that was planned first. */
export function inOrder(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
