import { Injectable } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../../platform/http/page.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { seenOrganization } from './keepers.js';
import type { HeldPostDto, HeldPostsDto, PostQueryDto } from './post.dto.js';
import { IS_SOLE } from './sole-administrator.js';

const NOT_OVER = `coalesce(t.valid_until >= greatest(t.valid_from, (wendai_now() at time zone 'Asia/Shanghai')::date), true)`;
const CHOSEN = `t.jurisdiction = $1 and ($2::uuid is null or t.organization = $2) and ($3::uuid is null or t.organization = $3)
  and ($4::text is null or t.role = $4) and ($5::date is null or t.reviewed_at < $5::date::timestamp at time zone 'Asia/Shanghai')
  and ${NOT_OVER}`;

const LIST: Statement = {
  name: 'list-posts',
  text: `select t.id, t.role, json_build_object('id', p.id, 'login', p.login, 'name', p.name, 'staffNo', p.staff_no,
      'disabled', p.disabled_at is not null) as person,
      json_build_object('id', o.id, 'name', coalesce(n.name, o.key)) as organization,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as unit,
      t.valid_from as "validFrom", t.valid_until as "validUntil", t.reviewed_at as "reviewedAt",
      (${IS_SOLE}) as "soleAdministrator"
    from post t
    join person p on p.jurisdiction = t.jurisdiction and p.id = t.person
    join organization o on o.jurisdiction = t.jurisdiction and o.id = t.organization
    left join lateral (select name from organization_name n where n.jurisdiction = o.jurisdiction and n.organization = o.id
      order by n.valid_from desc limit 1) n on true
    left join unit u on u.jurisdiction = t.jurisdiction and u.id = t.unit
    where ${CHOSEN} and ($6::uuid is null or (o.key, p.login, t.id) > (select c.key, d.login, b.id from post b
      join person d on d.jurisdiction = b.jurisdiction and d.id = b.person
      join organization c on c.jurisdiction = b.jurisdiction and c.id = b.organization
      where b.jurisdiction = $1 and b.id = $6))
    order by o.key, p.login, t.id limit $7`,
};
const COUNT: Statement = {
  name: 'count-posts',
  text: `select count(*)::int as counted from (select from post t where ${CHOSEN} limit ${COUNT_LIMIT}) counted`,
};
const REVIEW: Statement = {
  name: 'review-post',
  text: `update post t set reviewed_at = wendai_now(), reviewed_by = $3
    where t.jurisdiction = $1 and ($2::uuid is null or t.organization = $2) and t.id = $4 and ${NOT_OVER}
    returning t.person, t.role, t.organization`,
};

type Row = Record<string, unknown> & Omit<HeldPostDto, 'reviewedAt'> & { reviewedAt: Date };

/** 岗位: who holds what, present and to come. */
@Injectable()
export class Posts {
  constructor(private readonly database: ScopedDatabase) {}

  /** Those of one's own organization; whoever runs the system sees all. Ordered by organization and login. */
  async list(actor: Actor, query: PostQueryDto): Promise<HeldPostsDto> {
    const { limit = PAGE_SIZE, cursor, organization, role, unreviewedSince } = query;
    const seen = [actor.jurisdiction, seenOrganization(actor)];
    const chosen = [...seen, organization ?? null, role ?? null, unreviewedSince ?? null];
    // The organization is named in the statement: row-level security would keep all others from the operator too.
    const [rows, counts] = await this.database.asSystem((tx) =>
      Promise.all([
        tx.query<Row>(LIST, [...chosen, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, chosen),
      ]),
    );
    const items = rows.map(({ reviewedAt, ...row }) => ({ ...row, reviewedAt: shanghai(reviewedAt) }));
    return { ...pageOf(items, limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /** 权限复核: the post is still needed. Nobody finds so of his own. @throws {Problem} not-found, second-person-needed */
  async review(actor: Actor, id: string): Promise<void> {
    const { jurisdiction, person } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const [post] = await tx.query<{ person: string; role: string; organization: string }>(REVIEW, [
        ...[jurisdiction, actor.roles.includes('security.admin') ? null : actor.organization, person, id],
      ]);
      if (post === undefined) throw new Problem('not-found');
      if (post.person === person) throw new Problem('second-person-needed');
      const values = { post: id, ...post };
      await writeEntry(tx, {
        kind: 'grant',
        type: 'POST_REVIEWED',
        jurisdiction,
        actor: eventActor(actor),
        values,
      });
    });
  }
}
