import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags, OmitType } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { FilingExport } from './filing-export.js';
import { FilingListQuery } from './filing-list.dto.js';

/** As the list is narrowed; all of its pages. */
export class ExportQuery extends OmitType(FilingListQuery, ['limit', 'cursor'] as const) {}

@ApiTags('filings')
@Controller('filings/export')
export class ExportController {
  constructor(private readonly sheets: FilingExport) {}

  /** 导出本人可见的报告清单（CSV）。每次导出均留痕，末行注明导出人和时间 */
  @Get()
  @Answers({
    status: 200,
    mediaType: 'text/csv',
    problems: ['not-signed-in', 'forbidden', 'validation-failed', 'guard-failed'],
  })
  async sheet(
    @CurrentActor() actor: Actor,
    @Query() query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.sheets.sheet(actor, query);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="filings.csv"; filename*=UTF-8''${encodeURIComponent('报告清单.csv')}`,
      )
      .send(text);
  }
}
