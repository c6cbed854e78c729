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
        -- Another system has said who it is: the password of this one is not asked for.
        by_provider boolean not null default false,
        idle_minutes int not null check (idle_minutes between 1 and 30),
        expires_at timestamptz not null,
        ended_at timestamptz,
        unique (jurisdiction, id),
        foreign key (jurisdiction, person) references person
      );
      create index session_of_person on session (jurisdiction, person) where ended_at is null;

      -- 通行密钥: what a device proves itself by. Never changed but for its use, and kept when it counts no more.
      create table passkey (
        jurisdiction text not null,
        id uuid not null,
        person uuid not null,
        name text not null,
        credential_id text not null,
        public_key text not null,
        -- How often its device says that it was used; it never falls.
        counter bigint not null check (counter >= 0),
        transports text[] not null,
        synced boolean not null,
        added_at timestamptz not null default wendai_now(),
        used_at timestamptz,
        removed_at timestamptz,
        primary key (jurisdiction, id),
        unique (jurisdiction, credential_id),
        foreign key (jurisdiction, person) references person
      );
      create index passkey_of_person on passkey (jurisdiction, person) where removed_at is null;

      -- What a browser has been asked to have signed, until it is answered or too old. No session while somebody signs in.
      create table passkey_challenge (
        jurisdiction text not null,
        challenge text not null,
        purpose text not null check (purpose in ('add', 'prove')),
        person uuid not null,
        session uuid,
        expires_at timestamptz not null,
        primary key (jurisdiction, challenge),
        foreign key (jurisdiction, person) references person
      );

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

      -- A bank's system, known by a secret of which the table has the hash. What it may do never changes after its making.
      create table api_key (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        unit uuid,
        name text not null,
        duty text not null check (duty in ('prepare', 'send')),
        addresses text[] not null check (cardinality(addresses) between 1 and 20),
        valid_until date not null,
        created_by uuid not null,
        created_at timestamptz not null default wendai_now(),
        used_at timestamptz,
        used_from text,
        -- When it was last shown too late, or from a foreign address.
        refused_at timestamptz,
        revoked_by uuid,
        revoked_at timestamptz,
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, id),
        foreign key (jurisdiction, organization) references organization,
        foreign key (jurisdiction, organization, unit) references unit (jurisdiction, organization, id),
        foreign key (jurisdiction, organization, created_by) references person (jurisdiction, organization, id),
        foreign key (jurisdiction, organization, revoked_by) references person (jurisdiction, organization, id),
        check ((revoked_at is null) = (revoked_by is null))
      );

      create unique index api_key_name_in_use on api_key (jurisdiction, organization, name) where revoked_at is null;

      -- A rotated key has two for some days, so that the bank's systems can change over one by one.
      create table api_key_secret (
        hash text not null primary key check (hash ~ '^[0-9a-f]{64}$'),
        jurisdiction text not null,
        api_key uuid not null,
        created_at timestamptz not null default wendai_now(),
        -- Without one it is good as long as its key.
        valid_until timestamptz,
        foreign key (jurisdiction, api_key) references api_key
      );
      create unique index api_key_secret_in_force on api_key_secret (jurisdiction, api_key) where valid_until is null;

      -- Everybody whom the log can name as an actor.
      create view known_actor with (security_invoker = true) as
        select jurisdiction, id, organization, name from person
        union all
        select jurisdiction, id, organization, name from staff s where not exists (select from person p
          where p.jurisdiction = s.jurisdiction and p.id = s.id)
        union all
        select jurisdiction, id, organization, name from api_key;
      grant select on known_actor to wendai_app;

      do $$
      declare t text;
      begin
        foreach t in array array['api_key', 'api_key_secret', 'session', 'passkey', 'passkey_challenge', 'former_password', 'login_attempt'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select, insert on %I to wendai_app', t);
        end loop;
        grant update (used_at, used_from, refused_at, revoked_by, revoked_at) on api_key to wendai_app;
        grant update (valid_until) on api_key_secret to wendai_app;
        grant update, delete on session to wendai_app;
        grant update (counter, used_at, removed_at) on passkey to wendai_app;
        grant delete on passkey_challenge to wendai_app;
        grant update, delete on login_attempt to wendai_app;
        grant delete on former_password to wendai_app;
      end $$;

      -- How often somebody has asked lately, as src/limits counts it. No case and no person's name is in it.
      create unlogged table rate_count (key varchar(255) primary key, points int not null default 0, expire bigint);
      alter table rate_count enable row level security;
      alter table rate_count force row level security;
      create policy counting on rate_count for all to wendai_app using (true) with check (true);
      grant select, insert, update, delete on rate_count to wendai_app;

      create policy own on api_key for select to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
