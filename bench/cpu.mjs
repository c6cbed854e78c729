import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU seconds that all processes of this PostgreSQL have used so far, by /proc; 0 where there is none. */
export function postgresSeconds(postmasterPid) {
  return family(postmasterPid).reduce((sum, pid) => sum + secondsOf(pid), 0);
}

/** CPU seconds of one process. */
export function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // utime, stime and those of children that have ended.
    return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

function family(root) {
  const pids = [root];
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
      if (parent === root) pids.push(Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  return pids;
}
