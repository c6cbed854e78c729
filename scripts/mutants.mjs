// npm run mutants: takes guards away one at a time - who may send an event, what needs proof anew, each policy of the database and
// each of its conditions - and shows those that the security tests would not miss. It takes some minutes and is no part of `npm test`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

const { status } = spawnSync(
  process.execPath,
  [
    ...['--no-warnings', '--experimental-vm-modules', join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')],
    ...['--selectProjects', 'mutants', '--verbose', ...process.argv.slice(2)],
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
