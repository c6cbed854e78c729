import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { audienceFor } from '../access/audience.js';
import { CaseDescriptions } from '../cases/case-descriptions.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { PAGE_SIZE, totalOf } from '../platform/http/page.js';
import { civilDay } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { type Branch, branchesOf } from './branches.js';
import { cursorOf, placeIn } from './cursor.js';
import { atRiskUntil } from './light.js';
import type { WorklistDto } from './worklist.dto.js';
import type { WorklistQueryDto } from './worklist.query.dto.js';
import { itemOf } from './worklist-item.js';
import { readerFor, type WorklistReader } from './worklist-reader.js';
import {
  CLOCKS_OF_PAGE,
  type CountRow,
  NAMES_OF_PAGE,
  type RowClock,
  type WorklistRow,
} from './worklist-row.js';

const NOW: Statement = {
  name: 'worklist-now',
  text: 'select wendai_now() as now, (select stamp from reference_stamp) as stamp',
};

/**
 * Lists come out of indexes that are in their order already. Under row-level security PostgreSQL may not use what it knows of
 * arrays, takes one case in a hundred to be wanted, and would rather read and sort them all.
 */
const IN_ORDER_OF_INDEX: Statement = {
  name: 'worklist-in-order-of-index',
  text: `select set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true)`,
};

const NOTHING: CountRow = { all: 0, overdue: 0, atRisk: 0, onTime: 0 };

/** 工作台 lists: what waits for somebody's posts, what they did, began, were copied, and have not filed yet. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly descriptions: CaseDescriptions,
  ) {}

  /** @throws {Problem} validation-failed, bad-request */
  async list(actor: Actor, query: WorklistQueryDto): Promise<WorklistDto> {
    return this.database.as(actor, async (tx) => {
      tx.send(IN_ORDER_OF_INDEX);
      const [time] = await tx.query<{ now: Date; stamp: string }>(NOW);
      if (time === undefined) throw new Error('The database did not tell the time.');
      const reference = await referenceData(tx, time.stamp);
      return this.read(tx, readerFor(actor), query, { now: time.now, reference });
    });
  }

  private async read(
    tx: Transaction,
    reader: WorklistReader,
    query: WorklistQueryDto,
    { now, reference }: { now: Date; reference: ReferenceData },
  ): Promise<WorklistDto> {
    const { tab = 'todo', light, limit = PAGE_SIZE } = query;
    const audience = audienceFor(reader.actor);
    const nearUntil = atRiskUntil(reference.calendar, civilDay(now));
    const place = placeIn(tab, query.cursor);
    const shared = [...filtersOf(query, reader, reference), now, nearUntil];
    const paging = [light ?? null, limit + 1, place?.key ?? null, place?.id ?? null];
    const branches = branchesOf(tab, reader);
    const [pages, counts] = await Promise.all([
      Promise.all(branches.map((branch) => pageOf(tx, branch, shared, paging))),
      Promise.all(branches.map((branch) => countOf(tx, branch, shared))),
    ]);
    const rows = merged(pages);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const [clocks, names] = await Promise.all([
      this.clocksOf(tx, reader, page),
      this.namesOf(tx, reader, page),
    ]);
    const setting = {
      reader,
      audience,
      reference,
      now,
      nearUntil,
      names,
      isTodo: tab === 'todo',
      descriptions: this.descriptions,
    };
    const counted = counts.reduce(sum, NOTHING);
    return {
      tab,
      items: page.map((row) => itemOf(row, clocks.get(row.id) ?? [], setting)),
      nextCursor: last === undefined ? null : cursorOf(tab, { key: last.sortKey, id: last.sortId }),
      ...countsOf(counted, light),
    };
  }

  private async clocksOf(
    tx: Transaction,
    { actor }: WorklistReader,
    page: readonly WorklistRow[],
  ): Promise<Map<string, RowClock[]>> {
    const byCase = new Map<string, RowClock[]>();
    if (page.length === 0) return byCase;
    const rows = await tx.query<RowClock>(CLOCKS_OF_PAGE, [actor.jurisdiction, page.map(({ id }) => id)]);
    for (const row of rows) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), row]);
    return byCase;
  }

  /** People of the reader's own organization: those who lent a post, and those who began a filing. */
  private async namesOf(
    tx: Transaction,
    { actor }: WorklistReader,
    page: readonly WorklistRow[],
  ): Promise<Map<string, string>> {
    const people = [
      ...actor.delegated.map(({ from }) => from),
      ...page.flatMap(({ createdBy }) => createdBy ?? []),
    ];
    if (people.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(NAMES_OF_PAGE, [actor.jurisdiction, people]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function pageOf(
  tx: Transaction,
  { list, own }: Branch,
  shared: unknown[],
  paging: unknown[],
): Promise<WorklistRow[]> {
  return tx.query<WorklistRow>(list.page, [...shared, ...own, ...paging]);
}

async function countOf(tx: Transaction, { list, own }: Branch, shared: unknown[]): Promise<CountRow> {
  const [row] = await tx.query<CountRow>(list.count, [...shared, ...own]);
  return row ?? NOTHING;
}

/** The first eight parameters of every list. @throws {Problem} validation-failed */
function filtersOf(
  { lane, kind, county, bank }: WorklistQueryDto,
  reader: WorklistReader,
  reference: ReferenceData,
): unknown[] {
  // That there are lanes at all is the offices' own matter.
  if (lane !== undefined && reader.isBank) throw invalid('lane', 'unknown-field', '没有这个字段，请删除');
  if (
    county !== undefined &&
    !reference.counties.some(({ key, administered }) => administered && key === county)
  ) {
    throw invalid('county', 'invalid-value', '没有这个县（市、区）');
  }
  const organization = reference.organizations.find(({ key, kind: of }) => of === 'bank' && key === bank);
  if (bank !== undefined && organization === undefined)
    throw invalid('bank', 'invalid-value', '没有这家银行');
  return [
    reader.actor.jurisdiction,
    reader.side,
    reader.clocks,
    reader.isBank,
    lane ?? null,
    kind ?? null,
    county ?? null,
    organization?.id ?? null,
  ];
}

function invalid(field: string, code: string, message: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer: `/${field}`, code, message }] });
}

/** Pages of several branches in one order. Only work comes in branches, and its keys are instants as PostgreSQL writes them. */
function merged(pages: readonly WorklistRow[][]): WorklistRow[] {
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return only;
  return pages.flat().sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.sortId, b.sortId));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sum(one: CountRow, other: CountRow): CountRow {
  return {
    all: one.all + other.all,
    overdue: one.overdue + other.overdue,
    atRisk: one.atRisk + other.atRisk,
    onTime: one.onTime + other.onTime,
  };
}

/** What was counted no further than the limit is told as "at least". */
function countsOf(
  { all, ...byLight }: CountRow,
  light: WorklistQueryDto['light'],
): Pick<WorklistDto, 'total' | 'counts'> {
  const { exact } = totalOf(all);
  const told = (counted: number) => ({ value: totalOf(counted).value, exact });
  const counts = {
    onTime: told(byLight.onTime),
    atRisk: told(byLight.atRisk),
    overdue: told(byLight.overdue),
  };
  return { counts, total: light === undefined ? totalOf(all) : counts[light] };
}
