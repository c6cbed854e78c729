// npm run check: what can be said about the code without running it, the longest first. Every check has its say, so that
// one run shows everything that is to be mended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installConsole } from './build-console.mjs';

const ROOT = join(import.meta.dirname, '..');
const bin = (...path) => join(ROOT, 'node_modules', ...path);

// git keeps no empty folder: what is not there yet has nothing to be checked.
const FOLDERS = ['src', 'workflows', 'migrations', 'test', 'bench', 'scripts'].filter((folder) =>
  existsSync(join(ROOT, folder)),
);

const CHECKS = [
  { name: 'types', command: [bin('typescript', 'bin', 'tsc'), '--noEmit'] },
  {
    name: 'dependency rule',
    command: [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.mjs', ...FOLDERS],
    ],
  },
  { name: 'types of the console', command: [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'web'] },
  { name: 'unused code', command: [bin('knip', 'bin', 'knip.js'), '--no-progress'] },
  {
    name: 'format and lint',
    command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  },
];

/** Each needs one core: two of them run beside each other. */
const AT_ONCE = 2;

/** Runs every check and prints the outcome. Returns the names of those that failed. */
export async function check() {
  installConsole();
  const left = [...CHECKS];
  const failed = [];
  const runOneByOne = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      if (!(await passes(next))) failed.push(next.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runOneByOne));
  return failed;
}

async function passes({ name, command }) {
  const before = performance.now();
  const said = [];
  const child = spawn(process.execPath, command, { cwd: ROOT });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [status] = await once(child, 'close');
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(Buffer.concat(said).toString().trimEnd().replace(/^/gm, '       '));
  return status === 0;
}

if (process.argv[1] === import.meta.filename && (await check()).length > 0) process.exitCode = 1;
