import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { City } from '../faults/city.js';

jest.setTimeout(60_000);

const LOG = join(
  process.env['TEST_HOME'] ?? '.test',
  `wendai_city_${process.env['JEST_WORKER_ID'] ?? '1'}`,
  'node.log',
);
let city: City;

beforeAll(async () => {
  city = await City.found();
});

afterAll(() => city.raze());

/** What a node says that does not start. */
async function refusal(settings: Record<string, string> = {}): Promise<string> {
  rmSync(LOG, { force: true });
  await expect(city.startNode(settings)).rejects.toThrow('did not start');
  return readFileSync(LOG, 'utf8');
}

describe('a server whose database would not keep the banks apart does not start', () => {
  it('where one table is not under FORCE', async () => {
    await city.query('alter table filing no force row level security');

    const said = await refusal();

    await city.query('alter table filing force row level security');
    expect(said).toContain('Row-level security does not hold on filing: ENABLE and FORCE it there');
  });

  it('where row-level security is off on one table', async () => {
    await city.query('alter table opinion disable row level security');

    const said = await refusal();

    await city.query('alter table opinion enable row level security');
    expect(said).toContain('Row-level security does not hold on opinion:');
  });

  it('where a table that it can read has no policy', async () => {
    await city.query('create table stray (id int)');
    await city.query('grant select (id) on stray to wendai_app');
    await city.query('alter table stray enable row level security');
    await city.query('alter table stray force row level security');

    const said = await refusal();

    await city.query('drop table stray');
    expect(said).toContain('Row-level security does not hold on stray:');
  });

  it('where it would read as the owner of the tables', async () => {
    const said = await refusal({ DATABASE_URL: inCity('TEST_OWNER_URL') });

    expect(said).toMatch(/The user of DATABASE_URL owns .*filing/);
  });

  it('where it would read as a superuser', async () => {
    const said = await refusal({ DATABASE_URL: inCity('TEST_ADMIN_URL') });

    expect(said).toContain('The user of DATABASE_URL passes row-level security');
  });

  it('and starts once everything is put back', async () => {
    const node = await city.startNode();

    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    expect(await node.stop()).toBe(0);
  });
});

describe('a route that the permission table does not know', () => {
  it('keeps the server from starting, and is named', async () => {
    const takeAway = pathToFileURL(join(import.meta.dirname, '../support/naked-route.mjs')).href;

    const said = await refusal({ NODE_OPTIONS: `--import=${takeAway}` });

    expect(said).toContain('No permission is declared for GET /filings/:id.');
  });
});

function inCity(variable: string): string {
  const name = `wendai_city_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  return Object.assign(new URL(process.env[variable] ?? ''), { pathname: `/${name}` }).href;
}
