import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** USER_HZ, the unit of times in /proc: fixed at 100 by the interface of Linux on every machine we have binaries for. */
const TICKS_PER_SECOND = 100;

/**
 * Which run of which program a process id stands for. The system gives the same number out again after a while, so a
 * number that was written down yesterday is worth nothing without the moment at which its process began.
 */
export interface RunningProcess {
  pid: number;
  /** Opaque; equal for one process for as long as it lives, and for no other. */
  startedAt: string;
}

/** The process that has this number now; undefined when there is none, or only its remains. */
export function runningProcess(pid: number): RunningProcess | undefined {
  const startedAt = process.platform === 'linux' ? startInProc(pid) : startByPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isStillRunning(known: RunningProcess): boolean {
  return runningProcess(known.pid)?.startedAt === known.startedAt;
}

/** Whether the process is a program of that name that works in this folder (for PostgreSQL: its data directory). */
export function worksIn(pid: number, program: string, folder: string): boolean {
  try {
    if (process.platform !== 'linux') {
      const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
      return command.includes(program) && command.includes(folder);
    }
    // After an update of the package the kernel adds " (deleted)" to the path of a program that still runs.
    const executable = readlinkSync(`/proc/${String(pid)}/exe`).replace(/ \(deleted\)$/, '');
    return executable.endsWith(`/${program}`) && readlinkSync(`/proc/${String(pid)}/cwd`) === folder;
  } catch {
    return false;
  }
}

/** The second since 1970 at which the process began, by the clock as it stands now. */
export function startedAtSecond({ startedAt }: RunningProcess): number {
  if (process.platform !== 'linux') return Date.parse(startedAt) / 1000;
  const bootedAt = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
  return bootedAt + Number(startedAt.split('/')[1]) / TICKS_PER_SECOND;
}

/** The start in clock ticks since boot, field 22 of proc(5); the program's name before it may hold blanks and brackets. */
function startInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${rest[18] ?? ''}`;
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
