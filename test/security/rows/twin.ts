import type pg from 'pg';
import { City } from '../../faults/city.js';
import { OTHER_RULES } from './beside-cases.js';
import { CASE_RULES } from './cases.js';
import { EYES, type Eyes, isHere } from './eyes.js';
import { mayDo, type Row, type Rules } from './rules.js';

export const RULES: Readonly<Record<string, Rules>> = { ...CASE_RULES, ...OTHER_RULES };

/** What rows need in order to be there, whatever is asked about. */
const DEFAULTS: Row = { jurisdiction: '350500', occurred_month: '2026-06-01' };

/**
 * A database of its own without any rule but row-level security, so that a row says no more than what that reads: no checks, no
 * references, no triggers.
 */
const LAY_BARE = `
  do $$
  declare c record;
  begin
    for c in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'u', 'f', 'p') order by contype = 'p', contype = 'u' loop
      execute format('alter table %s drop constraint %I cascade', c.t, c.conname);
    end loop;
    for c in select i.indexrelid::regclass as i from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique loop
      execute format('drop index %s', c.i);
    end loop;
    for c in select a.attrelid::regclass as t, a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid
      where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attnum > 0 and a.attnotnull loop
      execute format('alter table %s alter column %I drop identity if exists', c.t, c.attname);
      execute format('alter table %s alter column %I drop not null', c.t, c.attname);
    end loop;
  end $$;
  create table probed (relation text, number int, place tid, said jsonb, is_copied boolean);
  grant select on probed to wendai_app;

  -- By row: whether it is seen, a change that changes nothing and its end are let through, and for some a copy of it.
  create function allowed(asked text) returns table (number int, letters text) language plpgsql as $$
  declare
    p record;
    changed text;
    columns text;
    seen tid[] = '{}';
    copied int[] = '{}';
    updated tid[] = '{}';
    deleted tid[] = '{}';
  begin
    select a.attname into changed from pg_attribute a where a.attrelid = asked::regclass and a.attnum > 0
      and has_column_privilege(a.attrelid, a.attnum, 'UPDATE') order by a.attnum limit 1;
    execute format('select coalesce(array_agg(ctid), $1) from %I', asked) into seen using seen;
    for p in select * from probed where relation = asked and is_copied loop
      select string_agg(quote_ident(k), ', ') into columns from jsonb_object_keys(p.said) k;
      begin
        execute format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, $1)', asked, columns, columns, asked)
          using p.said;
        copied = copied || p.number;
        raise exception using errcode = 'UNDO1';
      exception when sqlstate 'UNDO1' or insufficient_privilege then null;
      end;
    end loop;
    if changed is not null then
      begin
        execute format('with done as (update %I set %I = %I returning old.ctid as place) select coalesce(array_agg(place), $1) from done',
          asked, changed, changed) into updated using updated;
        raise exception using errcode = 'UNDO1';
      exception when sqlstate 'UNDO1' or insufficient_privilege then null;
      end;
    end if;
    if has_table_privilege(asked, 'DELETE') then
      begin
        execute format('with done as (delete from %I returning ctid as place) select coalesce(array_agg(place), $1) from done', asked)
          into deleted using deleted;
        raise exception using errcode = 'UNDO1';
      exception when sqlstate 'UNDO1' or insufficient_privilege then null;
      end;
    end if;
    return query select q.number, concat(case when q.place = any (seen) then 'r' end, case when q.number = any (copied) then 'i' end,
        case when q.place = any (updated) then 'u' end, case when q.place = any (deleted) then 'd' end)
      from probed q where q.relation = asked;
  end $$;
  grant execute on function allowed to wendai_app;`;

/** A twin of the city's database that holds nothing but rows about which one can ask who may do what. */
export class Twin {
  private constructor(
    private readonly city: City,
    readonly client: pg.Client,
  ) {}

  static async make(): Promise<Twin> {
    const city = await City.found();
    const client = await city.connect();
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(LAY_BARE);
    for (const [table, rules] of Object.entries(RULES)) await layDown(client, table, rules);
    return new Twin(city, client);
  }

  /** Every table that the server reaches, and that therefore needs rules. */
  async tables(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname not in ('probed', 'test_clock', 'migrations')
        and (has_table_privilege('wendai_app', oid, 'SELECT, INSERT, UPDATE, DELETE')
          or has_any_column_privilege('wendai_app', oid, 'SELECT, INSERT, UPDATE')) order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** What is allowed and should not be, and what should be and is not: by table, row and eyes. */
  async faultsIn(tables: readonly string[]): Promise<string[]> {
    const faults: string[] = [];
    for (const [name, eyes] of Object.entries(EYES)) {
      const settings = Object.entries(eyes).map(
        ([key, value]) => `set_config('wendai.${key}', '${value}', true)`,
      );
      await this.client.query(`savepoint asked; set local role wendai_app; select ${settings.join(', ')}`);
      const { rows } = await this.client.query<{ relation: string; number: number; letters: string }>(
        'select relation, a.* from unnest($1::text[]) relation cross join lateral allowed(relation) a',
        [tables],
      );
      await this.client.query('rollback to savepoint asked');
      for (const { relation, number, letters } of rows) {
        const expected = expectedOf(relation, number, eyes);
        if (letters !== expected) {
          const row = JSON.stringify(RULES[relation]?.rows[number]);
          faults.push(`${relation} ${row}: ${name} may "${letters}", not "${expected}"`);
        }
      }
    }
    return faults;
  }

  /** Whatever is done to the database is undone. */
  async undone<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.client.query('begin');
    try {
      return await work();
    } finally {
      await this.client.query('rollback');
    }
  }

  async end(): Promise<void> {
    await this.client.end();
    await this.city.raze();
  }
}

async function layDown(client: pg.Client, table: string, { rows, inserts }: Rules): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const known = new Set(columns.map(({ name }) => name));
  for (const [number, row] of rows.entries()) {
    const said = Object.fromEntries(
      Object.entries({ ...DEFAULTS, ...row }).filter(([name]) => known.has(name)),
    );
    const names = Object.keys(said)
      .map((name) => `"${name}"`)
      .join(', ');
    await client.query(
      `with laid as (insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1) returning ctid)
        insert into probed select $2, $3, laid.ctid, $1, $4 from laid`,
      [said, table, number, isCopied(number, inserts)],
    );
  }
}

function expectedOf(table: string, number: number, eyes: Eyes): string {
  const rules = RULES[table];
  if (rules === undefined) return '';
  const may = mayDo(rules, rules.rows[number] ?? {}, eyes, isHere(eyes));
  return isCopied(number, rules.inserts) ? may : may.replace('i', '');
}

/** Where nobody but the engine adds rows, one row is as good as another. */
function isCopied(number: number, inserts: Rules['inserts']): boolean {
  return inserts !== undefined || number === 0;
}
