import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 来源地址、请求编号 (GB/T 22239-2019 8.1.4.3 b): where what an entry of the log tells of came from. An address is a personal datum and
 * says where an office sits, so it lies beside the log, for the auditor alone.
 */
export class Origin1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_origin (
        jurisdiction text not null,
        occurred_month date not null,
        entry_id uuid not null,
        address text not null check (length(address) between 1 and 64),
        request uuid not null,
        primary key (jurisdiction, occurred_month, entry_id)
      );
      alter table log_origin enable row level security;
      alter table log_origin force row level security;
      create policy append on log_origin for insert to wendai_app
        with check ((select in_scope()) and jurisdiction = (select actor_jurisdiction()));
      create policy auditor on log_origin for select to wendai_app, wendai_reader
        using (jurisdiction = (select actor_jurisdiction()) and (select actor_office()) = 'audit');
      grant select, insert on log_origin to wendai_app;
      grant select on log_origin to wendai_reader;

      -- 日志留存: it goes with its entry, after six months at the earliest (npm run purge).
      create policy retention_reads on log_origin for select to current_user using (true);
      create policy retention on log_origin for delete to current_user
        using (occurred_month + interval '1 month' <= wendai_now() at time zone 'Asia/Shanghai' - interval '180 days');

      -- Whatever writes an entry writes this with it: no statement of the server can leave it out. Clocks have no origin.
      create function keep_origin() returns trigger language plpgsql as $$
      begin
        insert into log_origin (jurisdiction, occurred_month, entry_id, address, request)
          values (new.jurisdiction, new.occurred_month, new.id, left(setting_of('address'), 64), setting_of('request')::uuid);
        return null;
      end $$;
      create trigger keep_origin after insert on log_entry for each row
        when (setting_of('request') is not null) execute function keep_origin();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
