import { Injectable } from '@nestjs/common';
import { type Actor, readerOf } from '../access/actor.js';
import { PAGE_SIZE } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { versionOf } from '../process/staleness.js';
import type { CaseEventDto, FeedDto, FeedQueryDto } from './event.dto.js';

/** How long the feed reaches back. A system that was away for longer reads its cases anew. */
export const FEED_DAYS = 90;

/** Months that the feed can reach into, as the log keeps them; an entry is found by its month and id. */
export const FEED_MONTHS = `array(select (date_trunc('month', wendai_now() at time zone 'Asia/Shanghai') - make_interval(months => m))::date
  from generate_series(-1, 4) m)`;

/** Where an entry stands in the order in which entries became visible for good. */
interface FeedPosition extends Record<string, unknown> {
  writtenIn: string;
  position: string;
}

/** In the actor's own scope: an entry that is not theirs to see is one that does not exist. */
const PLACE: Statement = {
  name: 'feed-position',
  text: `select written_in::text as "writtenIn", position::text as position from log_entry
    where jurisdiction = $1 and occurred_month = any (${FEED_MONTHS}) and id = $2 and kind in ('transition', 'configuration')
      and at > wendai_now() - make_interval(days => ${FEED_DAYS})`,
};

const COLUMNS = `e.id, e.type, c.process, e.case_id as "case", coalesce(e.seq, c.seq) as seq, e.body, e.at,
    e.owner_org as "ownerOrg"
  from log_entry e join process_case c on c.jurisdiction = e.jurisdiction and c.id = e.case_id`;
/** A transaction that began earlier may commit later. What lies past the oldest that still runs is not told yet. */
export const FEED_SETTLED = 'e.written_in < pg_snapshot_xmin(pg_current_snapshot())';
const SINCE = `e.kind in ('transition', 'configuration') and (e.written_in, e.position) > ($2::xid8, $3::bigint) and ${FEED_SETTLED}
  and e.at > wendai_now() - make_interval(days => ${FEED_DAYS})`;

const READ: Statement = {
  name: 'read-feed',
  text: `select ${COLUMNS} where e.jurisdiction = $1 and ${SINCE} order by e.written_in, e.position limit $4`,
};
const READ_OWN: Statement = {
  name: 'read-own-feed',
  text: `select ${COLUMNS} where e.jurisdiction = $1 and ${SINCE} and e.owner_org = $5
    order by e.written_in, e.position limit $4`,
};
const NEWEST: Statement = {
  name: 'newest-of-feed',
  text: `select e.id from log_entry e where e.jurisdiction = $1 and e.kind in ('transition', 'configuration') and ${FEED_SETTLED}
    order by e.written_in desc, e.position desc limit 1`,
};
const NEWEST_OWN: Statement = {
  name: 'newest-of-own-feed',
  text: `select e.id from log_entry e where e.jurisdiction = $1 and e.kind in ('transition', 'configuration') and ${FEED_SETTLED}
    and e.owner_org = $2 order by e.written_in desc, e.position desc limit 1`,
};

interface EventRow extends Record<string, unknown> {
  id: string;
  type: string;
  process: string;
  case: string;
  seq: number;
  body: string;
  at: Date;
  ownerOrg: string;
}

/** What happened to the cases of an actor, in an order in which nothing is ever inserted later. */
@Injectable()
export class Feed {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} bad-request when `after` is nothing that this actor was ever told of, or too long ago */
  async read(actor: Actor, { after, limit = PAGE_SIZE }: FeedQueryDto): Promise<FeedDto> {
    const rows = await this.database.as(actor, async (tx) => {
      const { writtenIn, position } = await placeOf(tx, actor, after);
      const values = [actor.jurisdiction, writtenIn, position, limit + 1];
      return ownOnly(actor)
        ? tx.query<EventRow>(READ_OWN, [...values, actor.organization])
        : tx.query<EventRow>(READ, values);
    });
    const items = rows.slice(0, limit).map((row) => shown(row, actor));
    return { items, nextCursor: items.at(-1)?.id ?? after ?? null, hasMore: rows.length > limit };
  }

  /** The newest that the actor could have been told of: where a new listener begins. */
  async newest(actor: Actor): Promise<string | undefined> {
    const [row] = await this.database.as(actor, (tx) =>
      ownOnly(actor)
        ? tx.query<{ id: string }>(NEWEST_OWN, [actor.jurisdiction, actor.organization])
        : tx.query<{ id: string }>(NEWEST, [actor.jurisdiction]),
    );
    return row?.id;
  }
}

/** A bank is told of its own cases, and reads them by an index of its own; offices of all that they see. */
function ownOnly(actor: Actor): boolean {
  return readerOf(actor) === undefined;
}

async function placeOf(tx: Transaction, actor: Actor, after: string | undefined): Promise<FeedPosition> {
  if (after === undefined) return { writtenIn: '0', position: '0' };
  const [place] = await tx.query<FeedPosition>(PLACE, [actor.jurisdiction, after]);
  if (place === undefined) {
    throw new Problem('bad-request', {
      detail: `after 所指的记录不存在，或已超过${String(FEED_DAYS)}天；请不带 after 从头读取。`,
    });
  }
  return place;
}

/** What a bank did in its own house before it reported is nobody else's: others are told that there is something new. */
function shown(
  { id, type, process, case: about, seq, body, at, ownerOrg }: EventRow,
  actor: Actor,
): CaseEventDto {
  const { from, to } = JSON.parse(body) as { from?: string; to?: string };
  const told =
    ownerOrg === actor.organization
      ? { type, from: from ?? null, to: to ?? null }
      : { type: null, from: null, to: null };
  return { id, process, case: about, version: versionOf({ seq, edits: 0 }), ...told, at: shanghai(at) };
}
