import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the engine writes in its one transaction: the case, its log entry, its deadlines, its notices. */
export class Process1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The state of a case of any process. Narrow on purpose: content and history live elsewhere.
      create table process_case (
        jurisdiction text not null,
        id uuid not null,
        process text not null,
        version smallint not null,
        definition_hash text not null,
        value jsonb not null,
        status text not null check (status in ('active', 'done')),
        context jsonb not null,
        state text not null,
        seq int not null check (seq > 0),
        -- How often the open draft or revision was changed since: part of the version, though no event.
        edits int not null default 0,
        owner_org uuid not null,
        owner_unit uuid,
        firm uuid,
        -- Whether the offices see it at all: a draft is the bank's own.
        disclosed boolean not null default false,
        -- The posts it waits for, and until when: what worklists are made of.
        waits_for text[] not null default '{}',
        -- Where those posts are, when they are not at the owner or the one office of that name.
        waits_at uuid[],
        due_at timestamptz,
        created_at timestamptz not null default wendai_now(),
        updated_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        foreign key (jurisdiction, owner_org) references organization,
        foreign key (jurisdiction, firm) references firm
      ) with (fillfactor = 80);
      -- Worklists, a side each. Row-level security keeps array operators out of index conditions, so the posts of a side are a
      -- condition of the index itself; src/worklist/sources.ts repeats it word for word.
      create index bank_work on process_case (jurisdiction, owner_org, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
        where waits_for && '{bank.maker,bank.checker,bank.admin,bank.client}'::text[];
      create index office_work on process_case (jurisdiction, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
        where waits_for && '{finance.reviewer,finance.leader,industry.reviewer,industry.leader}'::text[];
      create index county_work on process_case (jurisdiction, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
        where waits_for && '{county.coordinator}'::text[];
      create index chair_work on process_case (jurisdiction, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
        where waits_for && '{bank.delegate}'::text[];
      create index guest_work on process_case (jurisdiction, (case when due_at is null then 'infinity'::timestamptz else due_at end), id) where waits_at is not null;
      create index case_of_firm on process_case (jurisdiction, firm, process) where status = 'active';

      -- Organizations that were told of a case and may read it from then on.
      create table case_access (
        jurisdiction text not null,
        case_id uuid not null,
        organization uuid not null,
        since timestamptz not null default wendai_now(),
        primary key (jurisdiction, case_id, organization)
      );
      create index access_of_organization on case_access (jurisdiction, organization);

      create table idempotency_key (
        organization uuid not null,
        principal uuid not null,
        key text not null check (length(key) between 1 and 128),
        fingerprint text not null,
        jurisdiction text not null,
        case_id uuid,
        entry_id uuid,
        status smallint,
        created_at timestamptz not null default wendai_now(),
        primary key (organization, principal, key)
      );
      create index idempotency_age on idempotency_key (created_at);

      -- Append-only. \`body\` is exactly what is hashed; the columns beside it are copies for looking things up.
      create table log_entry (
        jurisdiction text not null,
        occurred_month date not null,
        id uuid not null,
        kind text not null check (kind in ('transition', 'access', 'refusal', 'read', 'grant', 'configuration', 'directory')),
        type text not null,
        case_id uuid,
        seq int,
        owner_org uuid,
        audience text not null check (audience in ('bank', 'office', 'regulator', 'member', 'audit')),
        at timestamptz not null,
        actor_person uuid,
        actor_organization uuid,
        body text not null,
        position bigint generated always as identity,
        written_in xid8 not null default pg_current_xact_id(),
        primary key (jurisdiction, occurred_month, id),
        unique (jurisdiction, case_id, seq, occurred_month),
        check ((kind = 'transition') = (seq is not null))
      );
      create index log_of_case on log_entry (jurisdiction, case_id, seq);
      create index log_of_person on log_entry (jurisdiction, actor_person, position) where case_id is not null;
      create index log_feed on log_entry (written_in, position);
      -- A bank that asks what is new reads its own entries only, however much the others do meanwhile.
      create index log_feed_of_owner on log_entry (jurisdiction, owner_org, written_in, position)
        where kind in ('transition', 'configuration');

      -- What the commitments of an entry are about, and the salt that opens them. Erasable after its term; the proof survives.
      create table log_value (
        jurisdiction text not null,
        occurred_month date not null,
        entry_id uuid not null,
        case_id uuid,
        owner_org uuid,
        audience text not null,
        salt text not null,
        "values" text not null,
        primary key (jurisdiction, occurred_month, entry_id)
      );

      -- Entries that the sequencer has not yet given a leaf. Written with the entry, so a late commit is never missed.
      create table log_pending (
        jurisdiction text not null,
        occurred_month date not null,
        entry_id uuid not null,
        -- By which the server vouches for the entry; the key lies outside the database.
        voucher text not null,
        -- The server has not written this entry: it gets no leaf, and stays here to be seen.
        refused boolean not null default false,
        primary key (jurisdiction, occurred_month, entry_id)
      );

      -- One clock of a case. Re-arming raises the generation, so a late worker cannot fire an old one.
      create table deadline (
        jurisdiction text not null,
        case_id uuid not null,
        name text not null,
        generation int not null check (generation > 0),
        owner_org uuid not null,
        status text not null check (status in ('armed', 'stopped', 'disarmed', 'fired')),
        working_days int,
        remaining int,
        armed_on date not null,
        -- The last day of a period in calendar days, before a day off moved it.
        last_day date,
        due_on date not null,
        fire_at timestamptz not null,
        stops jsonb not null default '[]',
        provisional boolean not null,
        policy uuid,
        calendar_stamp uuid not null,
        rung smallint not null default 0,
        rung_at timestamptz,
        primary key (jurisdiction, case_id, name)
      ) with (fillfactor = 80);
      -- In the order of work to the last: thousands fall due at the same half past five.
      create index deadline_due on deadline (fire_at, case_id, name) where status = 'armed';
      create index deadline_rung_due on deadline (rung_at) where status in ('armed', 'fired') and rung_at is not null;
      create index deadline_stopped on deadline (jurisdiction, case_id, name) where status = 'stopped';

      -- A rung of a ladder is climbed once: the key says so.
      create table deadline_rung (
        jurisdiction text not null,
        case_id uuid not null,
        name text not null,
        generation int not null,
        rung smallint not null,
        climbed_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, case_id, name, generation, rung)
      );

      -- A notice to a post. It is the inbox; mails are made from it afterwards and never delay it.
      create table notice (
        jurisdiction text not null,
        id uuid not null,
        source uuid not null,
        case_id uuid,
        organization uuid not null,
        unit uuid,
        -- Whom alone it is for, when it is about the own account.
        person uuid,
        role text not null,
        template text not null,
        copy boolean not null default false,
        data jsonb not null,
        created_at timestamptz not null default wendai_now(),
        mailed boolean not null default false,
        primary key (jurisdiction, id),
        unique (jurisdiction, source, organization, role, template),
        foreign key (jurisdiction, organization, person) references person (jurisdiction, organization, id)
      );
      create index notice_of_post on notice (jurisdiction, organization, role, id);
      create index notice_in_copy on notice (jurisdiction, organization, id) where copy;
      create index notice_to_mail on notice (jurisdiction, source) where not mailed;

      create table notice_read (
        jurisdiction text not null,
        notice uuid not null,
        person uuid not null,
        read_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, notice, person),
        foreign key (jurisdiction, notice) references notice
      );

      -- One mail a person and event, whatever posts of theirs the event concerns. Its Message-ID never changes again.
      create table mail (
        jurisdiction text not null,
        id uuid not null,
        source uuid not null,
        notices uuid[] not null check (cardinality(notices) > 0),
        person uuid not null,
        address text not null,
        message_id text not null unique,
        status text not null check (status in ('queued', 'sent', 'dead')),
        -- Counts the claims of the nodes as well: whoever claimed an older attempt may no longer say what came of it.
        attempts int not null default 0,
        -- A node that takes a mail moves this past the end of its lease, so that nobody else sends it meanwhile.
        next_attempt_at timestamptz not null default wendai_now(),
        give_up_at timestamptz not null,
        last_error text,
        sent_at timestamptz,
        created_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, source, person),
        foreign key (jurisdiction, person) references person,
        check ((status = 'sent') = (sent_at is not null))
      );
      create index mail_due on mail (jurisdiction, next_attempt_at) where status = 'queued';
      create index mail_dead on mail (jurisdiction, id) where status = 'dead';

      do $$
      declare t text;
      begin
        foreach t in array array['process_case', 'case_access', 'idempotency_key', 'log_entry', 'log_value',
                                 'log_pending', 'deadline', 'deadline_rung', 'notice', 'notice_read', 'mail'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert on %I to wendai_app', t);
        end loop;
        foreach t in array array['process_case', 'idempotency_key', 'deadline', 'notice', 'mail'] loop
          execute format('grant update on %I to wendai_app', t);
        end loop;
      end $$;
      -- A draft that was never filed may be discarded, an old key forgotten, a leaf handed to the sequencer. Nothing else goes.
      grant delete on process_case, idempotency_key, log_pending to wendai_app;
      grant update (refused) on log_pending to wendai_app;

      -- \`offset 0\` keeps the planner from reading a whole table to answer for a page: each row asks by its key. PostgreSQL asks
      -- policies from the last name to the first, so the one that has to look elsewhere bears the first name.
      create policy own on process_case for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and owner_org = (select actor_organization())
          and (owner_unit is null or (select actor_unit()) is null or owner_unit = (select actor_unit())));
      create policy offices on process_case for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and disclosed and (select actor_office()) in ('finance', 'industry', 'regulator', 'pboc'));
      create policy by_access on process_case for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and disclosed
          and exists (select from case_access a where a.jurisdiction = process_case.jurisdiction
            and a.case_id = process_case.id and a.organization = (select actor_organization()) offset 0));
      create policy own on case_access for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()));

      create policy own on idempotency_key for all to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and principal = (select actor_person()))
        with check (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and principal = (select actor_person()));

      -- Anybody who acts may append to the log; reading it follows the case and the audience of the entry.
      create policy append on log_entry for insert to wendai_app
        with check ((select in_scope()) and jurisdiction = (select actor_jurisdiction()));
      create policy append on log_value for insert to wendai_app
        with check ((select in_scope()) and jurisdiction = (select actor_jurisdiction()));
      create policy append on log_pending for insert to wendai_app
        with check ((select in_scope()) and jurisdiction = (select actor_jurisdiction()));
      create policy by_case on log_entry for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and kind in ('transition', 'configuration')
          and exists (select from process_case c where c.jurisdiction = log_entry.jurisdiction and c.id = log_entry.case_id offset 0)
          and (audience = 'bank' or (audience <> 'audit' and (select actor_office()) is not null)));
      create policy auditor on log_entry for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) = 'audit');
      create policy by_case on log_value for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = log_value.jurisdiction and c.id = log_value.case_id offset 0)
          and (audience = 'bank' or (audience <> 'audit' and (select actor_office()) is not null)));

      create policy by_case on deadline for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = deadline.jurisdiction and c.id = deadline.case_id offset 0));

      create policy own on notice for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and (unit is null or (select actor_unit()) is null or unit = (select actor_unit()))
          and (person is null or person = (select actor_person())));
      create policy own on notice_read for all to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and person = (select actor_person()))
        with check (jurisdiction = (select actor_jurisdiction()) and person = (select actor_person()));
      create policy operator on mail for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) = 'system');
      create policy operator_retry on mail for update to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) = 'system');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
