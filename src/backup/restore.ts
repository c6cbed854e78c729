import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toldUsage } from '../told-usage.js';
import { type CopiedThing, copyThing } from './copied-tree.js';
import { BackupFault, type Manifest, manifestIn, sha256Of } from './manifest.js';

const USAGE = `npm run restore -- --from FOLDER --keys FOLDER
Puts what npm run backup has copied into WENDAI_HOME, which must be empty, and nothing starts. The first start then brings the
database to where the backup ended. Afterwards look whether it is what it was: npm run verify, with a checkpoint kept elsewhere.`;

/** npm run restore: all of it, each file as it was copied, or nothing. */
export function restore({ from, keys, home }: { from: string; keys: string; home: string }): Manifest {
  const manifest = manifestIn(from);
  for (const [name, sha256] of Object.entries(manifest.keys)) {
    const path = join(keys, name);
    if (!existsSync(path) || sha256Of(path) !== sha256) {
      throw new BackupFault(
        `${path} is not the file that belongs to this backup. Use the keys that were copied with it.`,
      );
    }
  }
  const parts = { database: manifest.database, attachments: manifest.attachments };
  for (const [part, things] of Object.entries(parts)) {
    const missing = things.find(({ path }) => !existsSync(join(from, part, path)));
    if (missing !== undefined) throw changed(join(from, part, missing.path));
  }
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (readdirSync(home).length > 0) {
    throw new BackupFault(
      `${home} is not empty. Set WENDAI_HOME to a new folder, and leave the old one as it is.`,
    );
  }
  try {
    mkdirSync(join(home, 'postgres'), { mode: 0o711 });
    put(join(from, 'database'), join(home, 'postgres', 'data'), manifest.database);
    if (manifest.attachments.length > 0)
      put(join(from, 'attachments'), join(home, 'attachments'), manifest.attachments);
    for (const name of Object.keys(manifest.keys)) {
      copyThing(join(keys, name), join(home, ...(name === 'passwords.json' ? ['postgres', name] : [name])));
    }
  } catch (error) {
    for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true });
    throw error;
  }
  return manifest;
}

function put(from: string, to: string, things: readonly CopiedThing[]): void {
  copyThing(from, to);
  for (const { path, sha256 } of things) {
    const source = join(from, path);
    if (copyThing(source, join(to, path)).sha256 !== sha256) throw changed(source);
  }
}

function changed(path: string): BackupFault {
  return new BackupFault(
    `${path} is missing or was changed since it was copied. Nothing was restored: use another backup.`,
  );
}

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  try {
    const options = { from: { type: 'string' }, keys: { type: 'string' } } as const;
    const { from, keys } = parseArgs({ options }).values;
    if (from === undefined || keys === undefined) throw new BackupFault(USAGE);
    const home = resolve(process.env['WENDAI_HOME'] ?? '.wendai');
    const { madeAt, upTo } = restore({ from: resolve(from), keys: resolve(keys), home });
    console.log(`Restored into ${home}: the backup of ${madeAt}, as it was at ${upTo}.`);
  } catch (error) {
    console.error(error instanceof BackupFault ? error.message : error);
    process.exitCode = 1;
  }
}
