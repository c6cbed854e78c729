import { DataSource } from 'typeorm';
import { databaseOptions, loadMigrations } from './platform/database.js';
import { toldUsage } from './told-usage.js';

/** Any number will do, as long as every node uses the same: two nodes never migrate at once. */
const MIGRATION_LOCK = 350_500_001;

/** Brings the database of `ownerUrl` up to date, as its owner. Returns the names of the migrations that were run. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    ...databaseOptions(ownerUrl, 2),
    migrations: await loadMigrations(),
    migrationsTransactionMode: 'all',
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('set lock_timeout = 0; set statement_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await lock.release();
    await source.destroy();
  }
}

const USAGE = `DATABASE_OWNER_URL=… npm run migrate
Brings the database up to date, as its owner. Nodes of the former version may go on meanwhile.`;

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  const ownerUrl = process.env['DATABASE_OWNER_URL'];
  if (ownerUrl === undefined) {
    console.error('DATABASE_OWNER_URL is not set: migrations are run by the owner of the database.');
    process.exitCode = 1;
  } else {
    const names = await migrate(ownerUrl);
    console.log(names.length === 0 ? 'The database is up to date.' : `Done: ${names.join(', ')}`);
  }
}
