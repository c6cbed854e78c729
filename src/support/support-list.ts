import { Injectable } from '@nestjs/common';
import type { Role } from '../../workflows/process.js';
import { SUPPORT_MEASURES, type SupportType } from '../../workflows/rules/support-types.js';
import type { Lateness } from '../../workflows/support/support.context.js';
import { LATENESS_LABELS, STATE_LABELS } from '../../workflows/support/support.labels.js';
import { type Actor, readerOf } from '../access/actor.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { ListedSupportDto, SupportListDto, SupportListQuery } from './support.dto.js';
import { isSupportState } from './support-resource.js';
import { firmIn } from './support-view.js';

const COLUMNS = `s.id, s.type, s.state, s.lateness, s.holder, s.holder_role as "holderRole", s.due_on as "dueOn",
  s.credit_code as "creditCode", s.firm_name as "firmName", s.county`;

const CONDITIONS = {
  cursor: (place: string) => `s.id < ${place}`,
  state: (place: string) => `s.state = ${place}`,
  type: (place: string) => `s.type = ${place}`,
  lateness: (place: string) => `s.lateness = ${place}`,
  owner: (place: string) =>
    `s.holder = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
  parent: (place: string) => `s.parent_id = ${place}`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends Record<string, unknown> {
  id: string;
  type: SupportType;
  state: string;
  lateness: Lateness | null;
  holder: string;
  holderRole: Role;
  dueOn: string;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
}

/** The measures that an actor may see, page by page: offices all, whoever carries them out their own. */
@Injectable()
export class SupportList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: SupportListQuery): Promise<SupportListDto> {
    const limit = query.limit ?? PAGE_SIZE;
    const asked = readerOf(actor) === undefined ? withoutParent(query) : query;
    const { cursor: _, ...narrowing } = asked;
    const rows = conditionsOf(actor, asked);
    const counted = conditionsOf(actor, narrowing);
    return this.database.as(actor, async (tx) => {
      const [found, [count], reference] = await Promise.all([
        tx.query<ListRow>(pageOfRows(rows), [...rows.values, limit + 1]),
        tx.query<{ counted: number }>(countOfRows(counted), counted.values),
        referenceData(tx),
      ]);
      const { items, nextCursor } = pageOf(found, limit);
      return {
        items: items.map((row) => itemOf(row, reference)),
        nextCursor,
        total: totalOf(count?.counted ?? 0),
      };
    });
  }
}

/** What a measure hangs on is no helper's to ask about. */
function withoutParent({ parent: _, ...query }: SupportListQuery): SupportListQuery {
  return query;
}

interface Conditions {
  filters: readonly Filter[];
  where: string;
  values: unknown[];
}

function conditionsOf({ jurisdiction }: Actor, query: SupportListQuery): Conditions {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const narrowing = filters.map((filter, index) => CONDITIONS[filter](`$${String(index + 2)}`));
  return {
    filters,
    where: ['s.jurisdiction = $1', ...narrowing].join(' and '),
    values: [jurisdiction, ...filters.map((filter) => query[filter])],
  };
}

/** One prepared statement for each set of filters, newest first. */
function pageOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `supports-${filters.join('-')}`,
    text: `select ${COLUMNS} from support s where ${where} order by s.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `support-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from support s where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf(row: ListRow, reference: ReferenceData): ListedSupportDto {
  const { id, type, state, lateness, holder, holderRole, dueOn } = row;
  const label = isSupportState(state) ? STATE_LABELS[state] : state;
  const isLate = lateness !== null && ['assigned', 'working', 'waiting'].includes(state);
  return {
    id,
    type,
    typeLabel: SUPPORT_MEASURES[type].label,
    state,
    stateLabel: isLate ? `${label}（${LATENESS_LABELS[lateness]}）` : label,
    lateness,
    owner: { organization: namedOrganization(reference, holder, dueOn), role: holderRole },
    dueOn,
    firm: firmIn(row),
  };
}
