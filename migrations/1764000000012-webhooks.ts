import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 推送: addresses of banks' systems, and what is sent there. */
export class Webhooks1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        jurisdiction text not null,
        id uuid not null,
        organization uuid not null,
        url text not null check (length(url) <= 500),
        note text,
        secret text not null,
        -- After a change both secrets sign for a while.
        former_secret text,
        former_until timestamptz,
        -- The last entry of the feed that was made into a delivery; nothing yet when the feed was empty.
        told_until uuid,
        told_written_in xid8 not null default '0',
        told_position bigint not null default 0,
        created_by uuid not null,
        created_at timestamptz not null default wendai_now(),
        paused_at timestamptz,
        paused_why text check (paused_why in ('by-hand', 'gone', 'unreachable')),
        primary key (jurisdiction, id),
        unique (jurisdiction, organization, url),
        foreign key (jurisdiction, organization) references organization,
        check ((paused_at is null) = (paused_why is null))
      );

      -- One message: an entry of the feed for one address. Its id and its text never change, however often it is sent.
      create table webhook_delivery (
        jurisdiction text not null,
        id uuid not null,
        webhook uuid not null,
        organization uuid not null,
        entry uuid,
        type text not null,
        body text not null,
        status text not null check (status in ('queued', 'sent', 'dead')),
        attempts int not null default 0,
        -- A node that takes a delivery moves this past the end of its lease.
        next_attempt_at timestamptz not null default wendai_now(),
        give_up_at timestamptz not null,
        last_status int,
        last_error text,
        sent_at timestamptz,
        created_at timestamptz not null default wendai_now(),
        primary key (jurisdiction, id),
        unique (jurisdiction, webhook, entry),
        foreign key (jurisdiction, webhook) references webhook on delete cascade,
        check ((status = 'sent') = (sent_at is not null))
      );
      create index delivery_due on webhook_delivery (jurisdiction, next_attempt_at) where status = 'queued';
      create index delivery_of_webhook on webhook_delivery (jurisdiction, webhook, id);
      create index delivery_age on webhook_delivery (created_at);

      do $$
      declare t text;
      begin
        foreach t in array array['webhook', 'webhook_delivery'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy engine on %I for all to wendai_app using ((select in_engine()) and jurisdiction = (select actor_jurisdiction())) with check ((select in_engine()) and jurisdiction = (select actor_jurisdiction()))', t);
          execute format('create policy own on %I for all to wendai_app
            using (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()))
            with check (jurisdiction = (select actor_jurisdiction()) and organization = (select actor_organization()))', t);
          execute format('grant select, insert, update, delete on %I to wendai_app', t);
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only. Restore a backup instead.');
  }
}
