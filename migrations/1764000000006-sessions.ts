import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Server-side sessions: the cookie carries a token, the table only its hash. */
export class Sessions1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        token_hash text not null primary key check (token_hash ~ '^[0-9a-f]{64}$'),
        jurisdiction text not null,
        -- By which its own person knows it; the token is told to nobody.
        id uuid not null,
        person uuid not null,
        address text not null,
        browser text not null,
        created_at timestamptz not null default wendai_now(),
        seen_at timestamptz not null default wendai_now(),
        -- Since when it is known who sits there: decisions of weight ask again after a while.
        proven_at timestamptz not null default wendai_now(),
        second_factor boolean not null,
        idle_minutes int not null check (idle_minutes between 1 and 30),
        expires_at timestamptz not null,
        ended_at timestamptz,
        unique (jurisdiction, id),
        foreign key (jurisdiction, person) references person
      );
      create index session_of_person on session (jurisdiction, person) where ended_at is null;

      -- What somebody had before: the last ones cannot be chosen again.
      create table former_password (
        jurisdiction text not null,
        person uuid not null,
        password_hash text not null,
        replaced_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, person, password_hash),
        foreign key (jurisdiction, person) references person
      );

      create table login_attempt (
        jurisdiction text not null,
        id bigint generated always as identity,
        login text not null,
        address text not null,
        succeeded boolean not null,
        at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id)
      );
      create index login_attempt_of_login on login_attempt (jurisdiction, login, at);
      create index login_attempt_from on login_attempt (jurisdiction, address, at);

      do $$
      declare t text;
      begin
        foreach t in array array['session', 'former_password', 'login_attempt'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select, insert on %I to wendai_app', t);
        end loop;
        grant update, delete on session to wendai_app;
        grant update, delete on login_attempt to wendai_app;
        grant delete on former_password to wendai_app;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
