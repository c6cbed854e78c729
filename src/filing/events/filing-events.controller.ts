import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_LABELS } from '../../../workflows/filing/filing.labels.js';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import {
  idempotencyClaim,
  idempotencyKey,
  NeedsIdempotencyKey,
} from '../../platform/http/idempotency-key.js';
import { answerVersion, ifMatch, NeedsIfMatch } from '../../platform/http/if-match.js';
import { FilingIdDto } from '../read/filing-id.dto.js';
import { FilingActionsDto } from './actions.dto.js';
import { EventAnswerDto } from './event-answer.dto.js';
import { EVENT_BODIES, type PublicEventType } from './event-bodies.js';
import { FilingEvents } from './filing-events.js';
import { readEvent } from './read-event.js';

const BODIES = Object.entries(EVENT_BODIES).map(([type, { body, example }]) => ({
  type: type as PublicEventType,
  body,
  example,
}));

@ApiTags('filings')
@ApiExtraModels(...BODIES.map(({ body }) => body))
@Controller('filings/:id')
export class FilingEventsController {
  constructor(private readonly events: FilingEvents) {}

  /** 办理：对一份报告做一件事 */
  @Post('events')
  @NeedsIdempotencyKey()
  @NeedsIfMatch()
  @ApiBody({
    schema: {
      oneOf: BODIES.map(({ body }) => ({ $ref: getSchemaPath(body) })),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(BODIES.map(({ type, body }) => [type, getSchemaPath(body)])),
      },
    },
    examples: Object.fromEntries(
      BODIES.map(({ type, example }) => [type, { summary: EVENT_LABELS[type], value: { type, ...example } }]),
    ),
  })
  @Answers({
    status: 200,
    type: EventAnswerDto,
    problems: [
      'validation-failed',
      'step-up-needed',
      'reserved-event',
      'idempotency-key-required',
      'not-signed-in',
      'forbidden',
      'checker-is-filer',
      'same-person-signed',
      'not-your-step',
      'second-person-needed',
      'cross-site',
      'not-found',
      'event-not-accepted',
      'decided-already',
      'request-in-progress',
      'stale-version',
      'guard-failed',
      'idempotency-key-reused',
      'precondition-required',
    ],
  })
  async send(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventAnswerDto> {
    idempotencyKey(request);
    const version = ifMatch(request);
    const event = await readEvent(body);
    const claim = idempotencyClaim(request, event);
    const answer = await this.events.send(actor, id, { event, version, claim });
    answerVersion(reply, answer.filing.version);
    return answer;
  }

  /** 当前可办理的事项；不能办理的说明原因 */
  @Get('actions')
  @Answers({
    status: 200,
    type: FilingActionsDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'],
  })
  async actions(@CurrentActor() actor: Actor, @Param() { id }: FilingIdDto): Promise<FilingActionsDto> {
    return { actions: await this.events.possible(actor, id) };
  }
}
