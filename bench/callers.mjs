import { postgresSeconds, secondsOf } from './cpu.mjs';
import { percentile } from './report.mjs';

/**
 * Runs `call` from so many callers at once for so many seconds. Each call is one operation; what throws is a failure, and
 * the first of them is shown. `nodePid` is the process whose CPU counts as ours.
 */
export async function closedLoop(call, { callers, seconds, postmasterPid, nodePid = process.pid }) {
  const latencies = [];
  let failures = 0;
  const before = { node: secondsOf(nodePid), postgres: postgresSeconds(postmasterPid) };
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        try {
          await call();
          latencies.push(performance.now() - begun);
        } catch (error) {
          if (failures++ === 0) console.error('first failure:', error);
        }
      }
    }),
  );
  const took = (performance.now() - start) / 1000;
  const done = Math.max(latencies.length, 1);
  return {
    perSecond: latencies.length / took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    nodeMicros: ((secondsOf(nodePid) - before.node) / done) * 1e6,
    postgresMicros: ((postgresSeconds(postmasterPid) - before.postgres) / done) * 1e6,
    failures,
  };
}
