import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopiedThing } from './copied-tree.js';

/** What stands in a backup, written last: a folder without it is none. */
export interface Manifest {
  madeAt: string;
  /** Between which places of PostgreSQL's log it was copied: it is the city as it was at the second. */
  from: string;
  upTo: string;
  database: readonly CopiedThing[];
  attachments: readonly CopiedThing[];
  /** The keys that open and vouch for what is in it, which lie elsewhere: by name, the SHA-256 of each file. */
  keys: Readonly<Record<string, string>>;
}

export const MANIFEST = 'manifest.json';

/** A backup that is none, or not whole; the message says what to do. */
export class BackupFault extends Error {}

/** @throws {BackupFault} for a folder that holds no finished backup */
export function manifestIn(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) {
    throw new BackupFault(`${folder} holds no finished backup: there is no ${MANIFEST}. Take another one.`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
