import { nodeHash, type Subtree } from './merkle-tree.js';

/** A run of leaves, the end not included, whose hash a proof needs. It is made of whole subtrees, from left to right. */
export type Run = readonly Subtree[];

/**
 * RFC 6962, 2.1.1: what proves that leaf `index` is in a tree of `size` leaves, from the bottom up.
 * @throws {RangeError} when there is no such leaf
 */
export function inclusionPath(index: number, size: number): Run[] {
  if (!(index >= 0 && index < size)) throw new RangeError('The tree has no such leaf.');
  const path: Run[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + leftPart(end - start);
    if (index < middle) {
      path.push(subtreesOf(middle, end));
      end = middle;
    } else {
      path.push(subtreesOf(start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * RFC 6962, 2.1.2: what proves that the tree of `before` leaves is the beginning of that of `size`.
 * @throws {RangeError} when it cannot be
 */
export function consistencyPath(before: number, size: number): Run[] {
  if (!(before >= 1 && before <= size))
    throw new RangeError('The earlier tree must be neither empty nor larger.');
  if (before === size) return [];
  const path: Run[] = [];
  let [start, end] = [0, size];
  // Whether what is left of the earlier tree is a subtree whose root the verifier knows already.
  let isKnown = true;
  while (before !== end) {
    const middle = start + leftPart(end - start);
    if (before <= middle) {
      path.push(subtreesOf(middle, end));
      end = middle;
    } else {
      path.push(subtreesOf(start, middle));
      start = middle;
      isKnown = false;
    }
  }
  if (!isKnown) path.push(subtreesOf(start, end));
  return path.reverse();
}

/** The hash of a run, when those of its subtrees are known. */
export function hashOfRun(run: Run, hashOf: (subtree: Subtree) => Buffer): Buffer {
  const [first, ...rest] = run.map(hashOf).reverse();
  if (first === undefined) throw new RangeError('A run of no leaf has no hash.');
  return rest.reduce((right, left) => nodeHash(left, right), first);
}

/** The largest power of two below the number of leaves: where RFC 6962 divides them. */
function leftPart(leaves: number): number {
  let part = 1;
  while (part * 2 < leaves) part *= 2;
  return part;
}

function subtreesOf(start: number, end: number): Run {
  const run: Subtree[] = [];
  for (let from = start; from < end; ) {
    let [level, leaves] = [0, 1];
    while (from % (leaves * 2) === 0 && from + leaves * 2 <= end) {
      leaves *= 2;
      level++;
    }
    run.push({ level, index: from / leaves });
    from += leaves;
  }
  return run;
}
