import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

/** How long a statement, a wait for a lock and an idle transaction may last: nothing hangs for ever. */
export const STATEMENT_TIMEOUT_MS = 15_000;
export const LOCK_TIMEOUT_MS = 5_000;
export const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000;

const DATE_OID = 1082;
// A civil day has no time and no zone: it stays the text it is.
pg.types.setTypeParser(DATE_OID, (text) => text);

/** Connections are pipelined, opened at the start and never idled out: a cold connection costs a tenth of a second. */
export function databaseOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolSize,
    installExtensions: false,
    extra: {
      pipeline: true,
      min: poolSize,
      idleTimeoutMillis: 0,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      application_name: 'wendai',
      // Row-level security makes planning dearer than running: prepared statements are planned once a connection, not
      // whenever PostgreSQL hopes that the present values would have a better plan (measured: 11.9 ms against 2.9 ms).
      options: '-c plan_cache_mode=force_generic_plan',
    },
  };
}

export async function connect(url: string, poolSize: number): Promise<DataSource> {
  return new DataSource(databaseOptions(url, poolSize)).initialize();
}

type MigrationClass = new () => MigrationInterface;

/** The migrations that were built beside this file, in the order of their numbers. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const folder = new URL('../../migrations/', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => /^\d{13}-.+\.(js|ts)$/.test(name))
    .sort();
  const modules = await Promise.all(
    files.map(
      (name) =>
        import(pathToFileURL(new URL(name, folder).pathname).href) as Promise<Record<string, MigrationClass>>,
    ),
  );
  return modules.flatMap((loaded) => Object.values(loaded));
}
