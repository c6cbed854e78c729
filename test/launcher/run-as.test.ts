import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { endEverything, newHome, postmasterOf, startDemo, visit } from './demo-run.js';

jest.setTimeout(120_000);
afterEach(endEverything);

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** A checkout in root's own home cannot be run by anybody else, so there is nothing to try. */
const othersCanRun =
  spawnSync(process.execPath, ['--check', join(import.meta.dirname, 'stub-demo.mjs')], {
    uid: NOBODY,
    cwd: '/',
  }).status === 0;

/** Who owns the data and who runs PostgreSQL on it, seen from outside. */
function usersOf(home: string): { data: number; postgres: number } {
  const status = readFileSync(`/proc/${String(postmasterOf(home))}/status`, 'utf8');
  return {
    data: statSync(join(home, 'postgres/data')).uid,
    postgres: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
  };
}

/** A PATH with these programs and no others: a machine without `unshare` or `setpriv`. */
function pathWith(...programs: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'wendai-path-'));
  chmodSync(folder, 0o755);
  for (const program of programs) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
    symlinkSync(stdout.trim(), join(folder, program));
  }
  return folder;
}

async function startsTwice(home: string, env: Record<string, string> = {}): Promise<void> {
  const first = startDemo(home, { env });
  await first.serving();
  first.signalGroup('SIGINT');
  expect(await first.ended()).toBe(0);
  expect(await visit(await startDemo(home, { env }).serving())).toBe(2);
}

if (isRoot) {
  describe('as root, whom PostgreSQL refuses', () => {
    it('works in a home that only root can enter, in a user namespace', async () => {
      const home = newHome();
      expect(statSync(dirname(home)).mode & 0o777).toBe(0o700);

      await startsTwice(home);

      expect(usersOf(home)).toEqual({ data: 0, postgres: 0 });
    });

    it('works there too where namespaces are refused: as nobody, with the right to pass closed folders', async () => {
      const home = newHome();
      const path = pathWith('sh', 'id', 'setpriv');

      await startsTwice(home, { PATH: path });

      expect(usersOf(home)).toEqual({ data: NOBODY, postgres: NOBODY });
      rmSync(path, { recursive: true });
    });

    it('says what to do where neither works and the home is closed', async () => {
      const home = newHome();
      const path = pathWith('sh', 'id');
      const refused = startDemo(home, { env: { PATH: path } });

      expect(await refused.ended()).toBe(1);
      expect(refused.printed()).toContain('Start as an ordinary user, or set DATABASE_URL');
      rmSync(path, { recursive: true });
    });

    if (othersCanRun) {
      it('works as nobody in an open home where neither is there', async () => {
        const home = newHome();
        chmodSync(dirname(home), 0o755);
        const path = pathWith('sh', 'id');

        await startsTwice(home, { PATH: path });

        expect(usersOf(home)).toEqual({ data: NOBODY, postgres: NOBODY });
        rmSync(path, { recursive: true });
      });

      it('leaves the data of another user with that user', async () => {
        const home = newHome();
        chownSync(dirname(home), NOBODY, NOBODY);
        mkdirSync(home);
        chownSync(home, NOBODY, NOBODY);
        const asNobody = startDemo(home, { uid: NOBODY });
        await asNobody.serving();
        expect(usersOf(home)).toEqual({ data: NOBODY, postgres: NOBODY });
        asNobody.signalGroup('SIGINT');
        await asNobody.ended();

        expect(await visit(await startDemo(home).serving())).toBe(2);
        expect(usersOf(home)).toEqual({ data: NOBODY, postgres: NOBODY });
      });
    }
  });
} else {
  describe('as an ordinary user', () => {
    it('runs PostgreSQL as that user', async () => {
      const home = newHome();
      const self = process.getuid?.();

      await startsTwice(home);

      expect(usersOf(home)).toEqual({ data: self, postgres: self });
    });
  });
}
