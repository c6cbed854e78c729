import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { seedFixtures } from '../dist/src/demo/fixtures.js';
import { migrate } from '../dist/src/migrate.js';
import { readConfig } from '../dist/src/platform/config.js';
import { startPostgres } from '../dist/src/platform/embedded-postgres/start-postgres.js';
import { fileOneFiling } from './one-filing.mjs';
import { PASSWORD } from './password.mjs';

/**
 * A durable PostgreSQL with one real filing that waits for the industry bureau's opinion, and so many copies of it. The
 * transition that is measured is that opinion: with it both offices are satisfied, the filing is cleared, the bank and its
 * checker are told, the bank's clock and the review's are disarmed, two others armed.
 */
export async function prepare(home, { filings }) {
  mkdirSync(home, { recursive: true });
  const postgres = await startPostgres({ home: join(home, 'postgres'), durable: true });
  const admin = new pg.Client({ connectionString: withDatabase(postgres.adminUrl, postgres.appUrl) });
  await migrate(postgres.ownerUrl);
  await seedFixtures(postgres.appUrl, {
    adminUrl: postgres.adminUrl,
    ownerUrl: postgres.ownerUrl,
    password: PASSWORD,
    fieldKeyFile: join(home, 'server', 'field-keys'),
  });
  await admin.connect();
  const config = readConfig({
    DATABASE_URL: postgres.appUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    WENDAI_HOME: join(home, 'server'),
    // The workers stay quiet: what is measured is the transition.
    WENDAI_WORKER_INTERVAL_MS: '600000',
    WENDAI_SECOND_FACTOR: 'off',
    WENDAI_RATE_LIMITS: 'off',
  });
  const sample = await fileOneFiling(config, admin);
  await copies(admin, sample.id, filings);
  await admin.query('vacuum (analyze, freeze)');
  await admin.query('checkpoint');
  const postmasterPid = Number(
    readFileSync(
      join((await admin.query('show data_directory')).rows[0].data_directory, 'postmaster.pid'),
      'utf8',
    ).split('\n')[0],
  );
  return {
    home,
    config,
    postgres,
    admin,
    sample,
    postmasterPid,
    /** Each filing takes its opinion once: everybody who needs one draws the next. */
    nextFiling: drawer(admin),
    async close() {
      await admin.end();
      await postgres.stop();
    },
  };
}

/** Copies of a case with all that hangs on it, each under an id of its own. */
async function copies(admin, id, count) {
  await admin.query('create table bench_case (n bigint primary key, id uuid not null)');
  await admin.query(
    'alter table bench_case enable row level security; alter table bench_case force row level security; create policy everybody on bench_case using (true)',
  );
  await admin.query('create sequence bench_next');
  await admin.query('grant select on bench_case to wendai_app; grant usage on bench_next to wendai_app');
  await admin.query(
    'insert into bench_case select n, gen_random_uuid() from generate_series(1, $1::bigint) n',
    [count],
  );
  for (const [table, key] of [
    ['process_case', 'id'],
    ['filing', 'id'],
    ['filing_revision', 'filing'],
    ['deadline', 'case_id'],
    ['case_access', 'case_id'],
  ]) {
    const { rows } = await admin.query(
      `select column_name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'`,
      [table],
    );
    const columns = rows.map(({ column_name }) => column_name);
    const values = columns.map((column) => {
      if (column === key) return 'b.id';
      if (column === 'number' || column === 'machine_number') return `t.${column} || '-' || b.n`;
      if (column === 'register_number') return 't.register_number + b.n';
      if (column === 'external_ref') return 'null';
      if (column === 'context') return `replace(t.context::text, '${id}', b.id::text)::jsonb`;
      return `t."${column}"`;
    });
    await admin.query(
      `insert into ${table} (${columns.map((each) => `"${each}"`).join(', ')}) select ${values.join(', ')} from ${table} t, bench_case b where t.${key} = $1`,
      [id],
    );
  }
}

function drawer(admin) {
  let drawn = [];
  let pending;
  const fill = async () => {
    const { rows } = await admin.query(
      "select b.id from (select nextval('bench_next') as n from generate_series(1, 2000)) d join bench_case b using (n)",
    );
    if (rows.length === 0) throw new Error('The bench has used up its filings: prepare more.');
    drawn = drawn.concat(rows.map(({ id }) => id));
    pending = undefined;
  };
  return async () => {
    while (drawn.length === 0) {
      pending ??= fill();
      await pending;
    }
    return drawn.pop();
  };
}

function withDatabase(adminUrl, appUrl) {
  return Object.assign(new URL(adminUrl), { pathname: new URL(appUrl).pathname }).href;
}
