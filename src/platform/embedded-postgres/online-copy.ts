import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from './cannot-start.js';
import type { Passwords } from './cluster.js';

/** What a running PostgreSQL needs beside its data directory as it was copied, to become what it was when the copying ended. */
export interface CopyEnd {
  /** The text of `backup_label`: without it a start would begin at the wrong place. */
  label: string;
  /** The files in `pg_wal` that say what was written while it was copied. They are kept until `finish` has returned. */
  segments: readonly string[];
  from: string;
  upTo: string;
}

/** Folders whose content a start makes anew (PostgreSQL, "Making a Base Backup Using the Low Level API"). */
const MADE_ANEW =
  /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
/** Traces of the present run, and what is thrown away at a start. */
const OF_THIS_RUN =
  /(?:^|\/)(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|tablespace_map|pg_internal\.init|pgsql_tmp[^/]*)$/;
const SEGMENT = /^[0-9A-F]{24}$/;
/** In PostgreSQL's pid file. */
const PORT_LINE = 3;

/** Whether something in a data directory, by its path there, is no part of a copy. */
export function isNoPartOfCopy(path: string): boolean {
  return MADE_ANEW.test(path) || OF_THIS_RUN.test(path);
}

/**
 * Has a running embedded PostgreSQL copied while it is written to. `copy` copies the data directory, in which files change under
 * its hands; `finish` copies the segments. A slot keeps those from being used again before.
 */
export async function copyWhileRunning(
  home: string,
  steps: { copy(data: string): void; finish(data: string, end: CopyEnd): void },
): Promise<void> {
  const data = join(home, 'postgres', 'data');
  const client = await superuserOf(home, data);
  try {
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `backup_${String(process.pid)}`,
    ]);
    const from = await one(client, `select pg_backup_start('wendai', true)::text as said`);
    steps.copy(data);
    const { rows } = await client.query<{ upTo: string; label: string; first: string; last: string }>(
      `select lsn::text as "upTo", labelfile as label, pg_walfile_name($1::pg_lsn) as first, pg_walfile_name(lsn) as last
        from pg_backup_stop(false)`,
      [from],
    );
    const [end] = rows;
    if (end === undefined) throw new Error('PostgreSQL did not say where the copy ends.');
    const { upTo, label, first, last } = end;
    const segments = readdirSync(join(data, 'pg_wal')).filter(
      (name) => SEGMENT.test(name) && name >= first && name <= last,
    );
    steps.finish(data, { label, segments, from, upTo });
  } finally {
    await client.end();
  }
}

async function superuserOf(home: string, data: string): Promise<pg.Client> {
  const pidFile = join(data, 'postmaster.pid');
  const port = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE] : undefined;
  if (port === undefined) {
    throw new CannotStart(
      `No embedded PostgreSQL runs in ${home}. Start it, or copy the folder as it is while nothing runs there; for a PostgreSQL of your own see docs/operations.md.`,
    );
  }
  const { postgres: password } = JSON.parse(
    readFileSync(join(home, 'postgres', 'passwords.json'), 'utf8'),
  ) as Passwords;
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: Number(port), database: 'postgres', user: 'postgres', password },
  });
  await client.connect();
  return client;
}

async function one(client: pg.Client, text: string): Promise<string> {
  const { rows } = await client.query<{ said: string }>(text);
  return rows[0]?.said ?? '';
}
