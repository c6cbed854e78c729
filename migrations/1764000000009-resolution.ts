import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resolutions of creditors' committees: the item, members and claims frozen on the record date, sealed ballots, breaches. */
export class Resolution1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists and pages show of a resolution; follows the machine.
      create table resolution (
        jurisdiction text not null,
        id uuid not null,
        owner_org uuid not null,
        committee uuid not null,
        firm uuid not null,
        number text not null,
        kind text not null check (kind in ('major', 'ordinary', 'procedural')),
        subject jsonb not null,
        title text not null check (length(title) between 1 and 200),
        text text not null,
        asked_by uuid not null,
        state text not null,
        record_date date,
        -- How it is counted: by the agreement that was in force at the notice.
        rule jsonb,
        open_voting boolean not null default false,
        tally jsonb,
        closed_on date,
        until_on date,
        term_extended boolean not null default false,
        opened_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (jurisdiction, id),
        unique (jurisdiction, number),
        foreign key (jurisdiction, id) references process_case,
        foreign key (jurisdiction, committee) references committee,
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, asked_by) references organization
      ) with (fillfactor = 80);
      create index resolution_of_committee on resolution (jurisdiction, committee, id);
      create index resolution_by_state on resolution (jurisdiction, state, id);

      create table resolution_series (
        jurisdiction text not null,
        year int not null,
        last int not null check (last > 0),
        primary key (jurisdiction, year)
      );

      -- 基准日: heads and claims as they stood at the notice. What is sold or bought afterwards changes nothing here.
      create table resolution_member (
        jurisdiction text not null,
        resolution uuid not null,
        bank uuid not null,
        claim_fen bigint not null check (claim_fen >= 0),
        -- Related to the debtor; asks consent to its own act.
        conflicted boolean not null default false,
        asking boolean not null default false,
        -- What others recorded of a relation; a member that said so itself needs no document.
        conflict_reason text,
        conflict_document text,
        conflict_found_by uuid,
        authorization_document text,
        primary key (jurisdiction, resolution, bank),
        foreign key (jurisdiction, resolution) references resolution,
        foreign key (jurisdiction, bank) references organization
      );

      -- One row a head. The choice is its own member's and the engine's until the close; the log holds its commitment.
      create table ballot (
        jurisdiction text not null,
        resolution uuid not null,
        member uuid not null,
        choice text not null check (choice in ('for', 'against', 'abstain')),
        reason text not null,
        salt text not null check (salt ~ '^[0-9a-f]{64}$'),
        commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
        -- Who cast it: the member's own delegate, or its proxy's.
        cast_by uuid,
        cast_for uuid not null,
        authorization_document text,
        -- 盖章表决票, by its hash.
        paper text check (paper ~ '^[0-9a-f]{64}$'),
        paper_at timestamptz,
        cast_at timestamptz not null,
        -- To be read by whoever sees the resolution; no longer to be changed by anybody.
        opened boolean not null default false,
        closed boolean not null default false,
        primary key (jurisdiction, resolution, member),
        foreign key (jurisdiction, resolution, member) references resolution_member (jurisdiction, resolution, bank),
        check ((paper is null) = (paper_at is null)),
        check (opened or not closed)
      );

      -- 委托代为表决: one at a time for a head.
      create table proxy (
        jurisdiction text not null,
        resolution uuid not null,
        member uuid not null,
        holder uuid not null,
        document text not null,
        named_on date not null,
        revoked_at timestamptz,
        primary key (jurisdiction, resolution, member),
        foreign key (jurisdiction, resolution, member) references resolution_member (jurisdiction, resolution, bank),
        foreign key (jurisdiction, resolution, holder) references resolution_member (jurisdiction, resolution, bank),
        check (holder <> member)
      );

      -- 违约事项: the committee's own file. The resolution stays in force for all others.
      create table breach (
        jurisdiction text not null,
        entry_id uuid not null,
        resolution uuid not null,
        member uuid not null,
        filing uuid,
        detail jsonb not null default '{}',
        text text,
        found_by uuid,
        found_at timestamptz not null,
        -- As the agreement says.
        members_told boolean not null,
        primary key (jurisdiction, entry_id),
        foreign key (jurisdiction, resolution) references resolution,
        foreign key (jurisdiction, member) references organization
      );
      create index breach_of_resolution on breach (jurisdiction, resolution, found_at);

      do $$
      declare t text;
      begin
        foreach t in array array['resolution', 'resolution_series', 'resolution_member', 'ballot', 'proxy', 'breach'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert on %I to wendai_app', t);
        end loop;
        foreach t in array array['resolution', 'resolution_series', 'resolution_member', 'ballot', 'proxy'] loop
          execute format('grant update on %I to wendai_app', t);
        end loop;
      end $$;

      -- Whoever presides, whoever asked, and from the notice on the members: told of it one by one, though offices may not be.
      create policy by_part_told on process_case for select to wendai_app, wendai_reader
        using (process in ('resolution', 'inquiry') and jurisdiction = (select actor_jurisdiction())
          and exists (select from case_access a where a.jurisdiction = process_case.jurisdiction
            and a.case_id = process_case.id and a.organization = (select actor_organization()) offset 0));

      create policy by_case on resolution for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = resolution.jurisdiction and c.id = resolution.id offset 0));
      -- After the count anybody who sees it recounts; before it a bank sees its own claim.
      create policy by_part on resolution_member for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from resolution r where r.jurisdiction = resolution_member.jurisdiction
            and r.id = resolution_member.resolution
            and (r.tally is not null or resolution_member.bank = (select actor_organization()) or (select actor_office()) is not null)
            offset 0));
      create policy by_voter on ballot for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_organization()) in (member, cast_for)
          and exists (select from process_case c where c.jurisdiction = ballot.jurisdiction and c.id = ballot.resolution offset 0));
      create policy when_opened on ballot for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and opened
          and exists (select from process_case c where c.jurisdiction = ballot.jurisdiction and c.id = ballot.resolution offset 0));
      create policy no_change_when_closed on ballot as restrictive for update to wendai_app
        using (not closed) with check (true);
      create policy by_part on proxy for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and ((select actor_organization()) in (member, holder) or (select actor_office()) is not null)
          and exists (select from process_case c where c.jurisdiction = proxy.jurisdiction and c.id = proxy.resolution offset 0));
      create policy by_part on breach for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from resolution r join committee k on k.jurisdiction = r.jurisdiction and k.id = r.committee
            where r.jurisdiction = breach.jurisdiction and r.id = breach.resolution
              and (breach.members_told or breach.member = (select actor_organization()) or (select actor_office()) is not null
                or (select actor_organization()) = k.chair or (select actor_organization()) = any (k.vice_chairs)) offset 0));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
