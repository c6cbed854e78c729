import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { CourtOutcomeDto, CourtProceedingsDto, NewCourtAcceptanceDto } from './court-proceedings.dto.js';
import { CourtProceedings } from './court-proceedings.js';
import { FirmIdDto } from './firm.dto.js';

const PROBLEMS = [
  'not-signed-in',
  'step-up-needed',
  'forbidden',
  'cross-site',
  'not-found',
  'validation-failed',
  'guard-failed',
  'already-exists',
  'request-in-progress',
] as const;

@ApiTags('directory')
@Controller('firms/:id')
export class CourtProceedingsController {
  constructor(private readonly proceedings: CourtProceedings) {}

  /** 登记法院裁定企业进入司法程序：其报告、债委会等在同一事务中随之变更 */
  @Post('court-acceptance')
  @Answers({ status: 200, type: CourtProceedingsDto, problems: PROBLEMS })
  async accept(
    @CurrentActor() actor: Actor,
    @Param() { id }: FirmIdDto,
    @Body() body: NewCourtAcceptanceDto,
  ): Promise<CourtProceedingsDto> {
    return this.proceedings.accept(actor, id, body);
  }

  /** 登记司法程序的结果：终结，或驳回申请 */
  @Post('court-outcome')
  @Answers({ status: 200, type: CourtProceedingsDto, problems: PROBLEMS })
  async end(
    @CurrentActor() actor: Actor,
    @Param() { id }: FirmIdDto,
    @Body() body: CourtOutcomeDto,
  ): Promise<CourtProceedingsDto> {
    return this.proceedings.end(actor, id, body);
  }
}
