import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A firm's coordination with its filings and meetings, and the measures of support. */
export class Coordination1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coordination (
        jurisdiction text not null,
        id uuid not null,
        owner_org uuid not null,
        firm uuid,
        -- As the directory had them then: a helper may not read the firm itself.
        credit_code text,
        firm_name text,
        county text,
        state text not null,
        official uuid,
        posts text[] not null default '{}',
        -- Joined, and neither concluded nor left.
        filings int not null check (filings >= 0),
        meeting_on date,
        ending text check (ending in ('concluded', 'left', 'court')),
        opened_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, id) references process_case,
        foreign key (jurisdiction, firm) references firm,
        check ((ending is null) = (state <> 'concluded'))
      ) with (fillfactor = 80);
      -- 一企一协调: whoever joins finds the open one, or opens it.
      create unique index one_open_coordination on coordination (jurisdiction, firm) where state <> 'concluded';
      create index coordination_by_state on coordination (jurisdiction, state, id);

      -- One filing's part in it: all that its bank may see. \`version\` counts the changes of this part alone, so that a bank
      -- learns of nobody else by it.
      create table coordination_filing (
        jurisdiction text not null,
        coordination uuid not null,
        filing uuid not null,
        bank uuid not null,
        unit uuid,
        revision int not null check (revision > 0),
        state text not null check (state in ('joined', 'concluded', 'left')),
        version int not null default 1,
        joined_at timestamptz not null,
        proposed jsonb,
        prepared jsonb,
        confirmed jsonb,
        outcome text check (outcome in ('retained', 'replacedBy', 'reducedTo', 'deferredUntil', 'notAgreed')),
        ended_at timestamptz,
        primary key (jurisdiction, coordination, filing),
        foreign key (jurisdiction, coordination) references coordination,
        foreign key (jurisdiction, filing) references filing,
        foreign key (jurisdiction, bank) references organization,
        check ((state = 'joined') = (ended_at is null)),
        check ((state = 'concluded') = (outcome is not null))
      );
      create index part_of_bank on coordination_filing (jurisdiction, bank) where state = 'joined';
      create index coordination_of_filing on coordination_filing (jurisdiction, filing, joined_at);

      create table coordination_meeting (
        jurisdiction text not null,
        coordination uuid not null,
        number int not null check (number > 0),
        meets_on date not null,
        meets_at text,
        place text not null,
        agenda text not null,
        filings uuid[] not null check (cardinality(filings) > 0),
        state text not null check (state in ('called', 'cancelled', 'missed', 'held')),
        held_on date,
        participants text[],
        minutes text,
        primary key (jurisdiction, coordination, number),
        foreign key (jurisdiction, coordination) references coordination,
        check ((state = 'held') = (minutes is not null))
      );

      create table support (
        jurisdiction text not null,
        id uuid not null,
        owner_org uuid not null,
        firm uuid,
        credit_code text,
        firm_name text,
        county text,
        type text not null,
        parent_process text not null check (parent_process in ('coordination', 'filing', 'committee', 'firm')),
        parent_id uuid not null,
        proposer uuid,
        holder uuid not null,
        holder_role text not null,
        state text not null,
        lateness text check (lateness in ('overdue', 'escalated', 'bulletin')),
        due_on date not null,
        date_changed boolean not null default false,
        wait_until date,
        waits_for text,
        repaid_on date,
        input jsonb not null default '{}',
        result jsonb,
        end_reason text,
        outcome text check (outcome in ('done', 'notDone', 'cancelled')),
        proposed_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, id) references process_case,
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, holder) references organization
      ) with (fillfactor = 80);
      create index support_of_holder on support (jurisdiction, holder, id);
      create index support_of_parent on support (jurisdiction, parent_id, id);
      create index support_by_state on support (jurisdiction, state, id);

      do $$
      declare t text;
      begin
        foreach t in array array['coordination', 'coordination_filing', 'coordination_meeting', 'support'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert, update on %I to wendai_app', t);
        end loop;
      end $$;
      -- The coordination as a whole is for offices: a bank that saw it would see that there are others.
      create policy by_case on coordination for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null
          and exists (select from process_case c where c.jurisdiction = coordination.jurisdiction and c.id = coordination.id offset 0));
      create policy by_case on coordination_meeting for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null
          and exists (select from process_case c where c.jurisdiction = coordination_meeting.jurisdiction
            and c.id = coordination_meeting.coordination offset 0));
      create policy by_case on coordination_filing for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null
          and exists (select from process_case c where c.jurisdiction = coordination_filing.jurisdiction
            and c.id = coordination_filing.coordination offset 0));
      create policy own on coordination_filing for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and bank = (select actor_organization())
          and (unit is null or (select actor_unit()) is null or unit = (select actor_unit())));
      create policy by_case on support for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = support.jurisdiction and c.id = support.id offset 0));
      -- A measure that was given to another is no business any more of the one that had it.
      grant delete on case_access to wendai_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
