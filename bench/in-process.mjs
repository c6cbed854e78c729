import pino from 'pino';
import { SignIn } from '../dist/src/access/sign-in/sign-in.js';
import { ProcessService } from '../dist/src/process/process.service.js';
import { createApplication } from '../dist/src/server.js';
import { closedLoop } from './callers.mjs';
import { PASSWORD } from './password.mjs';

/** T1: the whole transition through the engine, without HTTP. */
export async function inProcess(world, { callers }) {
  const app = await createApplication(world.config, pino.pino({ level: 'silent' }));
  const processes = app.get(ProcessService, { strict: false });
  const { actor } = await app
    .get(SignIn, { strict: false })
    .begin({ login: 'industry.reviewer', password: PASSWORD }, { address: '127.0.0.1', browser: '' });
  const { rows } = await world.admin.query('select seq from process_case where id = $1', [world.sample.id]);
  const version = `${rows[0].seq}.0`;
  const opine = async (id) =>
    processes.send({
      process: 'filing',
      id,
      type: 'OPINE',
      payload: { position: 'noObjection', text: '经营正常，无不同意见。' },
      actor,
      version,
      idempotency: { key: crypto.randomUUID(), fingerprint: 'bench' },
    });
  const { postmasterPid } = world;
  return {
    opine,
    run: (seconds) =>
      closedLoop(async () => opine(await world.nextFiling()), { callers, seconds, postmasterPid }),
    commitsAndWal: () => commitsAndWal(world, opine),
    close: () => app.close(),
  };
}

const TRANSITIONS = 500;

/** T4: what PostgreSQL itself counts over a known number of transitions, one after another, while nobody else writes. */
async function commitsAndWal({ admin, nextFiling }, opine) {
  const filings = [];
  while (filings.length < TRANSITIONS) filings.push(await nextFiling());
  // Its workers take transaction ids of their own.
  await admin.query('alter system set autovacuum = off');
  await admin.query('select pg_reload_conf()');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const before = await counters(admin);
  for (const id of filings) await opine(id);
  const after = await counters(admin);
  await admin.query('alter system reset autovacuum');
  return {
    transitions: after.entries - before.entries,
    commits: (after.transactions - before.transactions) / TRANSITIONS,
    walBytes: (after.wal - before.wal) / TRANSITIONS,
  };
}

/** Every transaction that writes takes one id, so ids count commits without a statistic's delay. */
async function counters(admin) {
  const { rows } = await admin.query(
    `select (select count(*)::int from log_entry where kind = 'transition') as entries,
      pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
      pg_snapshot_xmax(pg_current_snapshot())::text as transactions`,
  );
  return { transactions: Number(rows[0].transactions), wal: Number(rows[0].wal), entries: rows[0].entries };
}
