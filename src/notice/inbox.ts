import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { consolePath, type NoticedCase } from './case-link.js';
import type { InboxDto, InboxItemDto, InboxQueryDto } from './inbox.dto.js';
import { wordsOf } from './notice-texts.js';

/** The newest first, each post by its own index; unit and person are a matter of row-level security. */
const LIST: Statement = {
  name: 'list-inbox',
  text: `select n.id, n.created_at as "createdAt", n.role, n.template, n.copy, n.data, n.read_at as "readAt",
      case when k.id is null then null else json_build_object('process', k.process, 'id', k.id) end as about
    from (
      select n.*, r.read_at
      from unnest($3::text[]) post(role)
      cross join lateral (
        select * from notice n
        where n.jurisdiction = $1 and n.organization = $2 and n.role = post.role
          and ($5::uuid is null or n.id < $5)
          and (not $6 or not exists (select from notice_read r
            where r.jurisdiction = n.jurisdiction and r.notice = n.id and r.person = $4))
        order by n.id desc limit $7
      ) n
      left join notice_read r on r.jurisdiction = n.jurisdiction and r.notice = n.id and r.person = $4
      order by n.id desc limit $7
    ) n
    left join process_case k on k.jurisdiction = n.jurisdiction and k.id = n.case_id
    order by n.id desc`,
};
const COUNT: Statement = {
  name: 'count-inbox',
  text: `select count(*)::int as counted from (
      select from notice n
      where n.jurisdiction = $1 and n.organization = $2 and n.role = any($3::text[])
        and (not $5 or not exists (select from notice_read r
          where r.jurisdiction = n.jurisdiction and r.notice = n.id and r.person = $4))
      limit ${COUNT_LIMIT}
    ) counted`,
};
/** Read is read: a second time changes nothing, not even the time. */
const READ: Statement = {
  name: 'read-notice',
  text: `with mine as (
      select jurisdiction, id from notice
      where jurisdiction = $1 and organization = $2 and role = any($3::text[]) and id = $5
    ), marked as (
      insert into notice_read (jurisdiction, notice, person) select jurisdiction, id, $4 from mine
      on conflict do nothing
    )
    select count(*)::int as found from mine`,
};

/** Up to the newest that the reader has before them: what comes in meanwhile stays unread. */
const READ_ALL: Statement = {
  name: 'read-notices',
  text: `insert into notice_read (jurisdiction, notice, person)
    select jurisdiction, id, $4 from notice
    where jurisdiction = $1 and organization = $2 and role = any($3::text[]) and id <= $5
    on conflict do nothing`,
};

interface NoticeRow extends Record<string, unknown> {
  id: string;
  createdAt: Date;
  role: string;
  template: string;
  copy: boolean;
  data: Record<string, unknown>;
  readAt: Date | null;
  about: NoticedCase | null;
}

/** What the posts of a person, and those they stand in for, have been told. Each person reads for themselves. */
@Injectable()
export class Inbox {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor, { limit = PAGE_SIZE, cursor, unread }: InboxQueryDto): Promise<InboxDto> {
    const reader = readerOf(actor);
    const onlyUnread = unread === 'true';
    const [rows, counts] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query<NoticeRow>(LIST, [...reader, cursor ?? null, onlyUnread, limit + 1]),
        tx.query<{ counted: number }>(COUNT, [...reader, onlyUnread]),
      ]),
    );
    return { ...pageOf(rows.map(itemOf), limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /** @throws {Problem} not-found, for what is not there and for what is not this person's alike */
  async read(actor: Actor, notice: string): Promise<void> {
    const [row] = await this.database.as(actor, (tx) =>
      tx.query<{ found: number }>(READ, [...readerOf(actor), notice]),
    );
    if (row?.found !== 1) throw new Problem('not-found');
  }

  /** 全部标为已读. */
  async readUpTo(actor: Actor, newest: string): Promise<void> {
    await this.database.as(actor, (tx) => tx.query(READ_ALL, [...readerOf(actor), newest]));
  }
}

/** @throws {Problem} forbidden for whoever is no person: a bank's system has its feed */
function readerOf({ jurisdiction, organization, roles, delegated, person }: Actor): unknown[] {
  if (person === undefined || organization === undefined) throw new Problem('forbidden');
  return [jurisdiction, organization, [...new Set([...roles, ...delegated.map(({ role }) => role)])], person];
}

function itemOf({ id, createdAt, role, template, copy, data, readAt, about }: NoticeRow): InboxItemDto {
  return {
    id,
    at: shanghai(createdAt),
    role,
    template,
    ...wordsOf(template, data),
    copy,
    case: about,
    link: consolePath(about),
    readAt: readAt === null ? null : shanghai(readAt),
  };
}
