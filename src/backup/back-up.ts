import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from '../platform/config.js';
import { CannotStart } from '../platform/embedded-postgres/cannot-start.js';
import { copyWhileRunning, isNoPartOfCopy } from '../platform/embedded-postgres/online-copy.js';
import { toldUsage } from '../told-usage.js';
import { type CopiedThing, copyThing, copyTree } from './copied-tree.js';
import { BackupFault, MANIFEST, type Manifest, sha256Of } from './manifest.js';

const USAGE = `npm run backup -- --to FOLDER --keys FOLDER
Copies the city in WENDAI_HOME while it works: its embedded PostgreSQL and its attachments into one new folder, its keys into
another. Keep the two apart: whoever has both can read everything, and without the keys the backup is worth little.
A PostgreSQL of your own is backed up by its own tools: docs/operations.md says how.`;

/** Of what is being received nothing is anybody's yet. */
const INCOMING = /^[^/]+\/incoming\/./;

export interface BackupPlan {
  home: string;
  to: string;
  keys: string;
  config: Pick<Config, 'attachmentsDir' | 'fieldKeyFile' | 'signingKeyFile' | 'formerSigningKeysFile'>;
}

/** npm run backup: the database first, then the files that its rows name, so that each row has its file. */
export async function backUp({ home, to, keys, config }: BackupPlan): Promise<Manifest> {
  if (!relative(to, keys).startsWith('..') || !relative(keys, to).startsWith('..')) {
    throw new BackupFault(
      'The keys must not lie in the backup, nor the backup among the keys. Name two folders apart.',
    );
  }
  for (const folder of [to, keys]) makeEmpty(folder);
  const into = join(to, 'database');
  let database: CopiedThing[] = [];
  let span = { from: '', upTo: '' };
  await copyWhileRunning(home, {
    copy: (data) => {
      database = copyTree(data, into, isNoPartOfCopy);
    },
    finish: (data, { label, segments, from, upTo }) => {
      for (const name of segments) {
        const path = join('pg_wal', name);
        database.push({ path, ...copyThing(join(data, path), join(into, path)) });
      }
      const path = join(into, 'backup_label');
      writeFileSync(path, label, { mode: 0o600 });
      database.push({ path: 'backup_label', mode: 0o600, sha256: sha256Of(path) });
      span = { from, upTo };
    },
  });
  const { attachmentsDir } = config;
  const attachments = existsSync(attachmentsDir)
    ? copyTree(attachmentsDir, join(to, 'attachments'), (path) => INCOMING.test(path))
    : [];
  const manifest: Manifest = {
    ...{ madeAt: new Date().toISOString(), ...span, database, attachments },
    keys: copyKeys(keys, {
      'field-keys': config.fieldKeyFile,
      'signing-key.pem': config.signingKeyFile,
      'former-signing-keys': config.formerSigningKeysFile,
      'passwords.json': join(home, 'postgres', 'passwords.json'),
      'demo-password': join(home, 'demo-password'),
    }),
  };
  writeFileSync(join(to, MANIFEST), JSON.stringify(manifest), { mode: 0o600 });
  return manifest;
}

function copyKeys(folder: string, files: Readonly<Record<string, string>>): Manifest['keys'] {
  const there = Object.entries(files).filter(([, path]) => existsSync(path));
  return Object.fromEntries(
    there.map(([name, path]) => [name, copyThing(path, join(folder, name)).sha256 ?? '']),
  );
}

function makeEmpty(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) {
    throw new BackupFault(`${folder} is not empty. Name a new folder: a backup never overwrites another.`);
  }
}

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  try {
    const options = { to: { type: 'string' }, keys: { type: 'string' } } as const;
    const { to, keys } = parseArgs({ options }).values;
    if (to === undefined || keys === undefined) throw new BackupFault(USAGE);
    const config = readConfig({ DATABASE_URL: 'postgres://none/none', ...process.env });
    const home = resolve(process.env['WENDAI_HOME'] ?? '.wendai');
    const { database, attachments, upTo, ...made } = await backUp({
      ...{ home, to: resolve(to), keys: resolve(keys), config },
    });
    console.log(
      `Backed up to ${to}, as it was at ${upTo}: ${String(database.length + attachments.length)} files and folders.`,
    );
    console.log(`Not in it, but in ${keys}: ${Object.keys(made.keys).join(', ')}. Keep them elsewhere.`);
  } catch (error) {
    const isKnown = [BackupFault, CannotStart, ConfigError].some((kind) => error instanceof kind);
    console.error(isKnown ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
