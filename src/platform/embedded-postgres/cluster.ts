import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import type { ClusterPlace } from './postmaster.js';
import type { RunAs } from './run-as.js';

/** The three users of the application, and the superuser that makes them and is used by nothing else. */
export const DATABASE_USERS = ['wendai_owner', 'wendai_app', 'wendai_reader'] as const;
export type DatabaseUser = (typeof DATABASE_USERS)[number];
export type Passwords = Record<DatabaseUser | 'postgres', string>;

export const DATABASE = 'wendai';

/** Made before the cluster, so that a cluster without its passwords cannot exist. */
export function readOrMakePasswords(place: ClusterPlace): Passwords {
  const file = join(place.folder, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const password = () => randomBytes(24).toString('base64url');
  const passwords: Passwords = {
    postgres: password(),
    wendai_owner: password(),
    wendai_app: password(),
    wendai_reader: password(),
  };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return passwords;
}

/**
 * Makes the data directory, beside its place and then moved there: one that exists is whole.
 * The built-in collation sorts alike on every machine; the character classes come from the system, because pg_trgm asks
 * it what a letter is and finds none in Chinese under `C`.
 */
export async function initialise(
  binaries: Binaries,
  runAs: RunAs,
  place: ClusterPlace,
  passwords: Passwords,
  durable: boolean,
): Promise<void> {
  const draft = `${place.data}.new`;
  const passwordFile = join(place.folder, 'password.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
  try {
    if (runAs.owner !== undefined) {
      for (const path of [draft, passwordFile]) chownSync(path, runAs.owner, runAs.spawn.gid ?? runAs.owner);
    }
    const [file = '', ...args] = [
      ...runAs.prefix,
      binaries.initdb,
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ];
    await promisify(execFile)(file, args, { ...runAs.spawn, cwd: place.folder });
    renameSync(draft, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Neither user can pass by row-level security; the database belongs to the owner, who runs the migrations. */
export async function ensureUsersAndDatabase(adminUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const user of DATABASE_USERS) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [user]);
      if (rowCount === 1) continue;
      await client.query(
        `create role ${user} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(passwords[user])}`,
      );
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner wendai_owner`);
  } finally {
    await client.end();
  }
}
