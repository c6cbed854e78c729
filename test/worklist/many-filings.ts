import { withClient } from '../support/database.js';

/**
 * Filings by the thousand, as rows and not through the engine: a city of some years, most of it over, six in ten of the rest
 * with the bank. Nothing falls due, so that no worker touches them.
 */
export async function manyFilings(count: number): Promise<void> {
  await withClient('admin', async (client) => {
    await client.query(`set session_replication_role = replica`);
    for (const statement of STATEMENTS) {
      await client.query(statement, statement.includes('$1') ? [count] : []);
    }
    await client.query('vacuum analyze');
  });
}

const STATES = `
  create temp table banks as select row_number() over (order by key) - 1 as place, id, key from organization where kind = 'bank';
  create temp table plan (n int, id uuid, bank uuid, state text, waits text[], due timestamptz)`;

const PLAN = `
  insert into plan select n, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, b.id, s.state,
    case s.state when 'acknowledging' then '{finance.reviewer}'::text[]
      when 'reviewing' then '{finance.reviewer,industry.reviewer}'::text[]
      when 'cleared' then '{bank.maker}'::text[] when 'concluding' then '{finance.leader}'::text[] else '{}'::text[] end,
    case when s.state in ('closed', 'deferred') then null
      else timestamptz '2026-06-01 17:30+08' + (n % 60) * interval '1 day' end
  from generate_series(1, $1::int) n
  join banks b on b.place = n % (select count(*) from banks)
  cross join lateral (select case when n % 3 > 0 then 'closed'
    else (array['acknowledging', 'reviewing', 'cleared', 'cleared', 'cleared', 'concluding', 'deferred'])[1 + n / 3 % 7] end as state) s`;

const CASES = `
  insert into process_case (jurisdiction, id, process, version, definition_hash, value, status, context, state, seq, owner_org,
    disclosed, waits_for, due_at)
  select '350500', id, 'filing', 1, 'none', '"x"', case state when 'closed' then 'done' else 'active' end,
    jsonb_build_object('filler', repeat('x', 1200)), state, 8, bank, true, waits, due from plan`;

const FILINGS = `
  insert into filing (jurisdiction, id, owner_org, credit_code, firm_name, county, kind, amount_fen, planned_on, number,
    machine_number, register_number, received_at, received_on, bank_date, state, lane)
  select '350500', id, bank, '91350582MA2' || lpad(n::text, 7, '0'), '企业' || n, (array['jinjiang', 'shishi', 'nanan'])[1 + n % 3],
    (array['squeeze', 'withdraw', 'suspend'])[1 + n % 3], 70000000, '2026-08-03', '编号' || n, 'N-' || n, 100000 + n,
    '2026-05-28 09:00+08', '2026-05-28', '2026-08-03', state, (array['routine', 'focus'])[1 + n % 2] from plan`;

/** What lies behind has struck; what lies ahead is stopped, so that it never will. */
const DEADLINES = `
  insert into deadline (jurisdiction, case_id, name, generation, owner_org, status, working_days, armed_on, due_on, fire_at,
    provisional, calendar_stamp)
  select '350500', id, c.name, 1, bank, case when due < '2026-06-10 09:30+08' then 'fired' else 'stopped' end, 5, '2026-05-28',
    due::date, due, false, gen_random_uuid()
  from plan, lateral unnest(case state when 'reviewing' then '{review.finance,review.industry}'::text[]
    else '{acknowledge}'::text[] end) c(name) where due is not null`;

const ACCESS = `
  insert into case_access (jurisdiction, case_id, organization)
  select '350500', p.id, o.id from plan p join filing f on f.id = p.id
  join organization o on o.county = f.county`;

const ENTRIES = `
  insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, seq, owner_org, audience, at, actor_person,
    actor_organization, body)
  select '350500', '2026-05-01', gen_random_uuid(), 'transition', s.type, p.id, s.seq, p.bank, 'bank', '2026-05-28 09:00+08',
    x.id, x.organization, '{}'
  from plan p cross join (values (1, 'OPENED', 'maker'), (2, 'SEND_TO_CHECK', 'maker'), (3, 'FILE', 'checker'),
    (4, 'ACKNOWLEDGE', 'reviewer')) s(seq, type, duty)
  join banks b on b.id = p.bank
  join person x on x.login = case s.duty when 'reviewer' then 'finance.reviewer' else b.key || '.' || s.duty end
  order by p.n, s.seq`;

const NOTICES = `
  insert into notice (jurisdiction, id, source, case_id, organization, role, template, copy, data, mailed)
  select '350500', ('01900000-0000-7000-9' || a.place || '00-' || right(p.id::text, 12))::uuid, gen_random_uuid(), p.id,
    coalesce(o.id, p.bank), a.role, a.template, a.copy, '{}', true
  from plan p cross join (values (0, 'bank.maker', 'received', false), (1, 'regulator.observer', 'filed', true),
    (2, 'finance.reviewer', 'cleared', true)) a(place, role, template, copy)
  left join organization o on o.key = split_part(a.role, '.', 1)`;

const STATEMENTS = [...STATES.split(';'), PLAN, CASES, FILINGS, DEADLINES, ACCESS, ENTRIES, NOTICES];
