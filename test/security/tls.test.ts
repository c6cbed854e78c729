import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as plainly } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PASSWORD } from '../support/client.js';
import { world } from '../support/world.js';
import { certificateFor } from './certificate.js';

jest.setTimeout(30_000);
const HOME = mkdtempSync(join(tmpdir(), 'wendai-tls-'));
const KEY_FILE = join(HOME, 'key.pem');
const CERTIFICATE_FILE = join(HOME, 'certificate.pem');
const LOGIN = JSON.stringify({ login: 'jinli.maker', password: PASSWORD });
const SETTINGS = {
  TLS_CERTIFICATE_FILE: CERTIFICATE_FILE,
  TLS_KEY_FILE: KEY_FILE,
  PUBLIC_URL: 'https://localhost',
};
let certificate: string;
let node: ChildProcess;
let port: string;

beforeAll(async () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  certificate = certificateFor('localhost', keys);
  writeFileSync(KEY_FILE, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(CERTIFICATE_FILE, certificate);
  node = start(SETTINGS);
  const [{ url }] = await once(node, 'message');
  expect(url).toMatch(/^https:/);
  ({ port } = new URL(String(url)));
});
afterAll(async () => {
  node.kill('SIGTERM');
  await once(node, 'exit');
});

function start(settings: Record<string, string>): ChildProcess {
  return fork(join(import.meta.dirname, '../support/node-process.mjs'), [], {
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      WENDAI_HOME: join(world().log, '..'),
      WENDAI_SECOND_FACTOR: 'off',
      PORT: '0',
      DATABASE_URL: world().appUrl,
      LOG_LEVEL: 'silent',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Somebody signs in as a browser does. Rejects when the line does not come about. */
function signIn(ask: typeof request | typeof plainly, options: RequestOptions = {}): Promise<SignedIn> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        ...{ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/session', agent: false },
        headers: { 'content-type': 'application/json' },
        ...options,
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          const { statusCode: status, headers } = answer;
          resolve({ status, cookie: headers['set-cookie']?.[0], hsts: headers['strict-transport-security'] });
        });
      },
    );
    sent.once('error', reject);
    sent.end(LOGIN);
  });
}

interface SignedIn {
  status: number | undefined;
  cookie: string | undefined;
  hsts: string | undefined;
}

describe('GB/T 39786 8.2, ASVS 12.1: a node without a proxy in front speaks TLS itself', () => {
  it('under its own certificate, with a session that never leaves it', async () => {
    const { status, cookie, hsts } = await signIn(request, { ca: certificate, servername: 'localhost' });

    expect(status).toBe(201);
    expect(cookie).toMatch(/^__Host-wendai-session=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(hsts).toContain('max-age=31536000');
  });

  it('and answers to nobody who speaks plainly', async () => {
    await expect(signIn(plainly)).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it.each([
    ['TLS 1.1', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' }],
    ['CBC', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA' }],
  ] as const)('nor to whoever knows no better than %s', async (_, options) => {
    const trusting = { ca: certificate, servername: 'localhost' };

    await expect(signIn(request, { ...trusting, ...options })).rejects.toThrow(/alert|handshake|protocol/i);
    const better = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' } as const;
    expect((await signIn(request, { ...trusting, ...better })).status).toBe(201);
  });
});

describe('a node that would not be safe does not start', () => {
  async function refusal(settings: Record<string, string>): Promise<string> {
    const child = start(settings);
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
    });
    child.once('message', () => child.kill());
    const [code] = await once(child, 'exit');
    expect(code).not.toBe(0);
    return said;
  }

  it('with a certificate and no key, or an address that is not https', async () => {
    const { TLS_KEY_FILE: _, ...keyless } = SETTINGS;

    expect(await refusal(keyless)).toContain('TLS_CERTIFICATE_FILE and TLS_KEY_FILE go together');
    expect(await refusal({ ...SETTINGS, PUBLIC_URL: 'http://localhost' })).toContain(
      'must be the https:// address',
    );
  });

  it('with a key that others can read', async () => {
    chmodSync(KEY_FILE, 0o644);

    expect(await refusal(SETTINGS)).toContain('can be read by others');
  });
});
