// npm run bench: every case against its limit in the same run, in alternating rounds; one table, and the figures as JSON.
// Machines are noisy: ratios within a round count, absolute figures of one run do not.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { inProcess } from './in-process.mjs';
import { leanServer } from './lean-server.mjs';
import { limitOf } from './limit.mjs';
import { overHttp, wendaiServer } from './over-http.mjs';
import { prepare } from './prepare.mjs';
import { spread, table } from './report.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const CALLERS = 16;
const POOL = 8;
const HOME = join(import.meta.dirname, '..', '.bench');

const world = await prepare(HOME, { filings: Number(process.env.BENCH_FILINGS ?? 150_000) });
try {
  const settings = { seconds: SECONDS, callers: CALLERS, pool: POOL };
  const core = await inProcess(world, settings);
  // Before the limit, whose tables no server of a city would start on.
  const server = await wendaiServer(world);
  const limit = await limitOf(world, settings, core.opine);
  const lean = await leanServer(world, settings);
  const http = await overHttp(world, settings, server);
  const cases = [
    { id: 'T1', what: 'one transition in process', measured: core, against: limit },
    { id: 'T2', what: 'the same over HTTP, everything on', measured: http, against: lean },
  ];
  const rounds = [];
  for (const each of cases) await warmUp(each);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const each of cases) {
      // The order turns each round, so that a machine that grows slower favours neither.
      const pair = round % 2 === 1 ? ['against', 'measured'] : ['measured', 'against'];
      const result = { round, id: each.id };
      for (const side of pair) result[side] = await each[side].run(SECONDS);
      rounds.push(result);
      console.log(
        `${each.id} round ${round}: ${result.measured.perSecond.toFixed(0)}/s against ${result.against.perSecond.toFixed(0)}/s`,
      );
    }
  }
  const t4 = await core.commitsAndWal();
  await Promise.all([core.close(), http.close(), lean.close(), limit.close()]);
  const report = {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version, load: loadavg() },
    settings: { rounds: ROUNDS, seconds: SECONDS, callers: CALLERS, pool: POOL, limit: limit.name },
    cases: cases.map(({ id, what }) => summary(id, what, rounds)),
    T4: t4,
  };
  mkdirSync(join(HOME, 'results'), { recursive: true });
  writeFileSync(join(HOME, 'results', 'bench.json'), `${JSON.stringify({ ...report, rounds }, null, 2)}\n`);
  console.log(`\n${table(report)}`);
} finally {
  await world.close();
  if (process.env.BENCH_KEEP === undefined) rmSync(join(HOME, 'postgres'), { recursive: true, force: true });
}

async function warmUp({ measured, against }) {
  await against.run(1);
  await measured.run(1);
}

function summary(id, what, rounds) {
  const own = rounds.filter((round) => round.id === id);
  return {
    id,
    what,
    ratio: spread(own.map(({ measured, against }) => measured.perSecond / against.perSecond)),
    perSecond: spread(own.map(({ measured }) => measured.perSecond)),
    limitPerSecond: spread(own.map(({ against }) => against.perSecond)),
    p50: spread(own.map(({ measured }) => measured.p50)),
    p99: spread(own.map(({ measured }) => measured.p99)),
    nodeMicros: spread(own.map(({ measured }) => measured.nodeMicros)),
    postgresMicros: spread(own.map(({ measured }) => measured.postgresMicros)),
    failures: own.reduce((sum, { measured }) => sum + measured.failures, 0),
  };
}
