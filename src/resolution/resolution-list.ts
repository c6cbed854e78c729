import { Injectable } from '@nestjs/common';
import type { ItemKind, SubjectType } from '../../workflows/resolution/subjects.js';
import type { Actor } from '../access/actor.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { ListedResolutionDto, ResolutionListDto, ResolutionListQuery } from './resolution.dto.js';
import { RESOLUTION_RESOURCE } from './resolution-resource.js';

const COLUMNS = `r.id, r.number, r.committee, r.title, r.state, r.kind, r.subject ->> 'type' as subject,
  r.closed_on as "closedOn", r.until_on as until`;

const CONDITIONS = {
  cursor: (place: string) => `r.id < ${place}`,
  committee: (place: string) => `r.committee = ${place}`,
  state: (place: string) => `r.state = ${place}`,
  kind: (place: string) => `r.kind = ${place}`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends Record<string, unknown> {
  id: string;
  number: string;
  committee: string;
  title: string;
  state: string;
  kind: ItemKind;
  subject: SubjectType;
  closedOn: string | null;
  until: string | null;
}

/** The resolutions that an actor may see, page by page. */
@Injectable()
export class ResolutionList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: ResolutionListQuery): Promise<ResolutionListDto> {
    const limit = query.limit ?? PAGE_SIZE;
    const { cursor: _, ...narrowing } = query;
    const rows = conditionsOf(actor, query);
    const counted = conditionsOf(actor, narrowing);
    return this.database.as(actor, async (tx) => {
      const [found, [count]] = await Promise.all([
        tx.query<ListRow>(pageOfRows(rows), [...rows.values, limit + 1]),
        tx.query<{ counted: number }>(countOfRows(counted), counted.values),
      ]);
      const { items, nextCursor } = pageOf(found, limit);
      return { items: items.map(itemOf), nextCursor, total: totalOf(count?.counted ?? 0) };
    });
  }
}

interface Conditions {
  filters: readonly Filter[];
  where: string;
  values: unknown[];
}

function conditionsOf({ jurisdiction }: Actor, query: ResolutionListQuery): Conditions {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const narrowing = filters.map((filter, index) => CONDITIONS[filter](`$${String(index + 2)}`));
  return {
    filters,
    where: ['r.jurisdiction = $1', ...narrowing].join(' and '),
    values: [jurisdiction, ...filters.map((filter) => query[filter])],
  };
}

/** One prepared statement for each set of filters, newest first. */
function pageOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `resolutions-${filters.join('-')}`,
    text: `select ${COLUMNS} from resolution r where ${where} order by r.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `resolution-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from resolution r where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf(row: ListRow): ListedResolutionDto {
  return { ...row, stateLabel: RESOLUTION_RESOURCE.stateLabel(row.state) };
}
