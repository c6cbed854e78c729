import { afterAll, describe, expect, it } from '@jest/globals';
import { as } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { world } from '../support/world.js';

afterAll(releaseClock);

describe('the database of a test file', () => {
  it('holds the fixtures and nothing that another file did: twin-database.test.ts asks the same', async () => {
    const [before] = await query('admin', `select to_regclass('left_by_a_test') as left_over`);
    await query('admin', 'create table left_by_a_test ()');

    expect(before).toEqual({ left_over: null });
    expect(await query('admin', `select count(*)::int as n from person where login = 'jinli.maker'`)).toEqual(
      [{ n: 1 }],
    );
  });

  it('is served as an ordinary database user under row-level security', async () => {
    const seen = await query(
      'app',
      'select current_user as me, (select count(*)::int from process_case) as cases',
    );

    expect(seen).toEqual([{ me: 'wendai_app', cases: 0 }]);
    await expect(query('app', 'delete from test_clock')).rejects.toThrow('permission denied');
  });

  it('is ready under its server, in a time zone that is not the city’s', async () => {
    const ready = await fetch(`${world().url}/readyz`);

    expect(await ready.json()).toMatchObject({ ready: true, database: 'up' });
    expect(await query('app', `select current_setting('timezone') as zone`)).toEqual([{ zone: 'UTC' }]);
  });
});

describe('the clock', () => {
  it('stands where the test puts it, for every user of the database', async () => {
    await setClock('2026-03-10T10:00:00+08:00');

    for (const eyes of ['admin', 'owner', 'app'] as const) {
      const [row] = await query<{ now: Date }>(eyes, 'select wendai_now() as now');
      expect(row?.now.toISOString()).toBe('2026-03-10T02:00:00.000Z');
    }
  });

  it('may pass the end of a session: the client signs in again by itself', async () => {
    await setClock('2026-03-10T10:00:00+08:00');
    const client = await as('jinli.maker');
    await setClock('2026-03-12T10:00:00+08:00');

    // The server may go on with what it knew for half a second.
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(await client.get('/session')).toMatchObject({ status: 200, body: { login: 'jinli.maker' } });
  });
});
