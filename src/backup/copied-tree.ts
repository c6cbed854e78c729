import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** A folder or file of a copy, by its path in it. Only files have a hash: SHA-256 of what was written into the copy. */
export interface CopiedThing {
  path: string;
  mode: number;
  sha256?: string;
}

const PART_BYTES = 1 << 20;
const PERMISSIONS = 0o777;

/**
 * Copies a folder with everything in it, folders before what lies in them. What goes away meanwhile is left out: a database that
 * is copied while it works knows of it.
 */
export function copyTree(
  from: string,
  to: string,
  isLeftOut: (path: string) => boolean = () => false,
): CopiedThing[] {
  const copied: CopiedThing[] = [];
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(from, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (isLeftOut(path)) continue;
      const thing = unlessGone(() => copyThing(join(from, path), join(to, path)));
      if (thing === undefined) continue;
      copied.push({ path, ...thing });
      if (entry.isDirectory()) unlessGone(() => enter(path));
    }
  };
  makeFolder(to, statSync(from));
  enter('');
  return copied;
}

/** One file or empty folder, with its mode and, for who may give it away, its owner. Returns what was made. */
export function copyThing(from: string, to: string): Omit<CopiedThing, 'path'> {
  const known = statSync(from);
  const mode = known.mode & PERMISSIONS;
  if (known.isDirectory()) {
    makeFolder(to, known);
    return { mode };
  }
  const sha256 = copyBytes(from, to, mode);
  own(to, known);
  return { mode, sha256 };
}

function copyBytes(from: string, to: string, mode: number): string {
  const digest = createHash('sha256');
  const part = Buffer.allocUnsafe(PART_BYTES);
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', mode);
    try {
      for (let length = readSync(source, part); length > 0; length = readSync(source, part)) {
        const read = part.subarray(0, length);
        digest.update(read);
        for (let written = 0; written < length; ) written += writeSync(target, read, written);
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
  return digest.digest('hex');
}

function makeFolder(path: string, known: Stats): void {
  mkdirSync(path, { recursive: true, mode: known.mode & PERMISSIONS });
  own(path, known);
}

/** PostgreSQL starts as the user who owns its data; only root can have copied another's. */
function own(path: string, { uid, gid }: Stats): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}

function unlessGone<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
