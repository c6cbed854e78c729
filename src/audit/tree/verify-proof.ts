import { nodeHash } from './merkle-tree.js';

/** Whatever the proof says: does it lead from this leaf to this root? RFC 9162, 2.1.3.2. */
export function isIncluded(
  leaf: Buffer,
  { index, size, proof }: { index: number; size: number; proof: readonly Buffer[] },
  root: Buffer,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** A tree as somebody has seen it. */
export interface SeenTree {
  size: number;
  root: Buffer;
}

/** Is the earlier tree the beginning of the later one? RFC 9162, 2.1.4.2. */
export function isConsistent(before: SeenTree, after: SeenTree, proof: readonly Buffer[]): boolean {
  const sizes = [before.size, after.size];
  if (!sizes.every(Number.isSafeInteger) || before.size < 1 || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && before.root.equals(after.root);
  const path = isPowerOfTwo(before.size) ? [before.root, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [place, last] = [before.size - 1, after.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [earlier, later] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [earlier, later] = [nodeHash(sibling, earlier), nodeHash(sibling, later)];
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      later = nodeHash(later, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && earlier.equals(before.root) && later.equals(after.root);
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
