import { Injectable } from '@nestjs/common';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { ActKind } from '../../../workflows/rules/filing-codes.js';
import type { Actor } from '../../access/actor.js';
import { type ReferenceData, referenceData } from '../../directory/reference-data.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../../platform/http/page.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { rowLabel } from '../read/state-label.js';
import { inOrder } from '../view/filing-state.js';
import type { FilingListDto, FilingListQuery, ListedFilingDto } from './filing-list.dto.js';

const COLUMNS = `f.id, f.owner_org as bank, f.number, f.machine_number as "machineNumber", f.register_number as "registerNumber",
  f.state, f.outcome, f.lane, f.credit_code as "creditCode", f.firm_name as "firmName", f.county, f.kind, f.amount_fen as fen,
  f.planned_on as "plannedDate", f.received_at as "receivedAt", f.received_on as "receivedOn", f.bank_date as "bankDate",
  f.voluntary, f.marks, array(select m.mark from office_mark m where m.jurisdiction = f.jurisdiction and m.filing = f.id)
  as "officeMarks"`;

/** A bank finds nothing by a mark of the offices: row-level security keeps those from it. */
const CONDITIONS = {
  cursor: (place: string) => `f.id < ${place}`,
  state: (place: string) => `f.state = ${place}`,
  kind: (place: string) => `f.kind = ${place}`,
  county: (place: string) => `f.county = ${place}`,
  bank: (place: string) =>
    `f.owner_org = (select o.id from organization o where o.jurisdiction = $1 and o.key = ${place})`,
  mark: (place: string) => `(${place} = any (f.marks) or exists (select from office_mark m
    where m.jurisdiction = f.jurisdiction and m.filing = f.id and m.mark = ${place}))`,
  creditCode: (place: string) => `f.credit_code = ${place}`,
} as const;
type Filter = keyof typeof CONDITIONS;
const FILTERS = Object.keys(CONDITIONS) as Filter[];

interface ListRow extends Record<string, unknown> {
  id: string;
  bank: string;
  number: string | null;
  machineNumber: string | null;
  registerNumber: string | null;
  state: string;
  outcome: string | null;
  lane: string | null;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
  kind: ActKind | null;
  fen: string | null;
  plannedDate: string | null;
  receivedAt: Date | null;
  receivedOn: string | null;
  bankDate: string | null;
  voluntary: boolean;
  marks: string[];
  officeMarks: string[];
}

/** The filings that an actor may see, page by page. */
@Injectable()
export class FilingList {
  constructor(private readonly database: ScopedDatabase) {}

  async page(actor: Actor, query: FilingListQuery): Promise<FilingListDto> {
    const limit = query.limit ?? PAGE_SIZE;
    const { cursor: _, ...narrowing } = query;
    const { conditions, values } = conditionsOf(actor, query);
    const counted = conditionsOf(actor, narrowing);
    return this.database.as(actor, async (tx) => {
      const [rows, [count], reference] = await Promise.all([
        tx.query<ListRow>(pageOfRows(conditions), [...values, limit + 1]),
        tx.query<{ counted: number }>(countOfRows(counted.conditions), counted.values),
        referenceData(tx),
      ]);
      const { items, nextCursor } = pageOf(rows, limit);
      const isOffice = actor.organizationKind !== 'bank';
      return {
        items: items.map((row) => itemOf(row, reference, isOffice)),
        nextCursor,
        total: totalOf(count?.counted ?? 0),
      };
    });
  }
}

interface Conditions {
  filters: readonly Filter[];
  where: string;
}

function conditionsOf(
  { jurisdiction }: Actor,
  query: FilingListQuery,
): { conditions: Conditions; values: unknown[] } {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const narrowing = filters.map((filter, index) => CONDITIONS[filter](`$${String(index + 2)}`));
  const where = ['f.jurisdiction = $1', ...narrowing].join(' and ');
  return {
    conditions: { filters, where },
    values: [jurisdiction, ...filters.map((filter) => query[filter])],
  };
}

/** One prepared statement for each set of filters, newest first. */
function pageOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `filings-${filters.join('-')}`,
    text: `select ${COLUMNS} from filing f where ${where} order by f.id desc limit $${String(filters.length + 2)}`,
  };
}

function countOfRows({ filters, where }: Conditions): Statement {
  return {
    name: `filing-count-${filters.join('-')}`,
    text: `select count(*)::int as counted from (select from filing f where ${where} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function itemOf(row: ListRow, reference: ReferenceData, isOffice: boolean): ListedFilingDto {
  const bank = reference.organization(row.bank);
  const name = row.receivedOn === null ? undefined : reference.nameOn(bank.id, row.receivedOn);
  return {
    id: row.id,
    bank: { id: bank.id, key: bank.key, name: name ?? bank.names.at(-1)?.name ?? bank.key },
    number: row.number,
    machineNumber: row.machineNumber,
    state: row.state,
    stateLabel: rowLabel(row),
    firm: { creditCode: row.creditCode, name: row.firmName, county: row.county },
    kind: row.kind,
    amount: row.fen === null ? null : formatYuan(BigInt(row.fen)),
    plannedDate: row.plannedDate,
    receivedAt: row.receivedAt === null ? null : shanghai(row.receivedAt),
    receivedOn: row.receivedOn,
    bankDate: row.bankDate,
    marks: inOrder([...row.marks, ...row.officeMarks]),
    voluntary: row.voluntary,
    ...(isOffice ? { lane: row.lane, registerNumber: row.registerNumber } : {}),
  };
}
