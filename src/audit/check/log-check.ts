import { isKept } from '../stored-tree.js';
import { type Subtree, TreeHead } from '../tree/merkle-tree.js';
import { openCheckpoint, type VerifierKey } from '../tree/signed-note.js';
import type { SeenTree } from '../tree/verify-proof.js';
import { differencesOf } from './entry-check.js';
import type { Finding } from './finding.js';
import { type LogRows, type Place, type SignedRow } from './log-rows.js';

/** More are of no use to anybody: the first ones say where to look. */
export const MOST_FINDINGS = 1_000;

export interface CheckedLog {
  /** Of the newest checkpoint, as far as was walked. */
  size: number;
  /** What else is signed of the tree, and by what keys. */
  keys: readonly VerifierKey[];
  origin: string;
  /** What was signed before and is held elsewhere. */
  outside?: readonly SeenTree[];
}

/**
 * Walks the whole log once, in the order of the tree: every entry against its leaf, its columns and its commitments; every
 * leaf, node and checkpoint against what was signed. After a difference it goes on from the next checkpoint that holds, so
 * that one changed row does not hide another.
 */
export class LogCheck {
  readonly findings: Finding[] = [];
  private head = new TreeHead();
  private next = 0;
  /** Where leaves may differ from: the last size that agreed with its signature. */
  private agreed = 0;
  private purgedBefore = 0;

  constructor(
    private readonly rows: LogRows,
    private readonly log: CheckedLog,
  ) {}

  async begin(): Promise<void> {
    this.purgedBefore = await this.rows.purgedBefore();
  }

  get size(): number {
    return this.log.size;
  }

  /** The next entries. Returns how many of the tree were looked at. */
  async walk(count: number): Promise<number> {
    const to = Math.min(this.next + count, this.log.size);
    const from = this.next;
    const [leaves, signed] = await Promise.all([this.rows.leaves(from, to), this.rows.checkpoints(from, to)]);
    const nodes: (Subtree & { root: Buffer })[] = [];
    const checkpoints = signed.values();
    let due = checkpoints.next();
    const leafAt = new Map(leaves.map((leaf) => [Number(leaf.index), leaf]));
    for (let index = from; index < to; index++) {
      const leaf = leafAt.get(index);
      if (leaf === undefined) this.found({ kind: 'leaf-missing', index });
      else {
        for (const finding of differencesOf(leaf, index < this.purgedBefore)) this.found(finding);
        if (this.head.size === index) {
          this.head.append(leaf.hash, (subtree, root) => {
            if (isKept(subtree)) nodes.push({ ...subtree, root });
          });
        }
      }
      this.compareOutside(index + 1);
      while (!due.done && due.value.size === index + 1) {
        this.compare(due.value);
        due = checkpoints.next();
      }
    }
    await this.compareNodes(nodes);
    this.next = to;
    return to;
  }

  /** What lies outside the tree and should not, or contradicts it. */
  async lookBeside(): Promise<void> {
    for (const { size } of this.log.outside ?? []) {
      if (size > this.log.size) this.found({ kind: 'outside-differs', row: String(size) });
    }
    if (this.agreed < this.log.size)
      this.found({ kind: 'tree-differs', index: this.agreed, field: String(this.log.size) });
    for (const index of await this.rows.leavesBeyond(this.log.size))
      this.found({ kind: 'leaf-unsigned', index });
    let place: Place | undefined;
    do {
      const { stray, next } = await this.rows.strayEntries(place);
      for (const row of stray) this.found({ kind: 'entry-without-leaf', row });
      place = next;
    } while (place !== undefined);
    do {
      const { differing, next } = await this.rows.differingCases(this.purgedBefore > 0, place);
      for (const row of differing) this.found({ kind: 'case-differs', row });
      place = next;
    } while (place !== undefined);
  }

  found(finding: Finding): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push(finding);
  }

  private compareOutside(size: number): void {
    for (const seen of this.log.outside ?? []) {
      const isSame = this.head.size === size && this.head.root().equals(seen.root);
      if (seen.size === size && !isSame) this.found({ kind: 'outside-differs', row: String(size) });
    }
  }

  private compare({ size, root, peaks, note }: SignedRow): void {
    const signed = openCheckpoint(note, this.log.keys);
    const isGood = signed?.origin === this.log.origin && signed.size === size;
    const kept = headOf(size, peaks);
    if (!isGood || !signed.root.equals(root) || kept === undefined || !kept.root().equals(root)) {
      this.found({ kind: 'checkpoint-differs', row: String(size) });
    }
    if (!isGood) return;
    if (this.head.size === size && this.head.root().equals(signed.root)) {
      this.agreed = size;
      return;
    }
    this.found({ kind: 'tree-differs', index: this.agreed, field: String(size) });
    if (kept?.root().equals(signed.root) === true) {
      this.head = kept;
      this.agreed = size;
    }
  }

  private async compareNodes(nodes: readonly (Subtree & { root: Buffer })[]): Promise<void> {
    const kept = await this.rows.nodes(nodes);
    for (const { level, index, root } of nodes) {
      const row = `${String(level)} ${String(index)}`;
      if (kept.get(row)?.equals(root) !== true) this.found({ kind: 'node-differs', row });
    }
  }
}

/** Whoever has changed the peaks may have left a number of bytes that no tree has. */
function headOf(size: number, peaks: Buffer): TreeHead | undefined {
  try {
    return TreeHead.fromBytes(size, peaks);
  } catch {
    return undefined;
  }
}
