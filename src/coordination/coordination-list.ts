import { Injectable } from '@nestjs/common';
import { type CoordinationEnd } from '../../workflows/coordination/coordination.context.js';
import { END_LABELS, STATE_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Actor } from '../access/actor.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type {
  CoordinationListDto,
  CoordinationListQuery,
  ListedCoordinationDto,
} from './coordination.dto.js';
import { isCoordinationState } from './coordination-resource.js';
import { type FirmColumns, firmIn } from './coordination-view.js';

const COLUMNS = `c.id, c.firm, c.credit_code as "creditCode", c.firm_name as "firmName", c.county, c.state, c.ending, c.filings,
  c.meeting_on as "meetingOn", c.opened_at as "openedAt"`;

const CONDITIONS = {
  cursor: (place: string) => `c.id < ${place}`,
  state: (place: string) => `c.state = ${place}`,
  county: (place: string) => `c.county = ${place}`,
  creditCode: (place: string) => `c.credit_code = ${place}`,
  filing: (place: string) => `exists (select from coordination_filing f where f.jurisdiction = c.jurisdiction
    and f.coordination = c.id and f.filing = ${place})`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends FirmColumns, Record<string, unknown> {
  id: string;
  state: string;
  ending: CoordinationEnd | null;
  filings: number;
  meetingOn: string | null;
  openedAt: Date;
}

/** The coordinations that an office may see, page by page; a county those of its own firms. */
@Injectable()
export class CoordinationList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: CoordinationListQuery): Promise<CoordinationListDto> {
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

function conditionsOf({ jurisdiction }: Actor, query: CoordinationListQuery): Conditions {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const narrowing = filters.map((filter, index) => CONDITIONS[filter](`$${String(index + 2)}`));
  return {
    filters,
    where: ['c.jurisdiction = $1', ...narrowing].join(' and '),
    values: [jurisdiction, ...filters.map((filter) => query[filter])],
  };
}

/** One prepared statement for each set of filters, newest first. */
function pageOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `coordinations-${filters.join('-')}`,
    text: `select ${COLUMNS} from coordination c where ${where} order by c.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `coordination-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from coordination c where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf(row: ListRow): ListedCoordinationDto {
  const { id, state, ending, filings, meetingOn, openedAt } = row;
  const label = isCoordinationState(state) ? STATE_LABELS[state] : state;
  return {
    id,
    firm: firmIn(row),
    state,
    stateLabel: ending === null ? label : END_LABELS[ending],
    open: filings,
    meetingOn,
    openedAt: shanghai(openedAt),
  };
}
