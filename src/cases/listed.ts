import type { Actor } from '../access/actor.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** Where the list of a process comes from, and by what it may be narrowed. */
export interface ListSource<Filter extends string> {
  /** Of its statements. */
  name: string;
  /** One table, with its alias. */
  table: string;
  alias: string;
  columns: string;
  /** Joined for a page, not for a count. */
  joined?: string;
  /** The condition of each filter, with the place of its value. `$1` is the jurisdiction. */
  conditions: Readonly<Record<Filter, (place: string) => string>>;
}

type Asked<Filter extends string> = Partial<Record<Filter, string | undefined>> & {
  limit?: number;
  cursor?: string;
};

/** One page of what the transaction's scope shows, newest first, with the total as far as lists count. */
export async function listed<Row extends Record<string, unknown> & { id: string }, Filter extends string>(
  tx: Transaction,
  source: ListSource<Filter>,
  { jurisdiction }: Actor,
  query: Asked<Filter>,
) {
  const { limit = PAGE_SIZE, cursor } = query;
  const filters = (Object.keys(source.conditions) as Filter[]).filter(
    (filter) => query[filter] !== undefined,
  );
  const values = [jurisdiction, ...filters.map((filter) => query[filter])];
  const [rows, [count]] = await Promise.all([
    tx.query<Row>(pageStatement(source, filters, cursor !== undefined), [
      ...values,
      limit + 1,
      ...(cursor === undefined ? [] : [cursor]),
    ]),
    tx.query<{ counted: number }>(countStatement(source, filters), values),
  ]);
  return { ...pageOf(rows, limit), total: totalOf(count?.counted ?? 0) };
}

/** One prepared statement for each set of filters, and for the first page apart: a later one begins in the index. */
function pageStatement<Filter extends string>(
  source: ListSource<Filter>,
  filters: readonly Filter[],
  isLater: boolean,
): Statement {
  const { name, table, alias, columns, joined = '' } = source;
  const [limit, cursor] = [filters.length + 2, filters.length + 3].map((place) => `$${String(place)}`);
  return {
    name: `${name}-${filters.join('-')}${isLater ? '-later' : ''}`,
    text: `select ${columns} from ${table} ${alias} ${joined} where ${where(source, filters)}
      ${isLater ? `and ${alias}.id < ${cursor}` : ''} order by ${alias}.id desc limit ${limit}`,
  };
}

function countStatement<Filter extends string>(
  source: ListSource<Filter>,
  filters: readonly Filter[],
): Statement {
  const { name, table, alias } = source;
  return {
    name: `${name}-count-${filters.join('-')}`,
    text: `select count(*)::int as counted
      from (select from ${table} ${alias} where ${where(source, filters)} limit ${String(COUNT_LIMIT)}) as found`,
  };
}

function where<Filter extends string>(
  { alias, conditions }: ListSource<Filter>,
  filters: readonly Filter[],
): string {
  const narrowing = filters.map((filter, index) => conditions[filter](`$${String(index + 2)}`));
  return [`${alias}.jurisdiction = $1`, ...narrowing].join(' and ');
}
