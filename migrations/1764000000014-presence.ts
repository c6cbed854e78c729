import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of an organization has a case open at this moment. Nothing of it outlives a restart, and nothing needs to. */
export class Presence1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table presence (
        jurisdiction text not null,
        case_id uuid not null,
        person uuid not null,
        organization uuid not null,
        name text not null,
        since timestamptz not null,
        seen_at timestamptz not null,
        primary key (jurisdiction, case_id, person)
      ) with (fillfactor = 70);
      create index presence_age on presence (seen_at);
      alter table presence enable row level security;
      alter table presence force row level security;
      create policy colleagues on presence for all to wendai_app
        using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()))
        with check (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization())
          and person = (select actor_person()));
      grant select, insert, update, delete on presence to wendai_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
