// npm run build: compiles src, workflows and migrations into dist, and the console into web/dist. With --if-changed only
// what differs from what it was built from.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsoleIfChanged } from './build-console.mjs';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['src', 'workflows', 'migrations'];
const DIAGRAMS = join('scripts', 'lay-out-diagrams.mjs');
const SETTINGS = [
  '.swcrc',
  'nest-cli.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  DIAGRAMS,
];
// Inside dist, so that whoever removes dist removes the claim that it is up to date.
const STAMP = join(ROOT, 'dist', '.built-from');

/** Leaves dist as it is when it was built from these very sources, settings and packages. */
export function buildIfChanged() {
  const console = buildConsoleIfChanged();
  const fingerprint = fingerprintOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return console;
  return build(fingerprint);
}

/** Builds beside dist and swaps: a server that runs from dist never sees half of it, or nothing. */
export function build(fingerprint = fingerprintOfSources()) {
  buildConsoleIfChanged();
  const draft = `.build-${process.pid}`;
  const config = JSON.parse(readFileSync(join(ROOT, 'nest-cli.json'), 'utf8'));
  config.compilerOptions.deleteOutDir = false;
  config.compilerOptions.builder.options.outDir = draft;
  mkdirSync(join(ROOT, draft));
  try {
    writeFileSync(join(ROOT, draft, 'nest-cli.json'), JSON.stringify(config));
    const nest = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [nest, 'build', '--config', join(draft, 'nest-cli.json')],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`nest build failed:\n${stdout}${stderr}`);
    rmSync(join(ROOT, draft, 'nest-cli.json'));
    layOutDiagrams(draft);
    writeFileSync(join(ROOT, draft, '.built-from'), fingerprint);
    swap(join(ROOT, draft), join(ROOT, 'dist'));
    return true;
  } finally {
    rmSync(join(ROOT, draft), { recursive: true, force: true });
  }
}

function layOutDiagrams(draft) {
  const { status, stderr } = spawnSync(process.execPath, [DIAGRAMS, draft, 'dist'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The diagrams could not be laid out:\n${stderr}`);
}

function swap(draft, target) {
  const old = `${draft}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...files, ...SETTINGS.map((name) => join(ROOT, name))].sort()) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) {
  const before = performance.now();
  const built = process.argv.includes('--if-changed') ? buildIfChanged() : build();
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(built ? `Built in ${seconds} s.` : 'Everything is up to date.');
}
