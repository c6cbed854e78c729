import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers with effective dates, the legal basis in force, the published calendars, and one stamp over all of them. */
export class Policy1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy_version (
        jurisdiction text not null,
        id uuid not null,
        number int not null check (number > 0),
        valid_from date not null,
        clause text not null,
        "values" jsonb not null,
        entered_by uuid,
        entered_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, number),
        unique (jurisdiction, valid_from)
      );

      create table policy_basis (
        jurisdiction text not null,
        id uuid not null,
        title text not null,
        document_number text not null,
        clause text not null,
        label text,
        valid_from date not null,
        valid_until date,
        entered_by uuid,
        entered_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        check (valid_until is null or valid_until >= valid_from)
      );

      create table calendar_year (
        jurisdiction text not null,
        year int not null check (year between 2000 and 2100),
        revision int not null check (revision > 0),
        notice text not null,
        off jsonb not null,
        working jsonb not null,
        entered_by uuid,
        entered_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, year, revision)
      );

      -- A new stamp whenever anything that nodes keep in memory has changed: they compare it in every transaction.
      create table reference_stamp (
        only_row boolean primary key default true check (only_row),
        stamp uuid not null default gen_random_uuid()
      );
      insert into reference_stamp default values;

      create function touch_reference() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        update reference_stamp set stamp = gen_random_uuid();
        return null;
      end $$;

      do $$
      declare t text;
      begin
        foreach t in array array['county', 'organization', 'organization_name', 'unit', 'sign_off_chain',
                                 'policy_version', 'policy_basis', 'calendar_year'] loop
          execute format('create trigger touch after insert or update or delete on %I for each statement execute function touch_reference()', t);
        end loop;
        foreach t in array array['policy_version', 'policy_basis', 'calendar_year'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy read on %I for select to wendai_app, wendai_reader using ((select in_scope()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('create policy write on %I for insert to wendai_app with check (jurisdiction = (select actor_jurisdiction()) and ((select in_engine()) or (select actor_office()) = ''system''))', t);
          execute format('grant select, insert on %I to wendai_app', t);
          execute format('grant select on %I to wendai_reader', t);
        end loop;
      end $$;

      -- Nothing in this row is anybody's secret, and the trigger writes it as the owner.
      alter table reference_stamp enable row level security;
      alter table reference_stamp force row level security;
      create policy read on reference_stamp for select using (true);
      create policy touch on reference_stamp for update to current_user using (true);
      grant select on reference_stamp to wendai_app, wendai_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
