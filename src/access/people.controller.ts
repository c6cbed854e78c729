import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { timeOf } from '../platform/database-time.js';
import { Answers } from '../platform/http/answers.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { PeopleDto, PeopleQueryDto, PersonDto } from './people.dto.js';

/** The organization is named beside row-level security, since its own index leads to it. */
const CHOSEN = `p.jurisdiction = $1 and p.organization = $2
  and ($3::text is null or exists (select from post t where t.jurisdiction = p.jurisdiction and t.person = p.id
    and t.role = $3 and t.valid_from <= $4 and (t.valid_until is null or t.valid_until >= $4)))`;

const LIST: Statement = {
  name: 'list-people',
  text: `select p.id, p.login, p.name, p.disabled_at is not null as disabled,
      (select coalesce(json_agg(json_build_object('role', t.role, 'validFrom', t.valid_from, 'validUntil', t.valid_until,
          'unit', case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end)
          order by t.role, t.valid_from), '[]')
        from post t left join unit u on u.jurisdiction = t.jurisdiction and u.id = t.unit
        where t.jurisdiction = p.jurisdiction and t.person = p.id and (t.valid_until is null or t.valid_until >= $4)) as posts
    from person p where ${CHOSEN}
      and ($5::uuid is null or p.login > (select c.login from person c where c.jurisdiction = $1 and c.id = $5))
    order by p.login limit $6`,
};
const COUNT: Statement = {
  name: 'count-people',
  text: `select count(*)::int as counted from (select from person p where ${CHOSEN} limit ${COUNT_LIMIT}) counted`,
};

@ApiTags('access')
@Controller('people')
export class PeopleController {
  constructor(private readonly database: ScopedDatabase) {}

  /** 本机构人员及其岗位，按登录名排列 */
  @Get()
  @Answers({ status: 200, type: PeopleDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit = PAGE_SIZE, cursor, role }: PeopleQueryDto,
  ): Promise<PeopleDto> {
    return this.database.as(actor, async (tx) => {
      const { today } = await timeOf(tx);
      const chosen = [actor.jurisdiction, actor.organization ?? null, role ?? null, today];
      const [rows, counts] = await Promise.all([
        tx.query<PersonDto & Record<string, unknown>>(LIST, [...chosen, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, chosen),
      ]);
      return { ...pageOf(rows, limit), total: totalOf(counts[0]?.counted ?? 0) };
    });
  }
}
