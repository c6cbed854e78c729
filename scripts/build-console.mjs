// Builds the console in web/ into web/dist, when its sources, settings or packages differ from what it was built from. Its
// packages are its own and are installed when its lock file says so.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const WEB = join(import.meta.dirname, '..', 'web');
const SETTINGS = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const BUILT = join(WEB, 'dist');
const STAMP = join(BUILT, '.built-from');
const INSTALLED = join(WEB, 'node_modules', '.installed-from');

/** Returns whether anything had to be done. */
export function buildConsoleIfChanged() {
  const fingerprint = fingerprintOf([
    ...SETTINGS.map((name) => join(WEB, name)),
    ...filesIn('src'),
    ...filesIn('public'),
    ...filesIn(join('..', 'workflows')).filter((file) => file.endsWith('.english.ts')),
  ]);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return false;
  installConsole();
  const draft = `.build-${process.pid}`;
  try {
    run(join('node_modules', 'vite', 'bin', 'vite.js'), ['build', '--outDir', draft, '--logLevel', 'warn']);
    writeFileSync(join(WEB, draft, '.built-from'), fingerprint);
    swap(join(WEB, draft));
    return true;
  } finally {
    rmSync(join(WEB, draft), { recursive: true, force: true });
  }
}

/** The console's packages, as its lock file names them. */
export function installConsole() {
  const wanted = fingerprintOf([join(WEB, 'package-lock.json')]);
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stdout, stderr } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: WEB,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ci failed in web:\n${stdout}${stderr}`);
  writeFileSync(INSTALLED, wanted);
}

function run(tool, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: WEB,
    encoding: 'utf8',
    // Whoever builds, a test among them: what is built is what people get.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`${tool} failed:\n${stdout}${stderr}`);
}

/** Built beside and swapped, so that a running server never serves half of it. */
function swap(draft) {
  const old = `${draft}-old`;
  mkdirSync(WEB, { recursive: true });
  if (existsSync(BUILT)) renameSync(BUILT, old);
  renameSync(draft, BUILT);
  rmSync(old, { recursive: true, force: true });
}

function filesIn(folder) {
  return readdirSync(join(WEB, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash.update(relative(WEB, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
