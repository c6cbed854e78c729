import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { closedLoop } from './callers.mjs';
import { postgresSeconds } from './cpu.mjs';

/**
 * The limit of T1: the very rows that the real transition writes, written by one database function in one call, with the
 * same locks, the same scopes and the same commit. No machine, no rights, no guards: nothing but the writing.
 */
export async function limitOf(world, { callers, pool }, opine) {
  await makeFunction(world, opine);
  return hasPgbench() ? underPgbench(world, { callers }) : underNode(world, { callers, pool });
}

/** The limit plans as the application does: once a connection. */
export const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan';

export const CALL =
  'select bench_transition((select id from bench_case where n = (select nextval($$bench_next$$))))';

async function makeFunction({ admin, sample }, opine) {
  const { rows } = await admin.query("select id from bench_case where n = (select nextval('bench_next'))");
  // What the function writes is what one real transition has written: its rows are the sample.
  const target = rows[0].id;
  const entry = (await opine(target)).entry.id;
  await admin.query('create table bench_entry as select * from log_entry where id = $1', [entry]);
  await admin.query('create table bench_value as select * from log_value where entry_id = $1', [entry]);
  await admin.query('create table bench_notice as select * from notice where source = $1', [entry]);
  await admin.query('create table bench_state as select * from process_case where id = $1', [target]);
  await admin.query('create table bench_filing as select * from filing where id = $1', [target]);
  await admin.query('create table bench_opinion as select * from opinion where entry_id = $1', [entry]);
  await admin.query(
    `create table bench_deadline as select d.* from deadline d join deadline o on o.case_id = $2 and o.name = d.name
       where d.case_id = $1 and to_jsonb(d) - 'case_id' <> to_jsonb(o) - 'case_id'
     union all select d.* from deadline d where d.case_id = $1 and not exists (select from deadline o where o.case_id = $2 and o.name = d.name)`,
    [target, sample.id],
  );
  await admin.query(`grant select on all tables in schema public to wendai_app`);
  await admin.query(FUNCTION);
}

const FUNCTION = `
create or replace function bench_transition(target uuid) returns void language plpgsql as $$
declare entry uuid := gen_random_uuid(); k text := gen_random_uuid()::text; e bench_entry; s bench_state; f bench_filing;
begin
  select * into e from bench_entry; select * into s from bench_state; select * into f from bench_filing;
  perform set_config('wendai.scope', 'actor', true), set_config('wendai.jurisdiction', '350500', true),
    set_config('wendai.organization', e.actor_organization::text, true), set_config('wendai.unit', '', true),
    set_config('wendai.office', 'industry', true), set_config('wendai.person', e.actor_person::text, true);
  perform 1 from process_case where jurisdiction = '350500' and id = target and process = 'filing';
  perform set_config('wendai.scope', 'engine', true);
  perform 1 from process_case where jurisdiction = '350500' and id = target for update;
  perform 1 from deadline where jurisdiction = '350500' and case_id = target;
  insert into idempotency_key (organization, principal, key, fingerprint, jurisdiction)
    values (e.actor_organization, e.actor_person, k, 'bench', '350500') on conflict do nothing;
  update process_case set value = s.value, status = s.status, context = s.context, state = s.state, seq = s.seq, edits = 0,
    firm = s.firm, disclosed = true, waits_for = s.waits_for, waits_at = s.waits_at, due_at = s.due_at, updated_at = wendai_now()
    where jurisdiction = '350500' and id = target;
  insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, seq, owner_org, audience, at, actor_person,
      actor_organization, body)
    values (e.jurisdiction, e.occurred_month, entry, e.kind, e.type, target, e.seq, e.owner_org, e.audience, wendai_now(),
      e.actor_person, e.actor_organization, e.body);
  insert into log_value (jurisdiction, occurred_month, entry_id, case_id, owner_org, audience, salt, "values")
    select jurisdiction, occurred_month, entry, target, owner_org, audience, salt, "values" from bench_value;
  insert into log_pending (jurisdiction, occurred_month, entry_id, voucher)
    values (e.jurisdiction, e.occurred_month, entry, 'k1.' || repeat('A', 43));
  insert into deadline (jurisdiction, case_id, name, generation, owner_org, status, working_days, remaining, armed_on, last_day,
      due_on, fire_at, stops, provisional, policy, calendar_stamp, rung, rung_at)
    select jurisdiction, target, name, generation, owner_org, status, working_days, remaining, armed_on, last_day, due_on,
      fire_at, stops, provisional, policy, calendar_stamp, rung, rung_at from bench_deadline
    on conflict (jurisdiction, case_id, name) do update set generation = excluded.generation, status = excluded.status,
      due_on = excluded.due_on, fire_at = excluded.fire_at, stops = excluded.stops, rung = excluded.rung, rung_at = excluded.rung_at;
  insert into notice (jurisdiction, id, source, case_id, organization, unit, role, template, copy, data)
    select jurisdiction, gen_random_uuid(), entry, target, organization, unit, role, template, copy, data from bench_notice;
  insert into opinion (jurisdiction, filing, entry_id, owner_org, revision, office, position, text, viability, given_by, given_at, late)
    select jurisdiction, target, entry, owner_org, revision, office, position, text, viability, given_by, wendai_now(), late from bench_opinion;
  update filing set state = f.state, lane = f.lane, marks = f.marks, conclusion_basis = f.conclusion_basis, outcome = f.outcome,
    bank_date = f.bank_date, revision = f.revision, updated_at = wendai_now() where jurisdiction = '350500' and id = target;
  update idempotency_key set case_id = target, entry_id = entry, status = 200
    where organization = e.actor_organization and principal = e.actor_person and key = k;
end $$;
grant execute on function bench_transition(uuid) to wendai_app;`;

function hasPgbench() {
  return spawnSync('pgbench', ['--version']).status === 0;
}

function underPgbench({ home, postgres, postmasterPid }, { callers }) {
  const script = join(home, 'limit.sql');
  writeFileSync(script, `${CALL};\n`);
  const run = async (seconds) => {
    const before = postgresSeconds(postmasterPid);
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(callers),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      script,
      postgres.appUrl,
    ];
    const { status, output } = await finished('pgbench', args);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
    if (status !== 0 || !(perSecond > 0)) throw new Error(`pgbench failed:\n${output}`);
    const done = Number(/actually processed: (\d+)/.exec(output)?.[1] ?? perSecond * seconds);
    return { perSecond, postgresMicros: ((postgresSeconds(postmasterPid) - before) / done) * 1e6 };
  };
  return {
    name: `one database function under pgbench, ${callers} connections`,
    run,
    close: async () => undefined,
  };
}

function finished(command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PGOPTIONS: PLAN_ONCE };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** Where there is no pgbench: the same call from Node, a little below what pgbench reaches. */
async function underNode({ postgres, postmasterPid }, { callers, pool: max }) {
  const pool = new pg.Pool({
    connectionString: postgres.appUrl,
    max,
    min: max,
    idleTimeoutMillis: 0,
    options: PLAN_ONCE,
  });
  return {
    name: `one database function called by pg, ${max} connections (no pgbench here)`,
    run: (seconds) =>
      closedLoop(() => pool.query({ name: 'bench', text: CALL }), { callers, seconds, postmasterPid }),
    close: () => pool.end(),
  };
}
