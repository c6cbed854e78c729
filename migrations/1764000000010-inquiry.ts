import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inquiries into acts that were not reported as asked: one for each act and kind, with everybody who told of it. */
export class Inquiry1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists and pages show of an inquiry; follows the machine.
      create table inquiry (
        jurisdiction text not null,
        id uuid not null,
        owner_org uuid not null,
        bank uuid not null,
        firm uuid not null,
        county text,
        kind text not null,
        filing uuid,
        act uuid,
        number text not null,
        state text not null,
        reports int not null check (reports > 0),
        asked_on date,
        explained boolean,
        advised_on date,
        notified_on date,
        measures text[],
        cured boolean,
        opened_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (jurisdiction, id),
        unique (jurisdiction, number),
        foreign key (jurisdiction, id) references process_case,
        foreign key (jurisdiction, bank) references organization,
        foreign key (jurisdiction, firm) references firm,
        foreign key (jurisdiction, filing) references filing,
        foreign key (jurisdiction, act) references credit_act
      ) with (fillfactor = 80);
      -- 一事一类一件: whoever tells of the same act again adds to the inquiry that there is.
      create unique index one_inquiry_of_filing on inquiry (jurisdiction, filing, kind) where filing is not null;
      create unique index one_inquiry_of_act on inquiry (jurisdiction, act, kind) where act is not null;
      create index inquiry_by_state on inquiry (jurisdiction, state, id);

      -- Who told of it, and what: the offices' own matter.
      create table inquiry_report (
        jurisdiction text not null,
        entry_id uuid not null,
        inquiry uuid not null,
        reported_by text not null check (reported_by in ('filing', 'official', 'county', 'firm')),
        detail jsonb not null default '{}',
        text text,
        recorded_by uuid,
        reported_at timestamptz not null,
        primary key (jurisdiction, inquiry, entry_id),
        foreign key (jurisdiction, inquiry) references inquiry
      );

      create table inquiry_series (
        jurisdiction text not null,
        year int not null,
        last int not null check (last > 0),
        primary key (jurisdiction, year)
      );

      do $$
      declare t text;
      begin
        foreach t in array array['inquiry', 'inquiry_report', 'inquiry_series'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app, wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_app, wendai_reader', t);
          execute format('grant insert on %I to wendai_app', t);
        end loop;
        grant update on inquiry, inquiry_series to wendai_app;
      end $$;

      -- The finance bureau owns it; bank, county and branch see it once they are told (by_part_told on process_case).
      create policy by_case on inquiry for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction())
          and exists (select from process_case c where c.jurisdiction = inquiry.jurisdiction and c.id = inquiry.id offset 0));
      create policy by_case on inquiry_report for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) is not null
          and exists (select from process_case c where c.jurisdiction = inquiry_report.jurisdiction
            and c.id = inquiry_report.inquiry offset 0));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
