import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { world } from '../support/world.js';

jest.setTimeout(60_000);

/** A server of its own over this file's database, until it listens or ends. */
async function start(keyFile: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: world().appUrl,
      SIGNING_KEY_FILE: keyFile,
      WENDAI_HOME: join(keyFile, '..'),
      PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const heard = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('listens on')) resolve();
      });
    }
  });
  await Promise.race([heard, once(child, 'exit')]);
  return { code: await ended(child), said };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'wendai-key-'));
}

describe('the key that receipts are signed with', () => {
  it('is made at the first start, readable by its owner alone, and kept', async () => {
    const keyFile = join(aFolder(), 'keys', 'signing-key.pem');

    const first = await start(keyFile);
    const made = readFileSync(keyFile, 'utf8');
    const second = await start(keyFile);

    expect(first.said).toContain('listens on');
    expect(second.said).toContain('listens on');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(made).toContain('PRIVATE KEY');
    expect(readFileSync(keyFile, 'utf8')).toBe(made);
  });

  it('is the same for two nodes that start at once', async () => {
    const keyFile = join(aFolder(), 'signing-key.pem');

    const nodes = await Promise.all([start(keyFile), start(keyFile)]);

    for (const { said } of nodes) expect(said).toContain('listens on');
  });

  it('that others can read stops the start with one sentence', async () => {
    const keyFile = join(aFolder(), 'signing-key.pem');
    await start(keyFile);
    chmodSync(keyFile, 0o640);

    const { code, said } = await start(keyFile);

    expect(code).toBe(1);
    expect(said.trim()).toBe(`${keyFile} can be read by others. Set its mode to 0600.`);
  });

  it.each([
    ['is no key', 'nonsense', 'is no private key in PEM.'],
    [
      'is of another kind',
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIOhwF0Yyl0qmx0ZzkPVPq2QvSd1u6Yh2oA8Z1fN3vqlZ\n-----END PRIVATE KEY-----\n',
      'must hold an Ed25519 key.',
    ],
  ])('that %s stops it too', async (_, pem, reason) => {
    const folder = aFolder();
    mkdirSync(folder, { recursive: true });
    const keyFile = join(folder, 'signing-key.pem');
    writeFileSync(keyFile, pem, { mode: 0o600 });

    const { code, said } = await start(keyFile);

    expect(code).toBe(1);
    expect(said.trim()).toBe(`${keyFile} ${reason}`);
  });
});
