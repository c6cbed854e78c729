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
  while (!place(home, 'lock', self)) {
    const text = readText(home, 'lock');
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder !== undefined && isStillRunning(holder)) throw new HomeInUse(holder);
    if (takeOver(home, text, self)) break;
  }
  return {
    announce: (url) => {
      replaceLock(home, { ...self, url });
    },
    release: () => {
      rmSync(join(home, 'lock'), { force: true });
    },
  };
}

/** A hard link either makes the file with all its text or fails: nobody ever reads half of one. */
function place(home: string, name: string, self: HomeHolder): boolean {
  const draft = write(home, self);
  try {
    linkSync(draft, join(home, name));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/**
 * Two starts may find the same dead holder at once. Only who holds `lock.next` may replace a lock, and looks again before
 * it does: the slower of the two then finds a lock that is alive.
 */
function takeOver(home: string, dead: string, self: HomeHolder): boolean {
  if (!place(home, 'lock.next', self)) {
    const other = parse(readText(home, 'lock.next') ?? '');
    if (other !== undefined && !isStillRunning(other)) rmSync(join(home, 'lock.next'), { force: true });
    return false;
  }
  try {
    if (readText(home, 'lock') !== dead) return false;
    replaceLock(home, self);
    return true;
  } finally {
    rmSync(join(home, 'lock.next'), { force: true });
  }
}

function replaceLock(home: string, holder: HomeHolder): void {
  renameSync(write(home, holder), join(home, 'lock'));
}

function write(home: string, holder: HomeHolder): string {
  const draft = join(home, `lock.${String(process.pid)}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

function readText(home: string, name: string): string | undefined {
  try {
    return readFileSync(join(home, name), 'utf8');
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
