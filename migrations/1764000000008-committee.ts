import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creditors' committees: who takes part, with what claim, under which agreement; meetings and the rollover schedule. */
export class Committee1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists and other features read of a committee; follows the machine.
      create table committee (
        jurisdiction text not null,
        id uuid not null,
        firm uuid not null,
        form text not null check (form in ('full', 'light')),
        state text not null,
        proposer uuid not null,
        chair uuid,
        vice_chairs uuid[] not null default '{}',
        record_date date,
        founded_on date,
        members int not null default 0 check (members >= 0),
        strategy text check (strategy in ('increase', 'stabilise', 'reduce', 'restructure')),
        standstill uuid,
        standstill_until date,
        -- The number of the draft that is signed or to be signed, and what other features ask of it.
        agreement int not null default 0,
        working_days int not null check (working_days > 0),
        chair_told_at_once boolean not null default false,
        shares_claims boolean not null default false,
        shares_exposures boolean not null default false,
        opened_at timestamptz not null default wendai_now(),
        updated_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        foreign key (jurisdiction, id) references process_case on delete cascade,
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, proposer) references organization,
        foreign key (jurisdiction, chair) references organization
      );
      -- One firm, one committee (银监办便函〔2016〕1196号 [M]). Lenders may talk beside it at any time.
      create unique index one_open_committee on committee (jurisdiction, firm)
        where form = 'full' and state not in ('dissolved', 'notFounded');
      create index committee_by_state on committee (jurisdiction, state, id);

      -- One row a creditor, whatever its branches: units of a bank are one head.
      create table committee_member (
        jurisdiction text not null,
        committee uuid not null,
        bank uuid not null,
        unit uuid,
        invited_on date,
        willing boolean,
        vote uuid,
        signed_at timestamptz,
        signed_agreement int,
        authorization_document text,
        member_from date,
        -- The first day on which it was no member any more.
        member_until date,
        primary key (jurisdiction, committee, bank),
        foreign key (jurisdiction, committee) references committee on delete cascade,
        foreign key (jurisdiction, bank) references organization,
        foreign key (jurisdiction, bank, unit) references unit (jurisdiction, organization, id),
        check ((signed_at is null) = (signed_agreement is null)),
        check (member_until is null or member_until >= member_from)
      );
      create index committee_of_bank on committee_member (jurisdiction, bank, committee);

      -- Principal less pledged margin and deposits, at the end of claim_on.
      create table claim (
        jurisdiction text not null,
        committee uuid not null,
        bank uuid not null,
        unit uuid,
        principal_fen bigint not null check (principal_fen >= 0),
        pledged_margin_fen bigint not null check (pledged_margin_fen >= 0),
        deposits_fen bigint not null check (deposits_fen >= 0),
        amount_fen bigint not null check (amount_fen > 0),
        basis text not null,
        documents text[] not null,
        declared_at timestamptz not null,
        declared_by uuid,
        -- Once confirmed, with a record date or on accession, it changes by transfers only.
        confirmed boolean not null default false,
        claim_on date not null,
        primary key (jurisdiction, committee, bank),
        foreign key (jurisdiction, committee, bank) references committee_member on delete cascade,
        check (amount_fen = principal_fen - pledged_margin_fen - deposits_fen)
      );

      create table claim_transfer (
        jurisdiction text not null,
        id uuid not null,
        committee uuid not null,
        from_bank uuid not null,
        to_bank uuid not null,
        amount_fen bigint not null check (amount_fen > 0),
        transferred_on date not null,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, committee, from_bank) references committee_member (jurisdiction, committee, bank),
        foreign key (jurisdiction, to_bank) references organization,
        check (from_bank <> to_bank)
      );
      create index transfer_of_committee on claim_transfer (jurisdiction, committee, transferred_on);

      -- Every draft of the agreement stays; number 0 is the policy's own.
      create table agreement (
        jurisdiction text not null,
        committee uuid not null,
        number int not null check (number >= 0),
        content jsonb not null,
        text text,
        drafted_by uuid,
        drafted_at timestamptz not null,
        primary key (jurisdiction, committee, number),
        foreign key (jurisdiction, committee) references committee on delete cascade
      );

      create table meeting (
        jurisdiction text not null,
        id uuid not null,
        committee uuid not null,
        meeting_on date not null,
        begins_at text not null check (begins_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        duration_minutes int not null check (duration_minutes between 15 and 600),
        place text not null,
        way text not null check (way in ('onSite', 'video', 'hybrid')),
        agenda text[] not null,
        -- Rises with every change, so that calendars take the newest (RFC 5545, 3.8.7.4).
        sequence int not null default 0,
        status text not null default 'called' check (status in ('called', 'cancelled', 'held')),
        changed_at timestamptz not null,
        cancel_reason text,
        minutes text,
        present text[],
        minutes_version int not null default 0,
        minutes_at timestamptz,
        primary key (jurisdiction, id),
        unique (jurisdiction, committee, id),
        foreign key (jurisdiction, committee) references committee on delete cascade,
        check ((status = 'cancelled') = (cancel_reason is not null)),
        check ((minutes is null) = (minutes_version = 0))
      );

      create table meeting_minutes_answer (
        jurisdiction text not null,
        committee uuid not null,
        meeting uuid not null,
        minutes_version int not null,
        bank uuid not null,
        answer text not null check (answer in ('confirmed', 'objected', 'silent')),
        text text,
        answered_at timestamptz not null,
        primary key (jurisdiction, meeting, minutes_version, bank),
        foreign key (jurisdiction, committee, meeting) references meeting (jurisdiction, committee, id) on delete cascade,
        foreign key (jurisdiction, committee, bank) references committee_member (jurisdiction, committee, bank)
      );

      create table rollover (
        jurisdiction text not null,
        id uuid not null,
        committee uuid not null,
        bank uuid not null,
        loan text not null,
        amount_fen bigint not null check (amount_fen > 0),
        maturity_on date not null,
        renewal_fen bigint check (renewal_fen > 0),
        renewal_until date check (renewal_until > maturity_on),
        outcome text check (outcome in ('renewed', 'repaid', 'notRenewed')),
        outcome_text text,
        done_at timestamptz,
        primary key (jurisdiction, id),
        foreign key (jurisdiction, committee, bank) references committee_member (jurisdiction, committee, bank),
        check ((renewal_fen is null) = (renewal_until is null)),
        check ((outcome is null) = (done_at is null))
      );
      create index rollover_of_committee on rollover (jurisdiction, committee, maturity_on);

      do $$
      declare t text;
      begin
        foreach t in array array['committee', 'committee_member', 'claim', 'claim_transfer', 'agreement', 'meeting',
                                 'meeting_minutes_answer', 'rollover'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert on %I to wendai_app', t);
        end loop;
        foreach t in array array['committee', 'committee_member', 'claim', 'meeting', 'meeting_minutes_answer', 'rollover'] loop
          execute format('grant update on %I to wendai_app', t);
        end loop;
        -- Whoever was invited, and the offices: they see the case.
        foreach t in array array['committee_member', 'agreement'] loop
          execute format('create policy by_case on %I for select to wendai_app, wendai_reader
            using (jurisdiction = (select actor_jurisdiction())
              and exists (select from process_case c where c.jurisdiction = %I.jurisdiction and c.id = %I.committee offset 0))', t, t, t);
        end loop;
        -- What members do among themselves: observers, though invited, have no part in it.
        foreach t in array array['meeting', 'meeting_minutes_answer'] loop
          execute format('create policy by_membership on %I for select to wendai_app, wendai_reader
            using (jurisdiction = (select actor_jurisdiction())
              and ((select actor_office()) is not null
                or exists (select from committee_member m where m.jurisdiction = %I.jurisdiction and m.committee = %I.committee
                  and m.bank = (select actor_organization()) and m.member_from is not null and m.member_until is null offset 0))
              and exists (select from process_case c where c.jurisdiction = %I.jurisdiction and c.id = %I.committee offset 0))',
            t, t, t, t, t);
        end loop;
      end $$;
      create policy by_case on committee for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = committee.jurisdiction and c.id = committee.id offset 0));

      -- A bank sees its own claim and its own loans; those of others as far as the agreement shares them, once it takes part
      -- with a confirmed claim. The chair sees the rollover schedule whole, since it keeps it.
      create policy by_part on claim for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and (bank = (select actor_organization()) or (select actor_office()) is not null
            or (confirmed and exists (select from committee k join committee_member m
                on m.jurisdiction = k.jurisdiction and m.committee = k.id and m.bank = (select actor_organization())
              where k.jurisdiction = claim.jurisdiction and k.id = claim.committee and k.shares_claims
                and m.member_until is null and (m.member_from is not null or k.founded_on is null) offset 0)))
          and exists (select from process_case c where c.jurisdiction = claim.jurisdiction and c.id = claim.committee offset 0));
      create policy by_part on claim_transfer for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and ((select actor_organization()) in (from_bank, to_bank) or (select actor_office()) is not null
            or exists (select from committee k join committee_member m
                on m.jurisdiction = k.jurisdiction and m.committee = k.id and m.bank = (select actor_organization())
              where k.jurisdiction = claim_transfer.jurisdiction and k.id = claim_transfer.committee and k.shares_claims
                and m.member_until is null and m.member_from is not null offset 0))
          and exists (select from process_case c
            where c.jurisdiction = claim_transfer.jurisdiction and c.id = claim_transfer.committee offset 0));
      create policy by_part on rollover for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and (bank = (select actor_organization()) or (select actor_office()) is not null
            or exists (select from committee k join committee_member m
                on m.jurisdiction = k.jurisdiction and m.committee = k.id and m.bank = (select actor_organization())
              where k.jurisdiction = rollover.jurisdiction and k.id = rollover.committee
                and m.member_until is null and m.member_from is not null
                and (k.shares_exposures or k.chair = m.bank or m.bank = any (k.vice_chairs)) offset 0))
          and exists (select from process_case c where c.jurisdiction = rollover.jurisdiction and c.id = rollover.committee offset 0));

      -- What the committee told its members stands in its log for them.
      create policy by_membership on log_entry for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and kind = 'transition' and audience = 'member'
          and exists (select from committee_member m where m.jurisdiction = log_entry.jurisdiction
            and m.committee = log_entry.case_id and m.bank = (select actor_organization())
            and m.member_from is not null and m.member_until is null offset 0));
      create policy by_membership on log_value for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and audience = 'member'
          and exists (select from committee_member m where m.jurisdiction = log_value.jurisdiction
            and m.committee = log_value.case_id and m.bank = (select actor_organization())
            and m.member_from is not null and m.member_until is null offset 0));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
