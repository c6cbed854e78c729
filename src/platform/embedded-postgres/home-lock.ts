import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { isStillRunning, type RunningProcess, runningProcess } from './running-process.js';

/** Who holds a home, and where it can be reached once it serves. */
export interface HomeHolder extends RunningProcess {
  url?: string;
}

/** A second start beside a live one: it changes nothing, and says where the first one is. */
export class HomeInUse extends Error {
  constructor(readonly holder: HomeHolder) {
    const where = holder.url === undefined ? '' : ` at ${holder.url}`;
    super(
      `Wendai already runs here${where} (process ${String(holder.pid)}); it was left alone. Stop it first, or set WENDAI_HOME to another folder.`,
    );
  }
}

export interface HomeLock {
  /** Tells later starts where this one can be reached. */
  announce(url: string): void;
  release(): void;
}

/** Takes a home for this process alone, for as long as it lives. Throws `HomeInUse` beside a live holder. */
export function lockHome(home: string): HomeLock {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const self = runningProcess(process.pid);
  if (self === undefined) throw new CannotStart('This system does not tell when a process began.');
  while (!place(home, self)) {
    const text = readLock(home);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder !== undefined && isStillRunning(holder)) throw new HomeInUse(holder);
    removeStale(home, text);
  }
  return {
    announce: (url) => {
      const draft = write(home, { ...self, url });
      renameSync(draft, pathOf(home));
    },
    release: () => {
      rmSync(pathOf(home), { force: true });
    },
  };
}

function pathOf(home: string): string {
  return join(home, 'lock');
}

/** A hard link either makes the lock with all its text or fails: nobody ever reads half of one. */
function place(home: string, self: HomeHolder): boolean {
  const draft = write(home, self);
  try {
    linkSync(draft, pathOf(home));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function write(home: string, holder: HomeHolder): string {
  const draft = join(home, `lock.${String(process.pid)}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

/**
 * Two starts may find the same dead holder at once. Each moves the lock aside and looks at what it moved: whoever moved
 * the other's new lock puts it back.
 */
function removeStale(home: string, expected: string): void {
  const aside = join(home, `lock.stale.${String(process.pid)}`);
  try {
    renameSync(pathOf(home), aside);
    if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, pathOf(home));
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(home: string): string | undefined {
  try {
    return readFileSync(pathOf(home), 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parse(text: string): HomeHolder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && typeof value.pid === 'number')) return undefined;
    if (!('startedAt' in value && typeof value.startedAt === 'string')) return undefined;
    const { pid, startedAt } = value;
    return 'url' in value && typeof value.url === 'string'
      ? { pid, startedAt, url: value.url }
      : { pid, startedAt };
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
