import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import type { RunAs } from './run-as.js';
import {
  isStillRunning,
  type RunningProcess,
  runningProcess,
  startedAtSecond,
  worksIn,
} from './running-process.js';

/** Where a cluster lives. `folder` holds `data`, the log and the passwords. */
export interface ClusterPlace {
  folder: string;
  data: string;
  log: string;
}

export interface Postmaster {
  port: number;
  /** Fast shutdown: open transactions are rolled back, everything committed is written. */
  stop(): Promise<void>;
}

/** Crash recovery may take its time; a start that goes on longer than this is broken. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
/** What passes by itself: a port was taken before PostgreSQL had it; backends of a killed postmaster are still ending. */
const PASSING = /could not bind|is still in use/;
const START_ATTEMPTS = 5;
const BETWEEN_ATTEMPTS_MS = 500;
const LOG_TAIL_LINES = 15;
/** How far the system's idea of a start and PostgreSQL's own may lie apart. */
const START_TOLERANCE_SECONDS = 120;

/** Loopback only: the bundled OpenSSL is past its end of life and never used. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'pglz',
  jit: 'off',
  random_page_cost: '1.1',
  // The hot tables are updated in place all day: vacuum often, a little at a time.
  autovacuum_naptime: '15s',
  autovacuum_vacuum_scale_factor: '0.02',
  autovacuum_analyze_scale_factor: '0.02',
};

/** An acknowledged act survives a power cut. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', timezone: 'Asia/Shanghai' };

/** For clusters that are thrown away. The other time zone shows code that leans on the server's. */
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', timezone: 'UTC' };

/** Starts PostgreSQL on a free port of 127.0.0.1 and waits until it takes connections. */
export async function startPostmaster(
  binaries: Binaries,
  runAs: RunAs,
  place: ClusterPlace,
  durable: boolean,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = { ...ALWAYS, ...(durable ? DURABLE : THROW_AWAY), port: String(port) };
    const postmaster = spawnPostmaster(binaries, runAs, place, settings);
    if (await isReady(postmaster, place)) return { port, stop: () => stop(postmaster) };
    if (attempt === START_ATTEMPTS || !PASSING.test(logTail(place))) {
      throw new CannotStart(`PostgreSQL did not start. The end of ${place.log}:\n${logTail(place)}`);
    }
    await wait(BETWEEN_ATTEMPTS_MS);
  }
}

/**
 * Ends a postmaster of this very data directory that outlived its launcher, and removes the trace of one that did not.
 * Must be called by the holder of the home, so that the postmaster of a live launcher is never met here.
 */
export async function clearOrphan(place: ClusterPlace): Promise<void> {
  const file = join(place.data, 'postmaster.pid');
  const [pidText, , startText] = readText(file).split('\n');
  const running = runningProcess(Number(pidText));
  if (running === undefined || !worksIn(running.pid, 'postgres', place.data)) {
    // It is dead. PostgreSQL would refuse to start all the same if the number now belongs to somebody else, or to the
    // remains of a process that nobody has collected yet.
    rmSync(file, { force: true });
    return;
  }
  const apart = Math.abs(startedAtSecond(running) - Number(startText));
  if (!(apart <= START_TOLERANCE_SECONDS)) {
    throw new CannotStart(
      `Process ${String(running.pid)} works in ${place.data}, but is not the PostgreSQL that ${file} speaks of. End it, then start again.`,
    );
  }
  await stop(running);
}

export function logTail(place: ClusterPlace): string {
  return readText(place.log).trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}

/**
 * Detached: a Ctrl-C reaches the whole process group of the terminal, and PostgreSQL must outlive the server that is
 * still finishing its requests.
 */
function spawnPostmaster(
  binaries: Binaries,
  runAs: RunAs,
  place: ClusterPlace,
  settings: Record<string, string>,
): RunningProcess {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [file = '', ...args] = [...runAs.prefix, binaries.postgres, '-D', place.data, ...options];
  const log = openSync(place.log, 'w', 0o600);
  const child = spawn(file, args, {
    ...runAs.spawn,
    cwd: place.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  closeSync(log);
  child.once('error', (error) => {
    writeFileSync(place.log, `${error.message}\n`, { flag: 'a' });
  });
  child.unref();
  const running = child.pid === undefined ? undefined : runningProcess(child.pid);
  // A process that ended at once is gone already; what it said stands in the log.
  return running ?? { pid: child.pid ?? 0, startedAt: 'never' };
}

/** PostgreSQL writes `ready` into the eighth line of its pid file once it takes connections. */
async function isReady(postmaster: RunningProcess, place: ClusterPlace): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (isStillRunning(postmaster)) {
    const lines = readText(join(place.data, 'postmaster.pid')).split('\n');
    if (lines[0] === String(postmaster.pid) && lines[7]?.trim() === 'ready') return true;
    if (Date.now() > deadline) await stop(postmaster);
    await wait(POLL_MS);
  }
  return false;
}

/** Fast shutdown; where that hangs, an immediate one, which recovery at the next start makes good. */
async function stop(postmaster: RunningProcess): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    if (isStillRunning(postmaster)) process.kill(postmaster.pid, signal);
    while (isStillRunning(postmaster) && Date.now() < deadline) await wait(POLL_MS);
  }
  if (isStillRunning(postmaster)) {
    throw new CannotStart(`PostgreSQL (process ${String(postmaster.pid)}) does not stop. End it by hand.`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
