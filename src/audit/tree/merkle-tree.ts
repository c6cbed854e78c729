import { hash } from 'node:crypto';

/** RFC 6962, 2.1: a byte before what is hashed tells a leaf from a node, so that neither passes for the other. */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
export const HASH_BYTES = 32;

/** Of the whole tree that has no leaf. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0));

export function leafHash(body: string | Buffer): Buffer {
  return sha256(Buffer.concat([LEAF, Buffer.from(body)]));
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** A whole subtree: of 2^`level` leaves, the `index`th of its level. */
export interface Subtree {
  level: number;
  index: number;
}

/**
 * What has to be known of a tree to append to it: the roots of the whole subtrees that it falls into, the largest first.
 * There are as many as its size has ones in binary.
 */
export class TreeHead {
  private readonly peaks: Buffer[];

  constructor(
    private count = 0,
    peaks: readonly Buffer[] = [],
  ) {
    if (peaks.length !== onesIn(count))
      throw new RangeError('These peaks are not those of a tree of this size.');
    this.peaks = [...peaks];
  }

  get size(): number {
    return this.count;
  }

  /** `completed` is told of each subtree that this leaf makes whole. */
  append(leaf: Buffer, completed: (subtree: Subtree, root: Buffer) => void = () => undefined): void {
    let root = leaf;
    let index = this.count;
    for (let level = 1; index % 2 === 1; level++) {
      const left = this.peaks.pop();
      if (left === undefined) throw new RangeError('A peak is missing.');
      root = nodeHash(left, root);
      index = (index - 1) / 2;
      completed({ level, index }, root);
    }
    this.peaks.push(root);
    this.count++;
  }

  root(): Buffer {
    return (
      this.peaks.reduceRight<Buffer | undefined>(
        (right, left) => (right === undefined ? left : nodeHash(left, right)),
        undefined,
      ) ?? EMPTY_ROOT
    );
  }

  /** The peaks, one behind the other, as they are kept beside a checkpoint. */
  toBytes(): Buffer {
    return Buffer.concat(this.peaks);
  }

  static fromBytes(size: number, bytes: Buffer): TreeHead {
    const peaks = Array.from({ length: bytes.length / HASH_BYTES }, (_, place) =>
      bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
    );
    return new TreeHead(size, peaks);
  }
}

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

function sha256(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}
