import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HomeInUse, lockHome } from '../../src/platform/embedded-postgres/home-lock.js';

jest.setTimeout(60_000);

const CONTENDERS = 3;
const ROUNDS = 400;
const ROUND_MS = 5;
/** Until all of them run. */
const START_MS = 1_500;

let home: string;

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'wendai-lock-')), 'home');
});

afterEach(() => {
  rmSync(join(home, '..'), { recursive: true, force: true });
});

/** Takes home after home, each at a moment that all contenders have agreed on, and tells which ones it got. */
const CONTENDER = `
  import { join } from 'node:path';
  import { lockHome } from '${join(import.meta.dirname, '../../dist/src/platform/embedded-postgres/home-lock.js')}';
  const [homes, rounds, beginAt] = process.argv.slice(1);
  const taken = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    while (Date.now() < Number(beginAt) + round * ${ROUND_MS});
    try {
      lockHome(join(homes, String(round)));
      taken.push(round);
    } catch (error) {
      if (error.constructor.name !== 'HomeInUse') throw error;
    }
  }
  console.log(JSON.stringify(taken));
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

  it('goes to exactly one of those who find the same dead holder at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      mkdirSync(join(home, String(round)), { recursive: true });
      writeFileSync(join(home, String(round), 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'x' }));
    }
    const beginAt = String(Date.now() + START_MS);
    const contenders = Array.from({ length: CONTENDERS }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', CONTENDER, home, String(ROUNDS), beginAt]),
    );

    const taken = await Promise.all(
      contenders.map(
        ({ stdout }) =>
          new Promise<number[]>((done) => stdout.once('data', (line) => done(JSON.parse(String(line))))),
      ),
    );

    for (const { stdin } of contenders) stdin.end();
    expect(taken.flat().sort((one, other) => one - other)).toEqual(
      Array.from({ length: ROUNDS }, (_, n) => n),
    );
  });
});
