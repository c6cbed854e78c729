import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { eventually } from '../../faults/eventually.js';
import { PASSWORD } from '../../support/client.js';
import { Visitor } from './visitor.js';

const NOW = '2026-06-10T09:30:00+08:00';
const SWEEP_TIMEOUT_MS = 20_000;

jest.setTimeout(180_000);
let city: City;
let strict: Node;
let long: Node;
beforeAll(async () => {
  city = await City.found();
  strict = await city.startNode({ WENDAI_PASSWORD_PROFILE: 'djbh', WENDAI_UNUSED_DAYS: '90' });
  long = await city.startNode({ WENDAI_PASSWORD_PROFILE: 'nist' });
  await city.query(`update person set created_at = $1, password_set_at = $1`, [NOW]);
});
afterAll(() => city.raze());
beforeEach(async () => {
  await city.setClock(NOW);
  await city.query('truncate login_attempt');
});

async function reset(login: string): Promise<string> {
  const admin = new Visitor(strict.url);
  await admin.signIn('security.admin');
  const [row] = await city.query<{ id: string }>('select id from person where login = $1', [login]);
  const { status, body } = await admin.send('POST', `/people/${row?.id ?? ''}/password-reset`);
  expect([status, body.login]).toEqual([201, login]);
  return body.initialPassword;
}

const reasons = (body: { errors?: { code: string }[] }) => body.errors?.map(({ code }) => code);

describe('口令规则: two profiles, and one block list for both', () => {
  const SHORT = 'password-too-short';
  const PLAIN = 'password-too-plain';
  const KNOWN = 'password-guessable';

  it.each([
    // [password, djbh, nist]
    ['Herbst-Laub7', [], [SHORT]],
    ['Herbst-Lau7', [SHORT], [SHORT]],
    ['herbstlaub-im-wind', [PLAIN], []],
    ['herbstlaub-im-wind7', [], []],
    ['HERBSTLAUB im wind', [], []],
    ['清源山上的老君岩一千年', [SHORT, PLAIN], [SHORT]],
    ['清源山上的老君岩看了一千年。7', [], []],
    ['password', [SHORT, PLAIN, KNOWN], [SHORT, KNOWN]],
    ['Password2026!', [KNOWN], [SHORT, KNOWN]],
    ['Quanzhou2026!', [KNOWN], [SHORT, KNOWN]],
    ['Wendai-wendai-1', [KNOWN], [KNOWN]],
    ['qwertyuiop123456', [PLAIN, KNOWN], [KNOWN]],
    ['Qwertyuiop-12345', [KNOWN], [KNOWN]],
    ['Citong.maker.1', [KNOWN], [SHORT, KNOWN]],
    [`${'Zb4-'.repeat(32)}`, [], []],
  ])('%s', async (password, djbh, nist) => {
    for (const [server, expected] of [
      [strict, djbh],
      [long, nist],
    ] as const) {
      await city.query('delete from former_password');
      const visitor = new Visitor(server.url);
      await visitor.signIn('citong.maker');

      const { status, body } = await visitor.send('PUT', '/session/password', {
        current: PASSWORD,
        password,
      });

      expect(expected.length === 0 ? [204, undefined] : [422, expected]).toEqual([
        status,
        reasons(body ?? {}),
      ]);
      await city.query(
        `update person set password_hash = (select password_hash from person where login = 'jinli.maker') where login = 'citong.maker'`,
      );
    }
  });

  it('every character counts, and spaces and Chinese too: the last one changed is another password', async () => {
    const password = `${'清源山 Laub 7 '.repeat(9)}!`;
    const visitor = new Visitor(strict.url);
    await visitor.signIn('anping.maker');
    await visitor.send('PUT', '/session/password', { current: PASSWORD, password });

    expect((await new Visitor(strict.url).signIn('anping.maker', `${password.slice(0, -1)}?`)).status).toBe(
      401,
    );
    expect((await new Visitor(strict.url).signIn('anping.maker', password)).status).toBe(201);
  });

  it('the present one and the four before it cannot be chosen again, the fifth can', async () => {
    const visitor = new Visitor(strict.url);
    await visitor.signIn('anping.checker');
    let current = PASSWORD;
    for (const password of [1, 2, 3, 4, 5].map((each) => `Herbst-Laub-im-Wind-${String(each)}`)) {
      expect((await visitor.send('PUT', '/session/password', { current, password })).status).toBe(204);
      current = password;
      // One instant is one order of passwords.
      await city.passTime('1 second');
    }

    const fifth = await visitor.send('PUT', '/session/password', {
      current,
      password: 'Herbst-Laub-im-Wind-1',
    });

    expect(reasons(fifth.body)).toEqual(['password-used-before']);
    await visitor.send('PUT', '/session/password', { current, password: 'Herbst-Laub-im-Wind-6' });
    const later = await visitor.send('PUT', '/session/password', {
      current: 'Herbst-Laub-im-Wind-6',
      password: 'Herbst-Laub-im-Wind-1',
    });
    expect(later.status).toBe(204);
  });

  it('without the present one nothing is changed', async () => {
    const visitor = new Visitor(strict.url);
    await visitor.signIn('jinli.checker');

    const wrong = await visitor.send('PUT', '/session/password', {
      current: 'wrong',
      password: 'Herbst-Laub-7-im-Wind',
    });

    expect(reasons(wrong.body)).toEqual(['current-password-wrong']);
    expect((await new Visitor(strict.url).signIn('jinli.checker')).status).toBe(201);
  });
});

