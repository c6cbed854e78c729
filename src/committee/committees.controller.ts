import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { API_PREFIX } from '../access/route-key.js';
import { stateAfter } from '../cases/case-resource.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion } from '../platform/http/if-match.js';
import { CommitteeList } from './committee-list.js';
import { Committees } from './committees.js';
import {
  CommitteeListDto,
  CommitteeListQuery,
  CommitteeStateDto,
  NewCommitteeDto,
} from './view/committee.dto.js';
import { committeeState } from './view/committee-view.js';

@ApiTags('committees')
@Controller('committees')
export class CommitteesController {
  constructor(
    private readonly committees: Committees,
    private readonly lists: CommitteeList,
  ) {}

  /** 发起组建债委会，或发起主办行会商 */
  @Post()
  @NeedsIdempotencyKey()
  @Answers({
    status: 201,
    type: CommitteeStateDto,
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
    @Body() body: NewCommitteeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommitteeStateDto> {
    const outcome = await this.committees.propose(actor, body, idempotencyClaim(request, body));
    const state = committeeState(stateAfter<CommitteeContext>(outcome));
    reply.header('location', `${API_PREFIX}/committees/${state.id}`);
    answerVersion(reply, state.version);
    return state;
  }

  /** 本人可见的债委会和主办行会商，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: CommitteeListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: CommitteeListQuery): Promise<CommitteeListDto> {
    return this.lists.page(actor, query);
  }
}
