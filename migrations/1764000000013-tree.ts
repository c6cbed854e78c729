import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Merkle tree over the log and its signed checkpoints: append-only for everybody whom the server can be. */
export class Tree1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The place of each entry in the tree: gap-free, given by the sequencer after the entry was committed.
      create table log_leaf (
        jurisdiction text not null,
        index bigint not null check (index >= 0),
        entry_id uuid not null,
        occurred_month date not null,
        hash bytea not null check (length(hash) = 32),
        primary key (jurisdiction, index),
        unique (jurisdiction, entry_id)
      );

      -- Roots of whole subtrees of 256, 65,536, … leaves (level 8, 16, …), so that a proof reads some hundred rows of any log.
      create table log_node (
        jurisdiction text not null,
        level smallint not null check (level > 0 and level % 8 = 0),
        index bigint not null check (index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (jurisdiction, level, index)
      );

      -- What was signed of the tree, and what has to be known to append to it.
      create table log_checkpoint (
        jurisdiction text not null,
        size bigint not null check (size > 0),
        root bytea not null check (length(root) = 32),
        peaks bytea not null,
        note text not null,
        signed_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, size)
      );
      create index log_checkpoint_by_time on log_checkpoint (jurisdiction, signed_at);

      -- A run of the verification, which an auditor has asked for or the hour has brought.
      create table log_verification (
        jurisdiction text not null,
        id uuid not null,
        asked_by uuid,
        state text not null default 'running' check (state in ('running', 'clean', 'differs', 'interrupted')),
        size bigint not null,
        checked bigint not null default 0,
        findings jsonb not null default '[]',
        begun_at timestamptz not null default wendai_now(),
        moved_at timestamptz not null default clock_timestamp(),
        primary key (jurisdiction, id)
      );
      create unique index log_verification_running on log_verification (jurisdiction) where state = 'running';

      -- 访问控制数据的完整性: what the server has made of each row that gives a right, vouched for by a key outside the database.
      create table right_seal (
        jurisdiction text not null,
        kind text not null,
        key text not null,
        voucher text not null,
        sealed_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, kind, key)
      );
      alter table right_seal enable row level security;
      alter table right_seal force row level security;
      create policy sealing on right_seal for all to wendai_app
        using ((select in_scope()) and jurisdiction = (select actor_jurisdiction()))
        with check ((select in_scope()) and jurisdiction = (select actor_jurisdiction()));
      grant select, insert, update on right_seal to wendai_app;

      do $$
      declare t text;
      begin
        foreach t in array array['log_leaf', 'log_node', 'log_checkpoint', 'log_verification'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select, insert on %I to wendai_app', t);
        end loop;
        -- Whoever verifies the log from outside reads it as a reader.
        foreach t in array array['log_leaf', 'log_node', 'log_checkpoint'] loop
          execute format('create policy reading on %I for select to wendai_reader using ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('grant select on %I to wendai_reader', t);
        end loop;
        grant update (state, checked, findings, moved_at) on log_verification to wendai_app;
      end $$;

      -- 日志留存: what is older than six months, and nothing else, the owner may take out (npm run purge). The server may not.
      create policy retention_reads on log_entry for select to current_user using (true);
      create policy retention_reads on log_value for select to current_user using (true);
      create policy retention_reads on log_leaf for select to current_user using (true);
      create policy retention_reads on process_case for select to current_user using (true);
      create policy retention on log_entry for delete to current_user
        using (occurred_month + interval '1 month' <= wendai_now() at time zone 'Asia/Shanghai' - interval '180 days');
      create policy retention on log_value for delete to current_user
        using (occurred_month + interval '1 month' <= wendai_now() at time zone 'Asia/Shanghai' - interval '180 days');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
