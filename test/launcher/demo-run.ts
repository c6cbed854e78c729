import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** One run of the demo's launcher, in a process group of its own like that of a terminal. */
export interface DemoRun {
  pid: number;
  /** Everything it has printed so far. */
  printed(): string;
  /** Resolves once it serves, with its address. Throws with what it printed when it ends before that. */
  serving(): Promise<string>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
  /** What Ctrl-C does: the signal goes to the whole process group. */
  signalGroup(signal: NodeJS.Signals): void;
  /** To the launcher alone. */
  signal(signal: NodeJS.Signals): void;
}

export interface RunOptions {
  env?: Record<string, string>;
  uid?: number;
}

const STUB = join(import.meta.dirname, 'stub-demo.mjs');
const RESET = join(import.meta.dirname, '../../dist/src/demo/reset.js');
const runs: DemoRun[] = [];
const homes: string[] = [];
let prepared: string | undefined;

/** A home that only its user can enter, as the home of root is. */
export function newHome(): string {
  const home = join(mkdtempSync(join(tmpdir(), 'wendai-launcher-')), 'home');
  homes.push(home);
  return home;
}

/** A home as a first start has left it, one visit counted; made once a file, since a first start takes its time. */
export async function homeWithData(): Promise<string> {
  if (prepared === undefined) {
    prepared = join(mkdtempSync(join(tmpdir(), 'wendai-prepared-')), 'home');
    const first = startDemo(prepared);
    await first.serving();
    first.signalGroup('SIGINT');
    await first.ended();
  }
  const home = newHome();
  execFileSync('cp', ['-a', prepared, home]);
  return home;
}

export function removePreparedHome(): void {
  if (prepared !== undefined) rmSync(join(prepared, '..'), { recursive: true, force: true });
}

export function startDemo(home: string, options: RunOptions = {}): DemoRun {
  return run(STUB, home, options);
}

export function resetDemo(home: string): DemoRun {
  return run(RESET, home, {});
}

function run(script: string, home: string, { env = {}, uid }: RunOptions): DemoRun {
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], WENDAI_HOME: home, PORT: '0', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The launcher could not be run.');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  let over = false;
  void exit.then(() => (over = true));
  const started: DemoRun = {
    pid,
    printed: () => output,
    serving: async () => {
      while (!over) {
        const url = /已启动：(http:\S+)/.exec(output)?.[1];
        if (url !== undefined && output.includes('Ctrl-C')) return url;
        await wait(20);
      }
      throw new Error(`The launcher ended:\n${output}`);
    },
    ended: () => exit,
    signalGroup: (signal) => kill(-pid, signal),
    signal: (signal) => kill(pid, signal),
  };
  runs.push(started);
  return started;
}

/** The visits that the stub's database counts, this one included. */
export async function visit(url: string): Promise<number> {
  const response = await fetch(url);
  const { visits } = (await response.json()) as { visits: number };
  return visits;
}

export function postmasterOf(home: string): number {
  return Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Processes that still have to do with a home: they work in it, or name it on their command line. */
export function processesOf(home: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isAlive(Number(name)))
    .map((pid) => ({ pid, doing: doingOf(pid) }))
    .filter(({ doing }) => doing.includes(home))
    .map(({ pid, doing }) => `${pid} ${doing}`);
}

function doingOf(pid: string): string {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}`;
  } catch {
    return '';
  }
}

/** Nothing of a test outlives it, whatever happened in it. */
export async function endEverything(): Promise<void> {
  for (const started of runs.splice(0)) {
    started.signalGroup('SIGKILL');
    await started.ended();
  }
  for (const home of homes.splice(0)) {
    // Only what is seen to belong to the home: the number in a pid file may be anybody's.
    for (const line of processesOf(home)) kill(Number.parseInt(line, 10), 'SIGQUIT');
    while (processesOf(home).length > 0) await wait(20);
    rmSync(join(home, '..'), { recursive: true, force: true });
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
