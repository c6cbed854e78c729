import pg from 'pg';
import { DATABASE } from '../platform/embedded-postgres/cluster.js';
import type { EmbeddedPostgres } from '../platform/embedded-postgres/start-postgres.js';

/** How far the demo data of a database has come; kept with the database, so that it goes where the data goes. */
const BEGUN = 'demo data: begun';
const COMPLETE = 'demo data: complete';

/**
 * Migrates, and seeds a new database. A seeding that was interrupted is thrown away and begun again, since half of the
 * data would look like a fault of the system. Returns whether it seeded.
 */
export async function ensureDemoData(
  postgres: EmbeddedPostgres,
  migrate: (ownerUrl: string) => Promise<unknown>,
  seed: () => Promise<void>,
): Promise<boolean> {
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  try {
    const progress = await progressOf(admin);
    if (progress === BEGUN) {
      await admin.query(`drop database ${DATABASE} with (force)`);
      await admin.query(`create database ${DATABASE} owner wendai_owner`);
    }
    await migrate(postgres.ownerUrl);
    if (progress === COMPLETE) return false;
    await admin.query(`comment on database ${DATABASE} is '${BEGUN}'`);
    await seed();
    await admin.query(`comment on database ${DATABASE} is '${COMPLETE}'`);
    return true;
  } finally {
    await admin.end();
  }
}

async function progressOf(admin: pg.Client): Promise<string | undefined> {
  const { rows } = await admin.query<{ progress: string | null }>(
    `select shobj_description(oid, 'pg_database') as progress from pg_database where datname = $1`,
    [DATABASE],
  );
  return rows[0]?.progress ?? undefined;
}
