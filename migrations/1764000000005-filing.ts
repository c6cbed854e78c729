import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and pages show of a filing, its immutable revisions, and what offices and banks said and did about it. */
export class Filing1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table filing (
        jurisdiction text not null,
        id uuid not null,
        owner_org uuid not null,
        owner_unit uuid,
        firm uuid,
        credit_code text,
        firm_name text,
        county text,
        kind text check (kind in ('withdraw', 'squeeze', 'suspend')),
        relation_continues boolean,
        amount_fen bigint check (amount_fen > 0),
        planned_on date,
        acted_on date,
        external_ref text,
        -- Fixed at FILE.
        number text,
        machine_number text,
        register_number bigint,
        received_at timestamptz,
        received_on date,
        bank_date date,
        -- Follow the machine.
        state text not null,
        lane text check (lane in ('routine', 'focus')),
        marks text[] not null default '{}',
        conclusion_basis text,
        outcome text,
        revision int not null default 1,
        content_hash text,
        policy uuid,
        voluntary boolean not null default false,
        updated_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, owner_org, external_ref),
        unique (jurisdiction, number),
        unique (jurisdiction, machine_number),
        unique (jurisdiction, register_number),
        foreign key (jurisdiction, id) references process_case on delete cascade,
        foreign key (jurisdiction, owner_org) references organization,
        foreign key (jurisdiction, firm) references firm,
        check ((number is null) = (received_at is null))
      ) with (fillfactor = 80);
      create index filing_of_bank on filing (jurisdiction, owner_org, id);
      create index filing_unfiled on filing (jurisdiction, owner_org, id) where number is null;
      create index filing_of_firm on filing (jurisdiction, credit_code, owner_org) where number is not null;
      create index filing_by_state on filing (jurisdiction, state, id);

      -- The content of a filing, as the bank wrote it. Sealed when it is sent; a sealed revision never changes.
      create table filing_revision (
        jurisdiction text not null,
        filing uuid not null,
        revision int not null check (revision > 0),
        owner_org uuid not null,
        owner_unit uuid,
        content jsonb not null,
        content_hash text,
        prepared_by uuid not null,
        prepared_for uuid,
        updated_at timestamptz not null default wendai_now(),
        sealed_at timestamptz,
        -- What the checker had given back last, until it is sent: the next look is at what differs from it.
        returned jsonb,
        primary key (jurisdiction, filing, revision),
        foreign key (jurisdiction, filing) references filing on delete cascade,
        check ((sealed_at is null) = (content_hash is null)),
        check (sealed_at is null or returned is null)
      );

      -- What of a content names a person or a contract, sealed by a key that the database does not know. It may be sealed anew
      -- under another key, and erased after its term: the content hash of the revision still proves what was sent.
      create table filing_confidential (
        jurisdiction text not null,
        filing uuid not null,
        revision int not null,
        owner_org uuid not null,
        sealed text not null,
        -- The same of what was given back.
        returned text,
        primary key (jurisdiction, filing, revision),
        foreign key (jurisdiction, filing, revision) references filing_revision on delete cascade on update cascade
      );

      create table opinion (
        jurisdiction text not null,
        filing uuid not null,
        entry_id uuid not null,
        owner_org uuid not null,
        revision int not null,
        office text not null check (office in ('finance', 'industry', 'county', 'committee')),
        position text,
        text text not null,
        viability jsonb,
        given_by uuid,
        given_at timestamptz not null,
        -- An opinion that came after its office had fallen silent is recorded and changes nothing.
        late boolean not null default false,
        primary key (jurisdiction, filing, entry_id),
        foreign key (jurisdiction, filing) references filing
      );

      create table execution (
        jurisdiction text not null,
        filing uuid not null,
        entry_id uuid not null,
        owner_org uuid not null,
        executed_on date not null,
        amount_fen bigint not null check (amount_fen > 0),
        lines jsonb not null default '[]',
        final boolean not null,
        corrects uuid,
        primary key (jurisdiction, filing, entry_id),
        foreign key (jurisdiction, filing) references filing
      );

      -- Marks that only offices see. They are no part of the case, so that setting one moves nothing a bank can observe.
      create table office_mark (
        jurisdiction text not null,
        filing uuid not null,
        mark text not null,
        owner_org uuid not null,
        reason text,
        set_by uuid,
        set_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, filing, mark),
        foreign key (jurisdiction, filing) references filing
      );

      create table attachment (
        jurisdiction text not null,
        id uuid not null,
        filing uuid not null,
        owner_org uuid not null,
        owner_unit uuid,
        name text not null check (length(name) between 1 and 255),
        media_type text not null,
        size int not null check (size > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        added_by uuid not null,
        added_at timestamptz not null default wendai_now(),
        -- What a scanner for malware says; \`off\` when there was none.
        safety text not null default 'off' check (safety in ('off', 'waiting', 'clean', 'infected')),
        finding text,
        primary key (jurisdiction, id),
        unique (jurisdiction, filing, sha256),
        foreign key (jurisdiction, filing) references filing on delete cascade
      );

      create index attachment_unchecked on attachment (jurisdiction, id) where safety in ('off', 'waiting');

      -- The bank's own series. One row a bank and year: only that bank's own filings wait for each other, and briefly.
      create table number_series (
        jurisdiction text not null,
        organization uuid not null,
        year int not null,
        last int not null check (last > 0),
        primary key (jurisdiction, organization, year),
        foreign key (jurisdiction, organization) references organization
      );
      -- The city-wide register, for offices. Gaps are allowed: an aborted filing takes its number with it.
      create sequence register_number;
      grant usage on sequence register_number to wendai_app;

      -- One sheet of drafts that somebody uploaded, and what came of each of its reports. Kept for a month.
      create table filing_batch (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        person uuid not null,
        key text not null check (length(key) between 1 and 128),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        file_name text not null check (length(file_name) between 1 and 255),
        created_at timestamptz not null default wendai_now(),
        -- Moves with the work; a batch that stands still was cut off.
        touched_at timestamptz not null default wendai_now(),
        finished_at timestamptz,
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, person, key),
        foreign key (jurisdiction, organization) references organization
      );
      create index filing_batch_of_file on filing_batch (jurisdiction, person, sha256);
      create index filing_batch_age on filing_batch (created_at);
      create table filing_batch_report (
        jurisdiction text not null,
        batch uuid not null,
        number int not null check (number > 0),
        person uuid not null,
        rows int[] not null,
        external_ref text not null,
        status text not null check (status in ('waiting', 'made', 'existing', 'wrong')),
        filing uuid,
        remarks jsonb not null default '[]',
        -- The rows as they were written, until there is a draft of them: contacts and contracts are among them.
        sealed text,
        primary key (jurisdiction, batch, number),
        foreign key (jurisdiction, batch) references filing_batch on delete cascade,
        check ((status in ('waiting', 'wrong')) = (sealed is not null))
      );

      do $$
      declare t text;
      begin
        foreach t in array array['filing_batch', 'filing_batch_report'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('create policy own on %I for all to wendai_app
            using (jurisdiction = (select actor_jurisdiction()) and person = (select actor_person()))
            with check (jurisdiction = (select actor_jurisdiction()) and person = (select actor_person()))', t);
          execute format('grant select, insert, update on %I to wendai_app', t);
        end loop;
        grant delete on filing_batch to wendai_app;
      end $$;

      do $$
      declare t text;
      begin
        foreach t in array array['filing', 'filing_revision', 'filing_confidential', 'opinion', 'execution', 'office_mark', 'attachment', 'number_series'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert on %I to wendai_app', t);
        end loop;
        foreach t in array array['filing', 'filing_revision', 'filing_confidential', 'office_mark', 'number_series'] loop
          execute format('grant update on %I to wendai_app', t);
        end loop;
        grant update (safety, finding) on attachment to wendai_app;
        grant delete on filing, filing_revision, office_mark, attachment to wendai_app;
        foreach t in array array['filing_revision', 'filing_confidential', 'execution', 'attachment'] loop
          execute format('create policy by_case on %I for select to wendai_app, wendai_reader
            using (jurisdiction = (select actor_jurisdiction())
              and exists (select from process_case c where c.jurisdiction = %I.jurisdiction and c.id = %I.filing offset 0))', t, t, t);
        end loop;
        foreach t in array array['opinion', 'office_mark'] loop
          execute format('create policy by_case on %I for select to wendai_app, wendai_reader
            using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null
              and exists (select from process_case c where c.jurisdiction = %I.jurisdiction and c.id = %I.filing offset 0))', t, t, t);
        end loop;
      end $$;
      create policy by_case on filing for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = filing.jurisdiction and c.id = filing.id offset 0));
      create policy no_change_when_sealed on filing_revision as restrictive for update to wendai_app
        using (sealed_at is null) with check (true);
      -- An amendment that was being prepared may be dropped, a sent revision never.
      create policy no_delete_when_sealed on filing_revision as restrictive for delete to wendai_app
        using (sealed_at is null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
