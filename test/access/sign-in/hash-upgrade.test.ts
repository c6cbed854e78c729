import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { anonymous, PASSWORD } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';

const LOGIN = 'anping.maker';
const TODAYS = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

jest.setTimeout(30_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

async function stored(): Promise<string> {
  const [row] = await query<{ hash: string }>(
    'admin',
    'select password_hash as hash from person where login = $1',
    [LOGIN],
  );
  return row?.hash ?? '';
}

describe('ASVS 11: a password hashed with figures of former days', () => {
  it('opens still, and is hashed with those of today by the sign-in', async () => {
    const weak = await hash(PASSWORD, { memoryCost: 4_096, timeCost: 3, parallelism: 1 });
    await query('admin', 'update person set password_hash = $2 where login = $1', [LOGIN, weak]);
    expect(await stored()).not.toMatch(TODAYS);

    const wrong = await anonymous().post('/session', { login: LOGIN, password: `${PASSWORD}x` });
    expect([wrong.status, await stored()]).toEqual([401, weak]);
    const signedIn = await anonymous().post('/session', { login: LOGIN, password: PASSWORD });
    const upgraded = await stored();

    expect(signedIn.status).toBe(201);
    expect(upgraded).toMatch(TODAYS);
    expect((await anonymous().post('/session', { login: LOGIN, password: PASSWORD })).status).toBe(201);
    expect(await stored()).toBe(upgraded);
  });
});
