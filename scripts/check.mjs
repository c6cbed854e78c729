// npm run check: what can be said about the code without running it, the cheapest first. Every check has its say, so that
// one run shows everything that is to be mended.
import { spawnSync } from 'node:child_process';
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
  {
    name: 'format and lint',
    command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  },
  { name: 'unused code', command: [bin('knip', 'bin', 'knip.js'), '--no-progress'] },
  {
    name: 'dependency rule',
    command: [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.mjs', ...FOLDERS],
    ],
  },
  { name: 'types', command: [bin('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'types of the console', command: [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'web'] },
];

/** Runs every check and prints the outcome. Returns the names of those that failed. */
export function check() {
  installConsole();
  return CHECKS.filter(({ name, command }) => !passes(name, command)).map(({ name }) => name);
}

function passes(name, command) {
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd().replace(/^/gm, '       '));
  return status === 0;
}

if (process.argv[1] === import.meta.filename && check().length > 0) process.exitCode = 1;
