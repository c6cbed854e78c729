import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground of every table: who is asking (settings of the transaction), what time it is, and the two scopes.
 * `actor` sees what the actor may see; `engine` sees the jurisdiction and is set by `src/process` alone.
 */
export class Scopes1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'wendai_app')
           or not exists (select from pg_roles where rolname = 'wendai_reader') then
          raise exception 'The users wendai_app and wendai_reader do not exist yet: create them first (docs/operations.md, section 1).';
        end if;
      end $$;

      revoke all on schema public from public;
      grant usage on schema public to wendai_app, wendai_reader;

      -- Every instant of the system comes from here. Tests replace the function in their template; the app user cannot.
      create function wendai_now() returns timestamptz language sql stable
        as 'select transaction_timestamp()';

      -- How many migrations the database has seen, for readiness; the list itself is its owner's.
      create function migrations_done() returns int language sql stable security definer set search_path = public
        as 'select count(*)::int from migrations';

      create function setting_of(name text) returns text language sql stable
        as $$ select nullif(current_setting('wendai.' || name, true), '') $$;
      create function in_engine() returns boolean language sql stable
        as $$ select coalesce(current_setting('wendai.scope', true) = 'engine', false) $$;
      create function in_scope() returns boolean language sql stable
        as $$ select coalesce(current_setting('wendai.scope', true) in ('actor', 'engine'), false) $$;
      create function actor_jurisdiction() returns text language sql stable as $$ select setting_of('jurisdiction') $$;
      create function actor_organization() returns uuid language sql stable as $$ select setting_of('organization')::uuid $$;
      create function actor_unit() returns uuid language sql stable as $$ select setting_of('unit')::uuid $$;
      create function actor_office() returns text language sql stable as $$ select setting_of('office') $$;
      create function actor_person() returns uuid language sql stable as $$ select setting_of('person')::uuid $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
