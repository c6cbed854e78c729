import type { Statement, Transaction } from '../platform/transaction.js';
import { type Subtree, TreeHead } from './tree/merkle-tree.js';
import { hashOfRun, type Run } from './tree/proof-paths.js';

/** Whole subtrees of 2^8 leaves, of 2^16 and so on are kept; what lies between is computed from the ones below it. */
const KEPT_EVERY = 8;

export interface StoredCheckpoint {
  size: number;
  root: Buffer;
  peaks: Buffer;
  note: string;
  signedAt: Date;
}

interface CheckpointRow extends Record<string, unknown> {
  size: string;
  root: Buffer;
  peaks: Buffer;
  note: string;
  signedAt: Date;
}

const CHECKPOINT =
  'select size, root, peaks, note, signed_at as "signedAt" from log_checkpoint where jurisdiction = $1';
const LATEST: Statement = { name: 'latest-checkpoint', text: `${CHECKPOINT} order by size desc limit 1` };
/** Of a day that is over: how much others have done since is not shown. */
const OF_DAYS_BEFORE: Statement = {
  name: 'checkpoint-of-days-before',
  text: `${CHECKPOINT} and signed_at < (wendai_now() at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai'
    order by size desc limit 1`,
};
const OF_SIZE: Statement = { name: 'checkpoint-of-size', text: `${CHECKPOINT} and size = $2` };

const LEAF: Statement = {
  name: 'leaf-of-entry',
  text: `select l.index, encode(l.hash, 'base64') as hash from log_leaf l where l.jurisdiction = $1 and l.entry_id = $2`,
};
const LEAVES: Statement = {
  name: 'leaves-of-runs',
  text: `select l.index, l.hash from unnest($2::bigint[], $3::bigint[]) r(first, after)
    join log_leaf l on l.jurisdiction = $1 and l.index >= r.first and l.index < r.after`,
};
const NODES: Statement = {
  name: 'nodes-of-runs',
  text: `select n.level, n.index, n.hash from unnest($2::int[], $3::bigint[], $4::bigint[]) r(level, first, after)
    join log_node n on n.jurisdiction = $1 and n.level = r.level and n.index >= r.first and n.index < r.after`,
};

/** Which levels are kept as rows of `log_node`. */
export function isKept({ level }: Subtree): boolean {
  return level > 0 && level % KEPT_EVERY === 0;
}

export async function latestCheckpoint(
  tx: Transaction,
  jurisdiction: string,
  of: 'now' | 'daysBefore' = 'now',
): Promise<StoredCheckpoint | undefined> {
  return found(await tx.query<CheckpointRow>(of === 'now' ? LATEST : OF_DAYS_BEFORE, [jurisdiction]));
}

export async function checkpointOfSize(
  tx: Transaction,
  jurisdiction: string,
  size: number,
): Promise<StoredCheckpoint | undefined> {
  return found(await tx.query<CheckpointRow>(OF_SIZE, [jurisdiction, size]));
}

export async function leafOf(
  tx: Transaction,
  jurisdiction: string,
  entry: string,
): Promise<{ index: number; hash: string } | undefined> {
  const [row] = await tx.query<{ index: string; hash: string }>(LEAF, [jurisdiction, entry]);
  return row === undefined ? undefined : { index: Number(row.index), hash: row.hash };
}

/** The hashes of a proof, read from the rows that were kept. */
export async function hashesOf(
  tx: Transaction,
  jurisdiction: string,
  path: readonly Run[],
): Promise<Buffer[]> {
  const wanted = path.flat();
  const read = await kept(tx, jurisdiction, wanted);
  return path.map((run) => hashOfRun(run, (subtree) => rootOf(subtree, read)));
}

type KeptHashes = ReadonlyMap<string, Buffer>;

async function kept(tx: Transaction, jurisdiction: string, wanted: readonly Subtree[]): Promise<KeptHashes> {
  const ranges = wanted.map(rangeOf);
  const leaves = ranges.filter(({ level }) => level === 0);
  const nodes = ranges.filter(({ level }) => level > 0);
  const [leafRows, nodeRows] = await Promise.all([
    tx.query<{ index: string; hash: Buffer }>(LEAVES, [
      jurisdiction,
      leaves.map(({ first }) => first),
      leaves.map(({ after }) => after),
    ]),
    tx.query<{ level: number; index: string; hash: Buffer }>(NODES, [
      jurisdiction,
      nodes.map(({ level }) => level),
      nodes.map(({ first }) => first),
      nodes.map(({ after }) => after),
    ]),
  ]);
  return new Map([
    ...leafRows.map(({ index, hash }) => [`0 ${index}`, hash] as const),
    ...nodeRows.map(({ level, index, hash }) => [`${String(level)} ${index}`, hash] as const),
  ]);
}

/** The kept rows that a subtree is computed from. */
function rangeOf({ level, index }: Subtree): { level: number; first: number; after: number } {
  const below = level - (level % KEPT_EVERY);
  const width = 2 ** (level - below);
  return { level: below, first: index * width, after: (index + 1) * width };
}

function rootOf(subtree: Subtree, read: KeptHashes): Buffer {
  const { level, first, after } = rangeOf(subtree);
  const head = new TreeHead();
  for (let index = first; index < after; index++) {
    const hash = read.get(`${String(level)} ${String(index)}`);
    if (hash === undefined) throw new Error(`The tree lacks its node ${String(level)}/${String(index)}.`);
    head.append(hash);
  }
  return head.root();
}

function found([row]: CheckpointRow[]): StoredCheckpoint | undefined {
  return row === undefined ? undefined : { ...row, size: Number(row.size) };
}
