import { fork } from 'node:child_process';
import { pbkdf2Sync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { anonymous, PASSWORD } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { world } from '../../support/world.js';
import { Visitor } from './visitor.js';

const LOGIN = 'anping.maker';
const ARGON2ID = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
/** As many rounds as OWASP asks for. */
const SM3 = /^\$pbkdf2-sm3\$i=600000\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;

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

async function store(passwordHash: string): Promise<void> {
  await query('admin', 'update person set password_hash = $2 where login = $1', [LOGIN, passwordHash]);
}

/** GM/T 0091-2020, with few rounds. */
function bySm3(password: string): string {
  const salt = Buffer.alloc(16, 7);
  const key = pbkdf2Sync(password, salt, 1_024, 32, 'sm3');
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$pbkdf2-sm3$i=1024$${text(salt)}$${text(key)}`;
}

describe('ASVS 11: a password hashed with figures of former days, or by the other scheme', () => {
  it.each([
    ['argon2id with less memory', () => hash(PASSWORD, { memoryCost: 4_096, timeCost: 3, parallelism: 1 })],
    ['PBKDF2 by SM3', () => Promise.resolve(bySm3(PASSWORD))],
  ])('%s opens still, and is hashed with those of today by the sign-in', async (_, made) => {
    const former = await made();
    await store(former);

    const wrong = await anonymous().post('/session', { login: LOGIN, password: `${PASSWORD}x` });
    expect([wrong.status, await stored()]).toEqual([401, former]);
    const signedIn = await anonymous().post('/session', { login: LOGIN, password: PASSWORD });
    const upgraded = await stored();

    expect(signedIn.status).toBe(201);
    expect(upgraded).toMatch(ARGON2ID);
    expect((await anonymous().post('/session', { login: LOGIN, password: PASSWORD })).status).toBe(201);
    expect(await stored()).toBe(upgraded);
  });
});

describe('GB/T 39786 8.4 e): a city that asks for 国密 has passwords hashed by PBKDF2 with HMAC-SM3', () => {
  it('argon2id opens still and is hashed so by the sign-in; a wrong password opens neither', async () => {
    await store(await hash(PASSWORD));
    const node = fork(join(import.meta.dirname, '../../support/node-process.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        WENDAI_HOME: join(world().log, '..'),
        WENDAI_SECOND_FACTOR: 'off',
        WENDAI_PASSWORD_SCHEME: 'sm3',
        PORT: '0',
        DATABASE_URL: world().appUrl,
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [{ url }] = await once(node, 'message');
    const at = (password: string) => new Visitor(String(url)).signIn(LOGIN, password);

    const first = await at(PASSWORD);
    const made = await stored();
    const wrong = await at(`${PASSWORD}x`);
    const second = await at(PASSWORD);
    const nobody = await new Visitor(String(url)).signIn('nobody', PASSWORD);
    node.kill('SIGTERM');
    await once(node, 'exit');

    expect([first.status, wrong.status, second.status, nobody.status]).toEqual([201, 401, 201, 401]);
    expect(made).toMatch(SM3);
    expect(await stored()).toBe(made);
  });
});
