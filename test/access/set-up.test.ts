import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { world } from '../support/world.js';

jest.setTimeout(120_000);

/** Its keys, as a server's: what set-up writes into the log is vouched for. */
const HOME = join(world().log, '../set-up');
const DATABASE = `wendai_set_up_${String(process.env['JEST_WORKER_ID'])}`;
const urlOf = (url: string) => Object.assign(new URL(url), { pathname: `/${DATABASE}` }).href;

async function asAdmin<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function run(script: string, environment: Record<string, string>) {
  const built = join(import.meta.dirname, '../../dist/src', script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [built], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', WENDAI_HOME: HOME, ...environment },
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  await asAdmin(world().adminUrl, `drop database if exists ${DATABASE} with (force)`);
  await asAdmin(world().adminUrl, `create database ${DATABASE} owner wendai_owner`);
  expect(run('migrate.js', { DATABASE_OWNER_URL: urlOf(world().ownerUrl) }).status).toBe(0);
});

afterAll(() => asAdmin(world().adminUrl, `drop database if exists ${DATABASE} with (force)`));

describe('npm run set-up makes an empty database ready for its city, once', () => {
  it('for no city that it has no data of', () => {
    const other = run('set-up.js', { DATABASE_URL: urlOf(world().appUrl), WENDAI_JURISDICTION: '350100' });

    expect([other.status, other.stdout]).toEqual([1, '']);
    expect(other.stderr).toMatch(/^There is reference data for 350500 only/);
  });

  it('tells the passwords of the first two administrators, who make everybody else’s posts, and keeps neither', async () => {
    const { status, stdout } = run('set-up.js', { DATABASE_URL: urlOf(world().appUrl) });

    expect(status).toBe(0);
    const told = [...stdout.matchAll(/登录名：(\S+)　初始密码：(\S{20})$/gm)];
    expect(told.map(([, login]) => login)).toEqual(['security.admin', 'system.admin']);
    const people = await asAdmin<{ login: string; role: string; passwordHash: string }>(
      urlOf(world().adminUrl),
      `select p.login, t.role, p.password_hash as "passwordHash" from person p join post t on t.person = p.id order by p.login`,
    );
    expect(people).toEqual(
      ['security.admin', 'system.admin'].map((login) => ({
        ...{ login, role: login, passwordHash: expect.stringMatching(/^\$argon2id\$/) },
      })),
    );
    for (const [, , password] of told) expect(JSON.stringify(people)).not.toContain(password);
  });

  it('with counties, calendars, the default numbers and the expired circular, and no demo data', async () => {
    const [row] = await asAdmin(
      urlOf(world().adminUrl),
      `select (select count(*)::int from county) as counties, (select count(*)::int from calendar_year) as calendars,
        (select count(*)::int from policy_version) as policies, (select count(*)::int from firm) as firms,
        (select array_agg(document_number) from policy_basis where valid_until is null or valid_until >= now()) as "inForce",
        (select array_agg(kind::text || ' ' || type) from log_entry) as log`,
    );

    expect(row).toEqual({
      counties: 14,
      calendars: 4,
      policies: 1,
      firms: 0,
      inForce: null,
      log: ['configuration SET_UP'],
    });
  });

  it('and a second time not at all', async () => {
    const before = await asAdmin(urlOf(world().adminUrl), 'select id, password_hash from person');

    const again = run('set-up.js', { DATABASE_URL: urlOf(world().appUrl) });

    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toBe('该数据库已完成初始化，未作任何改动。\n');
    expect(await asAdmin(urlOf(world().adminUrl), 'select id, password_hash from person')).toEqual(before);
  });
});
