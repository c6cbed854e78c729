// Before the acceptance tests: one throw-away cluster, and in it the template that each test file gets a copy of.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { buildIfChanged } from '../../scripts/build.mjs';

const ROOT = join(import.meta.dirname, '../..');
const RUNS = join(ROOT, '.test');

/** What every test account signs in with; test/support/client.ts knows it too. */
export const PASSWORD = 'quanzhou-1087';

/** The day that the fixtures are dated by, always the same one. */
const FIXTURES_TODAY = '2026-03-02';

export default function startClusterWithFixtures() {
  return startCluster(({ appUrl, home }) =>
    built('src/demo/fixtures.js').then(({ seedFixtures }) =>
      seedFixtures(appUrl, {
        password: PASSWORD,
        today: FIXTURES_TODAY,
        fieldKeyFile: join(home, 'field-keys'),
      }),
    ),
  );
}

/** `fill` puts into the migrated template whatever its tests begin with. */
export async function startCluster(fill) {
  buildIfChanged();
  const { startPostgres } = await built('src/platform/embedded-postgres/start-postgres.js');
  await sweepFormerRuns();
  const home = join(RUNS, `run-${process.pid}`);
  const postgres = await startPostgres({ home, durable: false });
  globalThis.stopCluster = async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await fillTemplate({ ...postgres, home }, fill);
  } catch (error) {
    await globalThis.stopCluster();
    throw error;
  }
  process.env.TEST_HOME = home;
  process.env.TEST_ADMIN_URL = postgres.adminUrl;
  process.env.TEST_OWNER_URL = postgres.ownerUrl;
  process.env.TEST_APP_URL = postgres.appUrl;
}

/** The database that `startPostgres` makes is the template. */
async function fillTemplate(postgres, fill) {
  const { migrate } = await built('src/migrate.js');
  await migrate(postgres.ownerUrl);
  await fill(postgres);
  await replaceClock(postgres.ownerUrl);
}

/** The one function that every instant comes from now reads a table. Only the owner can do this; production cannot. */
async function replaceClock(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`
    create table test_clock (at timestamptz);
    grant select on test_clock to public;
    alter table test_clock enable row level security;
    alter table test_clock force row level security;
    create policy test_clock_is_for_all on test_clock using (true);
    create or replace function wendai_now() returns timestamptz language sql stable
      as 'select coalesce((select at from public.test_clock), transaction_timestamp())';
  `);
  await owner.end();
}

/** A run that was killed leaves its folder, and perhaps its PostgreSQL. One that still runs holds its lock. */
async function sweepFormerRuns() {
  if (!existsSync(RUNS)) return;
  const { HomeInUse, lockHome } = await built('src/platform/embedded-postgres/home-lock.js');
  const { stopOrphan } = await built('src/platform/embedded-postgres/start-postgres.js');
  for (const name of readdirSync(RUNS).filter((each) => each.startsWith('run-'))) {
    const home = join(RUNS, name);
    try {
      lockHome(home);
    } catch (error) {
      if (error instanceof HomeInUse) continue;
      throw error;
    }
    await stopOrphan(home);
    rmSync(home, { recursive: true, force: true });
  }
}

/** What is built is tested, and starts the tests. */
export function built(path) {
  return import(pathToFileURL(join(ROOT, 'dist', path)).href);
}
