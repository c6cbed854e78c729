import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 常用意见: the sentences that an organization keeps for its own opinions. */
export class Phrases1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table phrase (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        text text not null check (length(text) between 1 and 500),
        added_by uuid not null,
        added_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, text),
        foreign key (jurisdiction, organization, added_by) references person (jurisdiction, organization, id)
      );
      alter table phrase enable row level security;
      alter table phrase force row level security;
      create policy own on phrase for all to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()))
        with check (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and added_by = (select actor_person()));
      grant select, insert, delete on phrase to wendai_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
