import { COUNT_LIMIT } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';

/** Where a list takes its cases from, and in which order. */
export interface Source {
  name: string;
  /** Tables with the aliases `c` (process_case) and `f` (filing). */
  from: string;
  /** May use `$11` and, when `ownValues` is 2, `$12`. */
  where: string;
  ownValues: 1 | 2;
  /** Sort key and its type; ties are broken by `id`. */
  key: string;
  keyType: 'timestamptz' | 'bigint' | 'uuid';
  id: string;
  order: 'asc' | 'desc';
  /** Columns of this list alone. */
  columns?: string;
}

/** The two statements of a source, over the same rows. */
export interface List {
  page: Statement;
  count: Statement;
}

export function listOf(source: Source): List {
  return { page: pageStatement(source), count: countStatement(source) };
}

/**
 * The first ten parameters are those of every list, so that a page and its counts cannot differ in what they mean:
 * $1 jurisdiction · $2 posts of the reader's side · $3 the clocks of that side · $4 the reader is a bank · $5 lane · $6 kind ·
 * $7 county · $8 bank · $9 now · $10 near until. Then come the source's own, then the page's.
 */
const FIRST_OWN = 11;

/**
 * When the reader's side has to act. Where the case waits for others as well, an earlier date may be theirs, so that the
 * own clocks are looked up; what the offices have to do by when is not for a bank.
 */
const DUE = `case
    when c.waits_for && $2::text[] then
      case when c.waits_for <@ $2::text[] then c.due_at
      else coalesce((select min(d.fire_at) from deadline d where d.jurisdiction = c.jurisdiction and d.case_id = c.id
        and d.name = any($3::text[]) and d.status in ('armed', 'fired')), case when $4 then null else c.due_at end) end
    when $4 then null
    else c.due_at end`;

/**
 * The same, as far as lights need it. The case's date is never later than the own one, so that what is not near by the case
 * is not near at all, and nothing has to be looked up for it.
 */
const DUE_FOR_LIGHT = `case when c.due_at >= $10::timestamptz and not ($4 and not c.waits_for && $2::text[]) then c.due_at
    else ${DUE} end`;

const FILTERS = `($5::text is null or f.lane = $5) and ($6::text is null or f.kind = $6)
    and ($7::text is null or f.county = $7) and ($8::uuid is null or c.owner_org = $8)`;

const FACTS = `c.id, c.process, c.state, c.waits_for as "waitsFor", c.waits_at as "waitsAt", c.owner_org as "ownerOrg", c.updated_at as "updatedAt",
    ${DUE} as "dueAt", f.number, f.register_number as "registerNumber", f.credit_code as "creditCode",
    f.firm_name as "firmName", f.county, case when c.process <> 'filing' then
      (select jsonb_build_object('creditCode', m.credit_code, 'name', m.name, 'county', m.county) from firm m
        where m.jurisdiction = c.jurisdiction and m.id = c.firm) end as firm, f.kind, f.amount_fen as "amountFen", f.planned_on as "plannedOn",
    f.acted_on as "actedOn", f.bank_date as "bankDate", f.received_at as "receivedAt", f.lane, f.marks, f.outcome,
    array(select m.mark from office_mark m where m.jurisdiction = c.jurisdiction and m.filing = c.id) as "officeMarks"`;

/** One page, and one row more that tells whether there is a next one. Its own parameters: light, limit, key, id. */
function pageStatement(source: Source): Statement {
  const { name, from, where, ownValues, key, keyType, id, order, columns } = source;
  const [light, limit, lastKey, lastId] = [0, 1, 2, 3].map(
    (place) => `$${String(FIRST_OWN + ownValues + place)}`,
  );
  return {
    name: `worklist-${name}`,
    text: `select ${FACTS}${columns === undefined ? '' : `, ${columns}`}, (${key})::text as "sortKey", ${id} as "sortId"
      from ${from}
      where ${where} and ${FILTERS}
        and case ${light}::text when 'overdue' then ${DUE_FOR_LIGHT} <= $9::timestamptz
          when 'atRisk' then ${DUE_FOR_LIGHT} > $9 and ${DUE_FOR_LIGHT} < $10
          when 'onTime' then ${DUE_FOR_LIGHT} >= $10 else true end
        ${keyType === 'timestamptz' ? `and ${key} <= ${latestFor(light)}` : ''}
        and (${lastKey}::${keyType} is null
          or (${key}, ${id}) ${order === 'asc' ? '>' : '<'} (${lastKey}::${keyType}, ${lastId}::uuid))
      order by ${key} ${order}, ${id} ${order} limit ${limit}`,
  };
}

/** No own date is earlier than the case's, by which the list is sorted: what comes after this has not the light that is wanted. */
function latestFor(light: string | undefined): string {
  return `case ${String(light)}::text when 'overdue' then $9::timestamptz when 'atRisk' then $10::timestamptz
          else 'infinity'::timestamptz end`;
}

/** How many there are in each light, counted no further than lists tell. */
function countStatement({ name, from, where, key, id, order }: Source): Statement {
  return {
    name: `worklist-${name}-counts`,
    text: `select count(*)::int as "all", (count(*) filter (where due <= $9))::int as overdue,
        (count(*) filter (where due > $9 and due < $10))::int as "atRisk",
        (count(*) filter (where due >= $10))::int as "onTime"
      from (select ${DUE_FOR_LIGHT} as due from ${from}
        where ${where} and ${FILTERS}
        order by ${key} ${order}, ${id} ${order} limit ${COUNT_LIMIT}) counted`,
  };
}
