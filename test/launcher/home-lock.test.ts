import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HomeInUse, lockHome } from '../../src/platform/embedded-postgres/home-lock.js';

jest.setTimeout(60_000);
let home: string;

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'wendai-lock-')), 'home');
});

afterEach(() => {
  rmSync(join(home, '..'), { recursive: true, force: true });
});

const TAKE_AND_HOLD = `
  import { lockHome } from '${join(import.meta.dirname, '../../dist/src/platform/embedded-postgres/home-lock.js')}';
  try { lockHome(process.argv[1]); console.log('taken'); } catch (error) { console.log(error.constructor.name); }
  process.stdin.resume();
`;

describe('the lock of a home', () => {
  it('names the live holder and where to reach it', () => {
    const lock = lockHome(home);
    lock.announce('http://127.0.0.1:3000');

    expect(() => lockHome(home)).toThrow(
      `Wendai already runs here at http://127.0.0.1:3000 (process ${String(process.pid)}); it was left alone.`,
    );
  });

  it('is free again after its release', () => {
    lockHome(home).release();

    expect(() => lockHome(home)).not.toThrow();
  });

  it.each([
    ['a holder that is gone', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'long ago' })],
    ['a number that belongs to another process now', JSON.stringify({ pid: process.pid, startedAt: 'x/1' })],
    ['something that is no lock', 'not json'],
    ['an empty file', ''],
  ])('is taken over from %s', (_, stale) => {
    mkdirSync(home);
    writeFileSync(join(home, 'lock'), stale);

    const lock = lockHome(home);

    expect(() => lockHome(home)).toThrow(HomeInUse);
    lock.release();
  });

  it('goes to exactly one of many who find the same dead holder at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'long ago' }));
      const contenders = Array.from({ length: 8 }, () =>
        spawn(process.execPath, ['--input-type=module', '--eval', TAKE_AND_HOLD, home]),
      );
      const answers = await Promise.all(
        contenders.map(
          ({ stdout }) =>
            new Promise<string>((done) => stdout.once('data', (line) => done(String(line).trim()))),
        ),
      );
      for (const { stdin } of contenders) stdin.end();
      await Promise.all(contenders.map(({ stdout }) => text(stdout)));

      expect(answers.sort()).toEqual([...Array<string>(7).fill('HomeInUse'), 'taken']);
      rmSync(home, { recursive: true });
    }
  });
});
