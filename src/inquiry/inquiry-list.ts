import { Injectable } from '@nestjs/common';
import type { InquiryKind } from '../../workflows/inquiry/inquiry.context.js';
import { KIND_LABELS, STATE_LABELS } from '../../workflows/inquiry/inquiry.labels.js';
import type { Actor } from '../access/actor.js';
import { namedOrganization } from '../directory/named-organization.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { civilDay, shanghai } from '../platform/instant.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { InquiryListDto, InquiryListQuery, ListedInquiryDto } from './inquiry.dto.js';
import { isInquiryState } from './inquiry-resource.js';

const COLUMNS = `i.id, i.number, i.state, i.kind, i.bank, i.filing, i.opened_at as "openedAt"`;

const CONDITIONS = {
  cursor: (place: string) => `i.id < ${place}`,
  state: (place: string) => `i.state = ${place}`,
  kind: (place: string) => `i.kind = ${place}`,
  bank: (place: string) =>
    `i.bank = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
  filing: (place: string) => `i.filing = ${place}`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends Record<string, unknown> {
  id: string;
  number: string;
  state: string;
  kind: InquiryKind;
  bank: string;
  filing: string | null;
  openedAt: Date;
}

/** The inquiries that an actor may see, page by page: the finance bureau all, others those that they were told of. */
@Injectable()
export class InquiryList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: InquiryListQuery): Promise<InquiryListDto> {
    const limit = query.limit ?? PAGE_SIZE;
    const { cursor: _, ...narrowing } = query;
    const rows = conditionsOf(actor, query);
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

interface Conditions {
  filters: readonly Filter[];
  where: string;
  values: unknown[];
}

function conditionsOf({ jurisdiction }: Actor, query: InquiryListQuery): Conditions {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const narrowing = filters.map((filter, index) => CONDITIONS[filter](`$${String(index + 2)}`));
  return {
    filters,
    where: ['i.jurisdiction = $1', ...narrowing].join(' and '),
    values: [jurisdiction, ...filters.map((filter) => query[filter])],
  };
}

/** One prepared statement for each set of filters, newest first. */
function pageOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `inquiries-${filters.join('-')}`,
    text: `select ${COLUMNS} from inquiry i where ${where} order by i.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `inquiry-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from inquiry i where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf({ bank, openedAt, ...row }: ListRow, reference: ReferenceData): ListedInquiryDto {
  return {
    ...row,
    stateLabel: isInquiryState(row.state) ? STATE_LABELS[row.state] : row.state,
    kindLabel: KIND_LABELS[row.kind],
    bank: namedOrganization(reference, bank, civilDay(openedAt)),
    openedAt: shanghai(openedAt),
  };
}
