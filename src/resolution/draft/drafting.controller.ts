import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { API_PREFIX } from '../../access/route-key.js';
import { stateAfter } from '../../cases/case-resource.js';
import { Answers } from '../../platform/http/answers.js';
import { Id } from '../../platform/http/fields.js';
import { idempotencyClaim, NeedsIdempotencyKey } from '../../platform/http/idempotency-key.js';
import { answerVersion } from '../../platform/http/if-match.js';
import { ResolutionStateDto } from '../resolution.dto.js';
import { resolutionState } from '../resolution-view.js';
import { Drafting } from './drafting.js';
import { NewResolutionDto } from './new-resolution.dto.js';

export class OfCommitteeDto {
  @Id({ description: '债委会的 id' })
  id: string;
}

@ApiTags('resolutions')
@Controller('committees/:id/resolutions')
export class DraftingController {
  constructor(private readonly drafting: Drafting) {}

  /** 提出议题；由主持单位发出通知后表决 */
  @Post()
  @NeedsIdempotencyKey()
  @Answers({
    status: 201,
    type: ResolutionStateDto,
    problems: [
      'validation-failed',
      'idempotency-key-required',
      'not-signed-in',
      'forbidden',
      'not-a-member',
      'cross-site',
      'not-found',
      'request-in-progress',
      'guard-failed',
      'idempotency-key-reused',
    ],
  })
  async draft(
    @CurrentActor() actor: Actor,
    @Param() { id }: OfCommitteeDto,
    @Body() body: NewResolutionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResolutionStateDto> {
    const claim = idempotencyClaim(request, body);
    const outcome = await this.drafting.open(actor, id, { body, claim });
    const state = resolutionState(stateAfter<ResolutionContext>(outcome));
    reply.header('location', `${API_PREFIX}/resolutions/${state.id}`);
    answerVersion(reply, state.version);
    return state;
  }
}
