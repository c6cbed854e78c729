import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { CaseEventDto, FeedDto } from '../events/event.dto.js';
import { FEED_MONTHS, FEED_SETTLED, Feed } from '../events/feed.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { GIVE_UP_AFTER_HOURS } from './webhook-row.js';

const EVENTS_A_LOOK = 100;

/** Those that something new can be told. */
const BEHIND: Statement = {
  name: 'webhooks-behind',
  text: `select w.id, w.organization, w.told_until as "toldUntil" from webhook w
    where w.jurisdiction = $1 and w.paused_at is null and exists (
      select from log_entry e where e.jurisdiction = w.jurisdiction and e.owner_org = w.organization
        and e.kind in ('transition', 'configuration')
        and (e.written_in, e.position) > (w.told_written_in, w.told_position) and ${FEED_SETTLED})`,
};

/** Nothing happens when another node was faster. */
export const BEGIN_AT: Statement = {
  name: 'webhook-told-until',
  text: `update webhook w set told_until = e.id, told_written_in = e.written_in, told_position = e.position from log_entry e
    where w.jurisdiction = $1 and w.id = $2 and e.jurisdiction = $1 and e.occurred_month = any (${FEED_MONTHS}) and e.id = $3
      and (e.written_in, e.position) > (w.told_written_in, w.told_position)
    returning w.id`,
};
const MAKE: Statement = {
  name: 'make-deliveries',
  text: `insert into webhook_delivery (jurisdiction, id, webhook, organization, entry, type, body, status, give_up_at)
    select $1, r.id, $2, $3, r.entry, r.type, r.body, 'queued', wendai_now() + make_interval(hours => ${GIVE_UP_AFTER_HOURS})
    from jsonb_to_recordset($4::jsonb) as r(id uuid, entry uuid, type text, body text)
    on conflict (jurisdiction, webhook, entry) do nothing`,
};

interface Behind extends Record<string, unknown> {
  id: string;
  organization: string;
  toldUntil: string | null;
}

/** A bank's own system, as which its feed is read: of its own cases, and no other. */
export function systemOf(jurisdiction: string, organization: string): Actor {
  return {
    kind: 'client',
    jurisdiction,
    organization,
    organizationKind: 'bank',
    roles: ['bank.client'],
    delegated: [],
  };
}

/** Turns what the feed tells a bank into messages to its addresses: once each, in order, whatever node is at it. */
@Injectable()
export class DeliveryMaking {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly feed: Feed,
  ) {}

  async make(): Promise<void> {
    const behind = await this.database.asSystem(async (tx, { jurisdiction }) => {
      const rows = await tx.query<Behind>(BEHIND, [jurisdiction]);
      return rows.map((row) => ({ ...row, jurisdiction }));
    });
    for (const webhook of behind) await this.makeFor(webhook);
  }

  private async makeFor({
    jurisdiction,
    id,
    organization,
    toldUntil,
  }: Behind & { jurisdiction: string }): Promise<void> {
    const { items, nextCursor } = await this.since(systemOf(jurisdiction, organization), toldUntil);
    if (items.length === 0 || nextCursor === null) return;
    await this.database.asSystem(async (tx) => {
      const moved = await tx.query(BEGIN_AT, [jurisdiction, id, nextCursor]);
      if (moved.length > 0)
        tx.send(MAKE, [jurisdiction, id, organization, JSON.stringify(items.map(messageOf))]);
    });
  }

  /** Nothing happened for longer than the feed reaches back: then whatever it holds is new. */
  private async since(system: Actor, toldUntil: string | null): Promise<FeedDto> {
    if (toldUntil === null) return this.feed.read(system, { limit: EVENTS_A_LOOK });
    try {
      return await this.feed.read(system, { after: toldUntil, limit: EVENTS_A_LOOK });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return this.feed.read(system, { limit: EVENTS_A_LOOK });
    }
  }
}

/** Thin, as the feed is: that a case changed, and under which version it is to be read. */
function messageOf({ id: entry, ...event }: CaseEventDto): {
  id: string;
  entry: string;
  type: string;
  body: string;
} {
  const type = `${event.process}.${event.type ?? 'changed'}`;
  return {
    id: uuid(),
    entry,
    type,
    body: JSON.stringify({ type, timestamp: event.at, data: { id: entry, ...event } }),
  };
}
