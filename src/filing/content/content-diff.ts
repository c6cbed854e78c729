import { canonical } from '../../audit/log-entry.js';

/** One answer that differs between two revisions. A missing answer is null. */
export interface Difference {
  /** JSON pointer into the content. */
  pointer: string;
  before: unknown;
  after: unknown;
}

/** The answers in which two contents differ, down to the single field; lists are compared row by row. */
export function contentDiff(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      contentDiff(Reflect.get(before, name), Reflect.get(after, name), `${pointer}/${name}`),
    );
  }
  const [one, other] = [before ?? null, after ?? null];
  return canonical(one) === canonical(other) ? [] : [{ pointer, before: one, after: other }];
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
