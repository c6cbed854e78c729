import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SupportContext } from '../../workflows/support/support.context.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { API_PREFIX } from '../access/route-key.js';
import { stateAfter } from '../cases/case-resource.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion } from '../platform/http/if-match.js';
import { Proposals } from './proposals.js';
import { NewSupportDto, SupportListDto, SupportListQuery, SupportStateDto } from './support.dto.js';
import { SupportList } from './support-list.js';
import { supportState } from './support-view.js';

@ApiTags('supports')
@Controller('supports')
export class SupportsController {
  constructor(
    private readonly lists: SupportList,
    private readonly proposals: Proposals,
  ) {}

  /** 本人可见的帮扶事项，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: SupportListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: SupportListQuery): Promise<SupportListDto> {
    return this.lists.page(actor, query);
  }

  /** 提出帮扶事项；市金融部门提出的直接交办责任岗位 */
  @Post()
  @NeedsIdempotencyKey()
  @Answers({
    status: 201,
    type: SupportStateDto,
    problems: [
      'validation-failed',
      'idempotency-key-required',
      'not-signed-in',
      'forbidden',
      'cross-site',
      'not-found',
      'request-in-progress',
      'guard-failed',
      'idempotency-key-reused',
    ],
  })
  async propose(
    @CurrentActor() actor: Actor,
    @Body() body: NewSupportDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SupportStateDto> {
    const outcome = await this.proposals.open(actor, body, idempotencyClaim(request, body));
    const state = supportState(stateAfter<SupportContext>(outcome), actor);
    reply.header('location', `${API_PREFIX}/supports/${state.id}`);
    answerVersion(reply, state.version);
    return state;
  }
}
