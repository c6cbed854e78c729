import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { CaseHistory } from '../../cases/case-history.js';
import { HistoryDto, HistoryQueryDto } from '../../cases/history.dto.js';
import { Answers } from '../../platform/http/answers.js';
import { FILING_DESCRIPTION } from './filing-description.js';
import { FilingIdDto } from './filing-id.dto.js';

@ApiTags('filings')
@Controller('filings/:id/history')
export class HistoryController {
  constructor(private readonly history: CaseHistory) {}

  /** 办理过程，先发生的在前；按读者身份展示，银行不见部门内部事项 */
  @Get()
  @Answers({
    status: 200,
    type: HistoryDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Query() query: HistoryQueryDto,
  ): Promise<HistoryDto> {
    return this.history.page(FILING_DESCRIPTION, actor, id, query);
  }
}
