import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { referenceData } from '../../directory/reference-data.js';
import { PAGE_SIZE, pageOf } from '../../platform/http/page.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { BatchDto, BatchesDto, BatchesQueryDto, BatchSummaryDto } from './batch.dto.js';
import {
  aboutBatch,
  BATCH,
  BATCH_OF_KEY,
  BATCHES,
  type BatchRow,
  FORGET_BATCHES,
  noteReports,
  OPEN_BATCH,
  REPORTS,
  type ReportRow,
} from './batch-rows.js';
import { remarkedWorkbook, templateWorkbook } from './batch-sheets.js';
import { BatchWork } from './batch-work.js';
import { reportsIn } from './reports-in-sheet.js';
import type { Choice } from './sheet-columns.js';
import { gridOf } from './sheet-grid.js';

/** One file as it was sent, and the promise that came with it. */
export interface Upload {
  file: Buffer;
  name: string;
  key: string;
}

/** 批量导入: every report of a sheet becomes a draft as `POST /filings` makes one, or is told what is wrong with it. */
@Injectable()
export class Batches {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly work: BatchWork,
  ) {}

  /**
   * Begins a batch, or finds the one that this key has begun. Nothing is made yet when it returns.
   * @throws {Problem} guard-failed, unsupported-media-type, idempotency-key-reused
   */
  async open(actor: Actor, { file, name, key }: Upload): Promise<BatchDto> {
    const reports = await reportsIn(gridOf(file), await this.counties(actor));
    const { jurisdiction, organization, person = '' } = actor;
    const sha256 = hash('sha256', file, 'hex');
    await this.database.asSystem(async (tx) => tx.send(FORGET_BATCHES, [jurisdiction]));
    const wanted = uuid();
    const owner = [organization, person];
    const { batch, isNew } = await this.database.as(actor, async (tx) => {
      const [opened] = await tx.query(OPEN_BATCH, [jurisdiction, wanted, ...owner, key, sha256, name]);
      if (opened !== undefined) {
        noteReports(tx, { jurisdiction, person, batch: wanted }, reports);
        return { batch: wanted, isNew: true };
      }
      const former = await tx.query<{ id: string; sha256: string }>(BATCH_OF_KEY, [
        jurisdiction,
        ...owner,
        key,
      ]);
      if (former[0]?.sha256 !== sha256) throw new Problem('idempotency-key-reused');
      return { batch: former[0].id, isNew: false };
    });
    if (isNew) {
      const numbered = reports.map((report, index) => ({ number: index + 1, report }));
      const sound = numbered.filter(({ report }) => report.remarks.length === 0);
      this.work.begin(actor, { key: { jurisdiction, person, batch }, reports: sound });
    }
    return this.read(actor, batch);
  }

  /** The person's own, the newest first. */
  async list(actor: Actor, { limit = PAGE_SIZE, cursor }: BatchesQueryDto): Promise<BatchesDto> {
    const rows = await this.database.as(actor, (tx) =>
      tx.query<BatchRow>(BATCHES, [actor.jurisdiction, actor.person, cursor ?? null, limit + 1]),
    );
    return pageOf(rows.map(summaryOf), limit);
  }

  /** @throws {Problem} not-found, for another person's as for none */
  async read(actor: Actor, id: string): Promise<BatchDto> {
    const { row, reports } = await this.rowsOf(actor, id);
    const items = reports.map(({ number: _number, sealed: _sealed, ...item }) => item);
    return { ...summaryOf(row), items };
  }

  /** The rows that no draft was made of, as they were written, with the remarks. @throws {Problem} not-found */
  async remarked(actor: Actor, id: string): Promise<Buffer> {
    const counties = await this.counties(actor);
    const { reports, open } = await this.rowsOf(actor, id);
    const lines = reports.flatMap(({ rows, remarks, status, sealed }) =>
      (sealed === null ? [] : open(sealed)).map((written, at) => ({
        cells: written,
        remarks:
          status === 'waiting'
            ? [{ row: rows[at] ?? 0, column: null, message: '尚未生成草稿，请重新上传' }]
            : remarks.filter(({ row }) => row === rows[at]),
      })),
    );
    return remarkedWorkbook(lines, counties);
  }

  async template(actor: Actor): Promise<Buffer> {
    return templateWorkbook(await this.counties(actor));
  }

  private async rowsOf(actor: Actor, id: string) {
    const { jurisdiction, person } = actor;
    return this.database.as(actor, async (tx) => {
      const [[row], reports] = await Promise.all([
        tx.query<BatchRow>(BATCH, [jurisdiction, person, id]),
        tx.query<ReportRow>(REPORTS, [jurisdiction, id]),
      ]);
      if (row === undefined) throw new Problem('not-found');
      const open = (sealed: string) =>
        JSON.parse(tx.cipher.open(sealed, aboutBatch(id))) as Record<string, string>[];
      return { row, reports, open };
    });
  }

  private async counties(actor: Actor): Promise<Choice[]> {
    const { counties } = await this.database.as(actor, (tx) => referenceData(tx));
    return counties.map(({ key, name }) => ({ code: key, label: name }));
  }
}

function summaryOf({
  sha256: _sha256,
  stands,
  createdAt,
  finishedAt,
  former,
  ...row
}: BatchRow): BatchSummaryDto {
  return {
    ...row,
    state: finishedAt !== null ? 'done' : stands ? 'interrupted' : 'working',
    createdAt: shanghai(createdAt),
    finishedAt: finishedAt === null ? null : shanghai(finishedAt),
    reports: row.made + row.existing + row.wrong + row.waiting,
    sameFileAs: former,
  };
}
