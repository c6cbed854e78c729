import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { v7 as uuid } from 'uuid';
import { ACT_KINDS } from '../../../workflows/rules/filing-codes.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import { writeEntry } from '../../audit/write-entry.js';
import { referenceData } from '../../directory/reference-data.js';
import { Problem } from '../../platform/problem.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { FilingListQuery, ListedFilingDto } from './filing-list.dto.js';
import { FilingList } from './filing-list.js';

const PAGE = 100;
/** More is a question for statistics, not for a sheet. */
export const MOST_ROWS = 5_000;
/** By which spreadsheets know UTF-8. */
const BOM = '\ufeff';

const HEAD = [
  '编号',
  '系统编号',
  '银行',
  '企业',
  '统一社会信用代码',
  '县（市、区）',
  '事项',
  '金额（元）',
  '拟实施日',
  '收到日',
  '银行日期',
  '状态',
  '标记',
];

/** 导出清单: what a list shows, as a sheet that says who took it, and when. */
@Injectable()
export class FilingExport {
  constructor(
    private readonly lists: FilingList,
    private readonly database: ScopedDatabase,
  ) {}

  /**
   * RFC 4180 in UTF-8, texts that a spreadsheet would run as formulas made harmless (CWE-1236). The log keeps who took what.
   * @throws {Problem} guard-failed when there is more than a sheet holds
   */
  async sheet(actor: Actor, query: FilingListQuery): Promise<string> {
    const rows: ListedFilingDto[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.lists.page(actor, {
        ...query,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      rows.push(...page.items);
      if (rows.length > MOST_ROWS) throw tooMany();
      cursor = page.nextCursor;
    } while (cursor !== null);
    const { mark, counties } = await this.note(actor, query, rows.length);
    const lines = rows.map((row) => lineOf(row, counties));
    const text = stringify([HEAD, ...lines, [mark]], {
      escape_formulas: true,
      record_delimiter: 'windows',
      quoted_string: true,
    });
    return BOM + text;
  }

  private async note(
    actor: Actor,
    query: FilingListQuery,
    count: number,
  ): Promise<{ mark: string; counties: ReadonlyMap<string, string> }> {
    const { jurisdiction, name = '', login = '' } = actor;
    const id = uuid();
    return this.database.as(actor, async (tx) => {
      const [reference, { at }] = await Promise.all([
        referenceData(tx),
        writeEntry(tx, {
          kind: 'read',
          type: 'EXPORT',
          jurisdiction,
          actor: eventActor(actor),
          values: { export: id, list: 'filings', count, ...query },
        }),
      ]);
      const counties = new Map(reference.counties.map(({ key, name: county }) => [key, county]));
      const mark = `导出人：${name}（${login}）　导出时间：${at.slice(0, 16).replace('T', ' ')}　共${String(count)}件　导出编号：${id}　内部资料，请勿外传`;
      return { mark, counties };
    });
  }
}

function lineOf(row: ListedFilingDto, counties: ReadonlyMap<string, string>): string[] {
  const { firm, kind } = row;
  return [
    row.number ?? '未报送',
    row.machineNumber ?? '',
    row.bank.name,
    firm.name ?? '',
    firm.creditCode ?? '',
    counties.get(firm.county ?? '') ?? '',
    kind === null ? '' : ACT_KINDS[kind],
    row.amount ?? '',
    row.plannedDate ?? '',
    row.receivedOn ?? '',
    row.bankDate ?? '',
    row.stateLabel,
    row.marks.map((mark) => labelOf(mark)).join('、'),
  ];
}

function labelOf(mark: string): string {
  return (MARKS as Readonly<Record<string, { label: string } | undefined>>)[mark]?.label ?? mark;
}

function tooMany(): Problem {
  const message = `所选报告超过${String(MOST_ROWS)}件，请缩小范围后再导出。`;
  return Problem.of([{ code: 'too-many-rows', message }]);
}
