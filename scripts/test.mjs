// npm test: checks, build, every test. The last line is `N passed, N failed`, and the exit code says the same.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';

const ROOT = join(import.meta.dirname, '..');

/** What each stage may take on two cores, in seconds; with the installation, 25 minutes in all. */
const STAGES = [
  { name: 'check', budget: 60, run: runChecks },
  { name: 'build', budget: 30, run: runBuild },
  { name: 'rules', budget: 90, run: () => runJest('rules') },
  { name: 'house', budget: 30, run: () => runJest('house') },
  { name: 'launcher', budget: 90, run: () => runJest('launcher') },
  { name: 'acceptance', budget: 900, run: () => runJest('acceptance') },
  { name: 'browser', budget: 300, run: () => runJest('browser') },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const spent = [];
for (const { name, budget, run } of STAGES) {
  console.log(`\n=== ${name}`);
  const before = performance.now();
  const { passed = 0, failed = 0, skipped = 0, stop = false } = await run();
  spent.push({ name, budget, seconds: (performance.now() - before) / 1000 });
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (stop) break;
}

console.log('\nstage         seconds   budget');
for (const { name, budget, seconds } of spent) {
  const over = seconds > budget ? '  over budget' : '';
  console.log(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(8)} ${String(budget).padStart(8)}${over}`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A check that fails counts as a failed test: no summary says "0 failed" over code that breaks a rule. */
async function runChecks() {
  return { failed: (await check()).length };
}

/** Without a build there is nothing to test. */
function runBuild() {
  try {
    build();
    return {};
  } catch (error) {
    console.log(error.message);
    return { failed: 1, stop: true };
  }
}

/** The numbers are those of jest's own report; a file that could not even be run counts as one failure. */
function runJest(project) {
  const report = join(ROOT, '.test', `${project}.json`);
  mkdirSync(join(ROOT, '.test'), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--no-warnings', '--experimental-vm-modules', join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')],
      ...['--selectProjects', project, '--json', '--outputFile', report],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const result = readReport(report);
  if (result === undefined) return { failed: 1 };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // Whatever jest holds against the run that no test stands for.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
