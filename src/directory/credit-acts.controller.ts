import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { NamesStaff } from '../access/key/names-staff.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { CreditActDto, CreditActQueryDto, CreditActsDto, NewCreditActDto } from './credit-act.dto.js';
import { CreditActs } from './credit-acts.js';
import { FirmIdDto } from './firm.dto.js';

@ApiTags('directory')
@Controller('firms/:id/acts')
export class CreditActsController {
  constructor(private readonly acts: CreditActs) {}

  /** 企业的已知信贷行为，近的在前；银行只见本行 */
  @Get()
  @Answers({
    status: 200,
    type: CreditActsDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param() { id }: FirmIdDto,
    @Query() query: CreditActQueryDto,
  ): Promise<CreditActsDto> {
    return this.acts.list(actor, id, query);
  }

  /** 申报或登记一项未单独报告的信贷行为，计入累计金额 */
  @Post()
  @NeedsIdempotencyKey()
  @NamesStaff(NewCreditActDto)
  @Answers({
    status: 201,
    type: CreditActDto,
    problems: [
      'not-signed-in',
      'forbidden',
      'cross-site',
      'not-found',
      'validation-failed',
      'idempotency-key-required',
      'idempotency-key-reused',
      'request-in-progress',
      'guard-failed',
    ],
  })
  async record(
    @CurrentActor() actor: Actor,
    @Param() { id }: FirmIdDto,
    @Body() act: NewCreditActDto,
    @Req() request: FastifyRequest,
  ): Promise<CreditActDto> {
    return this.acts.record(actor, id, act, idempotencyClaim(request, act));
  }
}
