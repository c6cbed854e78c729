import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { API_PREFIX } from '../access/route-key.js';
import { stateAfter } from '../cases/case-resource.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion } from '../platform/http/if-match.js';
import { InquiryListDto, InquiryListQuery, InquiryStateDto, NewInquiryDto } from './inquiry.dto.js';
import { InquiryList } from './inquiry-list.js';
import { inquiryState } from './inquiry-view.js';
import { Opening } from './opening.js';

@ApiTags('inquiries')
@Controller('inquiries')
export class InquiriesController {
  constructor(
    private readonly lists: InquiryList,
    private readonly opening: Opening,
  ) {}

  /** 本人可见的核查事项，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: InquiryListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: InquiryListQuery): Promise<InquiryListDto> {
    return this.lists.page(actor, query);
  }

  /** 列为核查事项；同一行为、同一情形已有事项的，并入该事项 */
  @Post()
  @NeedsIdempotencyKey()
  @Answers({
    status: 201,
    type: InquiryStateDto,
    problems: [
      'validation-failed',
      'idempotency-key-required',
      'not-signed-in',
      'forbidden',
      'cross-site',
      'not-found',
      'already-exists',
      'event-not-accepted',
      'request-in-progress',
      'guard-failed',
      'idempotency-key-reused',
    ],
  })
  async open(
    @CurrentActor() actor: Actor,
    @Body() body: NewInquiryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InquiryStateDto> {
    const outcome = await this.opening.open(actor, body, idempotencyClaim(request, body));
    const state = inquiryState(stateAfter<InquiryContext>(outcome), actor);
    reply.header('location', `${API_PREFIX}/inquiries/${state.id}`);
    answerVersion(reply, state.version);
    return state;
  }
}
