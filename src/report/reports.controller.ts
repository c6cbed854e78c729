import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { OverviewDto, OverviewQueryDto } from './overview.dto.js';
import { Overviews } from './overview.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly overviews: Overviews) {}

  /** 概览：期限、超期，按月、银行、属地、行业、措施、结果；银行只见本行 */
  @Get('overview')
  @Answers({ status: 200, type: OverviewDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async overview(@CurrentActor() actor: Actor, @Query() query: OverviewQueryDto): Promise<OverviewDto> {
    return this.overviews.of(actor, query);
  }
}