describe('OWASP ASVS 6.4: an initial password is random, good once and for a day, and opens nothing but the choice of another', () => {
  it('opens the way to a new one alone, and is gone with that sign-in', async () => {
    const initial = await reset('haisi.maker');
    expect((await new Visitor(strict.url).signIn('haisi.maker')).status).toBe(401);
    const visitor = new Visitor(strict.url);
    expect(await visitor.signIn('haisi.maker', initial)).toMatchObject({
      status: 201,
      body: { owes: 'password' },
    });

    expect((await visitor.get('/inbox')).body.code).toBe('password-change-needed');
    expect((await new Visitor(strict.url).signIn('haisi.maker', initial)).status).toBe(401);
    expect(
      (await visitor.send('PUT', '/session/password', { password: 'Herbst-Laub-7-im-Wind' })).status,
    ).toBe(204);

    expect((await visitor.get('/session')).body.owes).toBeNull();
    expect((await visitor.get('/inbox')).status).toBe(200);
    expect((await new Visitor(strict.url).signIn('haisi.maker', 'Herbst-Laub-7-im-Wind')).status).toBe(201);
  });

  it('a day later it is none', async () => {
    const initial = await reset('haisi.checker');
    await city.setClock('2026-06-11T09:30:00+08:00');

    expect((await new Visitor(strict.url).signIn('haisi.checker', initial)).status).toBe(401);
  });
});

describe('GB/T 22239-2019 8.1.4.1 a), 8.1.4.2 c): a password is changed every 90 days, an account unused for 90 days is closed', () => {
  it('with djbh on the 90th day, with nist never', async () => {
    await city.setClock('2026-09-08T09:29:59+08:00');
    await city.query(`update person set signed_in_at = wendai_now()`);
    expect((await new Visitor(strict.url).signIn('jinli.maker')).body.owes).toBeNull();

    await city.setClock('2026-09-08T09:30:00+08:00');

    const visitor = new Visitor(strict.url);
    expect((await visitor.signIn('jinli.maker')).body.owes).toBe('password');
    expect(
      (await visitor.send('PUT', '/session/password', { password: 'Herbst-Laub-7-im-Wind' })).status,
    ).toBe(422);
    expect((await new Visitor(long.url).signIn('jinli.maker')).body.owes).toBeNull();
  });

  it('nobody signs in there any more, with an entry; an administrator opens it again', async () => {
    await city.query(
      `update person set signed_in_at = $1, password_set_at = $1 where login <> 'quanshan.maker'`,
      ['2026-09-09T00:00:00Z'],
    );
    await city.query(`update person set signed_in_at = null where login = 'quanshan.maker'`);
    await city.setClock('2026-09-09T09:30:00+08:00');

    expect((await new Visitor(strict.url).signIn('quanshan.maker')).body.code).toBe('login-failed');
    const closed = await eventually(async () => {
      const rows = await city.query<{ login: string; disabledFor: string }>(
        `select login, disabled_for as "disabledFor" from person where disabled_at is not null`,
      );
      return rows.length > 0 ? rows : undefined;
    }, SWEEP_TIMEOUT_MS);
    expect(closed).toEqual([{ login: 'quanshan.maker', disabledFor: 'unused' }]);
    const entries = await city.query(
      `select 1 from log_entry where type = 'ACCOUNT_DISABLED' and actor_person is null`,
    );
    expect(entries).toHaveLength(1);
  });
});
