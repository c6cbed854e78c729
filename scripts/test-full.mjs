// npm run test:full: the security tests at their full length, which the test command has no time for: every operation as often
// for each caller as the test command asks it in all, and a hundred thousand reads over one connection.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const CASES_PER_CALLER = 200;
const CALLERS = 18;

const { status } = spawnSync(
  process.execPath,
  [
    ...['--no-warnings', '--experimental-vm-modules', join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')],
    ...['--selectProjects', 'acceptance', '--', 'test/security'],
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      FUZZ_CASES: String(CASES_PER_CALLER * CALLERS),
      INTERLEAVED_READS: '100000',
      ...process.env,
    },
  },
);
process.exitCode = status ?? 1;
