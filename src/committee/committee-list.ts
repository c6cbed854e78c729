import { Injectable } from '@nestjs/common';
import type { CommitteeForm } from '../../workflows/committee/committee.context.js';
import { labelOf } from '../../workflows/committee/committee.labels.js';
import type { Actor } from '../access/actor.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { CommitteeListDto, CommitteeListQuery, ListedCommitteeDto } from './view/committee.dto.js';
import { isCommitteeState } from './view/committee-description.js';

const COLUMNS = `c.id, c.form, c.state, c.chair, c.members, c.founded_on as "foundedOn", f.id as "firmId",
  f.credit_code as "creditCode", f.name as "firmName"`;
const FROM = 'committee c join firm f on f.jurisdiction = c.jurisdiction and f.id = c.firm';

const CONDITIONS = {
  cursor: (place: string) => `c.id < ${place}`,
  state: (place: string) => `c.state = ${place}`,
  form: (place: string) => `c.form = ${place}`,
  firm: (place: string) => `c.firm = ${place}`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends Record<string, unknown> {
  id: string;
  form: CommitteeForm;
  state: string;
  chair: string | null;
  members: number;
  foundedOn: string | null;
  firmId: string;
  creditCode: string;
  firmName: string;
}

/** The committees that an actor may see, page by page: offices all, banks those to which they were invited. */
@Injectable()
export class CommitteeList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: CommitteeListQuery): Promise<CommitteeListDto> {
    const limit = query.limit ?? PAGE_SIZE;
    const { cursor: _, ...narrowing } = query;
    const asked = conditionsOf(actor, query);
    const counted = conditionsOf(actor, narrowing);
    return this.database.as(actor, async (tx) => {
      const [rows, [count], reference, { today }] = await Promise.all([
        tx.query<ListRow>(pageOfRows(asked), [...asked.values, limit + 1]),
        tx.query<{ counted: number }>(countOfRows(counted), counted.values),
        referenceData(tx),
        timeOf(tx),
      ]);
      const { items, nextCursor } = pageOf(rows, limit);
      return {
        items: items.map((row) => itemOf(row, reference, today)),
        nextCursor,
        total: totalOf(count?.counted ?? 0),
      };
    });
  }
}

interface Conditions {
  filters: readonly Filter[];
  where: string;
  values: unknown[];
}

function conditionsOf({ jurisdiction }: Actor, query: CommitteeListQuery): Conditions {
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
    name: `committees-${filters.join('-')}`,
    text: `select ${COLUMNS} from ${FROM} where ${where} order by c.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `committee-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from committee c where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf(row: ListRow, reference: ReferenceData, today: string): ListedCommitteeDto {
  const { id, form, state, chair, members, foundedOn, firmId, creditCode, firmName } = row;
  return {
    id,
    form,
    state,
    stateLabel: isCommitteeState(state) ? labelOf(state, { form }) : state,
    firm: { id: firmId, creditCode, name: firmName },
    chair: chair === null ? null : namedOrganization(reference, chair, today),
    members,
    foundedOn,
  };
}
