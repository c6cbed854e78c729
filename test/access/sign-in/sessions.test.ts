import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { Visitor } from './visitor.js';

const NOW = '2026-06-10T09:30:00+08:00';
/** How long a node may go on with what it knew. */
const ONE_SECOND = 1_000;

jest.setTimeout(120_000);
let city: City;
let node: Node;
let other: Node;
beforeAll(async () => {
  city = await City.found();
  const settings = { WENDAI_SESSIONS_AT_ONCE: '3', WENDAI_IDLE_MINUTES: '15' };
  node = await city.startNode(settings);
  other = await city.startNode(settings);
});
afterAll(() => city.raze());
beforeEach(() => city.setClock(NOW));

async function someoneIn(login: string, server = node.url): Promise<Visitor> {
  const visitor = new Visitor(server);
  expect((await visitor.signIn(login)).status).toBe(201);
  return visitor;
}

async function idOf(login: string): Promise<string> {
  const [row] = await city.query<{ id: string }>('select id from person where login = $1', [login]);
  return row?.id ?? '';
}

describe('GB/T 22239-2019 8.1.4.1 b): sessions end', () => {
  it('after fifteen minutes of rest, not after fourteen', async () => {
    const visitor = await someoneIn('jinli.maker');

    await city.setClock('2026-06-10T09:44:59+08:00');
    expect((await visitor.get('/session')).status).toBe(200);
    await city.setClock('2026-06-10T10:00:00+08:00');
    await wait(ONE_SECOND);
    expect((await visitor.get('/session')).status).toBe(401);
  });

  it('eight hours after the sign-in, however busy it was', async () => {
    const visitor = await someoneIn('jinli.checker');
    const busyUntil = async (instant: string) => {
      await city.setClock(instant);
      await city.query('update session set seen_at = wendai_now()');
      await wait(ONE_SECOND);
      return (await visitor.get('/session')).status;
    };

    expect(await busyUntil('2026-06-10T17:29:59+08:00')).toBe(200);
    expect(await busyUntil('2026-06-10T17:30:00+08:00')).toBe(401);
  });

  it('the fourth ends the oldest, with an entry; an administrator has one', async () => {
    const first = await someoneIn('citong.maker');
    for (const second of [11, 12, 13]) {
      await city.setClock(`2026-06-10T09:30:${String(second)}+08:00`);
      await someoneIn('citong.maker');
    }
    await wait(ONE_SECOND);
    expect((await first.get('/session')).status).toBe(401);
    const [{ count } = { count: 0 }] = await city.query<{ count: number }>(
      `select count(*)::int from log_entry where type = 'SESSION_DISPLACED'`,
    );
    expect(count).toBe(1);

    const admin = await someoneIn('system.admin');
    await city.setClock('2026-06-10T09:31:00+08:00');
    await someoneIn('system.admin');
    await wait(ONE_SECOND);
    expect((await admin.get('/session')).status).toBe(401);
  });
});

describe('OWASP ASVS 7.4: what ends a session ends it on every node within a second', () => {
  it('signing out on one', async () => {
    const visitor = await someoneIn('haisi.maker');
    const elsewhere = new Visitor(other.url);
    elsewhere.cookie = visitor.cookie;
    expect((await elsewhere.get('/session')).status).toBe(200);

    await visitor.send('DELETE', '/session');
    await wait(ONE_SECOND);

    expect((await elsewhere.get('/session')).status).toBe(401);
  });

  it('an account that is disabled on one, by its own bank’s administrator; nobody signs in there until it is enabled', async () => {
    const visitor = await someoneIn('haisi.checker', other.url);
    const admin = await someoneIn('haisi.admin');
    const person = await idOf('haisi.checker');

    expect((await admin.send('POST', `/people/${person}/disable`)).status).toBe(204);
    await wait(ONE_SECOND);

    expect((await visitor.get('/session')).status).toBe(401);
    expect((await new Visitor(node.url).signIn('haisi.checker')).body.code).toBe('login-failed');
    await admin.send('POST', `/people/${person}/enable`);
    expect((await new Visitor(node.url).signIn('haisi.checker')).status).toBe(201);
  });

  it('another bank’s account is not there for it, and one’s own is somebody else’s to keep', async () => {
    const admin = await someoneIn('haisi.admin');
    const foreign = await admin.send('POST', `/people/${await idOf('jinli.maker')}/disable`);
    const missing = await admin.send('POST', '/people/01890000-0000-7000-8000-000000000000/disable');

    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    const own = await admin.send('POST', `/people/${await idOf('haisi.admin')}/disable`);
    expect(own.body.code).toBe('second-person-needed');
  });
});

describe('OWASP ASVS 7.5: a person sees its sessions, ends one, and shows again who it is before an act of weight', () => {
  it('lists and ends its own; a foreign one is not there', async () => {
    const visitor = await someoneIn('anping.maker');
    await city.setClock('2026-06-10T09:30:20+08:00');
    const second = await someoneIn('anping.maker', other.url);
    const { body } = await visitor.get('/sessions');
    expect(body.items).toMatchObject([
      { address: '127.0.0.1', present: false },
      { address: '127.0.0.1', present: true },
    ]);

    const stranger = await someoneIn('anping.checker');
    expect((await stranger.send('DELETE', `/sessions/${body.items[0].id}`)).status).toBe(404);
    expect((await visitor.send('DELETE', `/sessions/${body.items[0].id}`)).status).toBe(204);
    await wait(ONE_SECOND);

    expect((await second.get('/session')).status).toBe(401);
    expect((await visitor.get('/session')).status).toBe(200);
  });

  it('sixteen minutes after its sign-in a reset is refused until it has; its session has a new token then', async () => {
    const admin = await someoneIn('quanshan.admin');
    const path = `/people/${await idOf('quanshan.maker')}/password-reset`;
    await city.setClock('2026-06-10T09:40:00+08:00');
    await wait(ONE_SECOND);
    await admin.get('/session');
    await city.setClock('2026-06-10T09:46:00+08:00');
    await wait(ONE_SECOND);

    expect(await admin.send('POST', path)).toMatchObject({ status: 401, body: { code: 'step-up-needed' } });
    const [untouched] = await city.query<{ touched: boolean }>(
      `select initial_until is not null as touched from person where login = 'quanshan.maker'`,
    );
    expect(untouched?.touched).toBe(false);

    const before = admin.cookie;
    expect((await admin.send('POST', '/session/step-up', { password: 'wrong-wrong' })).status).toBe(401);
    expect((await admin.send('POST', '/session/step-up', { password: 'quanzhou-1087' })).status).toBe(201);
    expect(admin.cookie).not.toBe(before);
    expect((await admin.send('POST', path)).status).toBe(201);
    const former = new Visitor(node.url);
    former.cookie = before;
    await wait(ONE_SECOND);
    expect((await former.get('/session')).status).toBe(401);
  });
});
