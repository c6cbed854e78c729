import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { HistoryDto } from '../cases/history.dto.js';
import { readEvent } from '../cases/read-event.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, idempotencyKey, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion, ifMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import { OwnExplanations } from './own-explanation.js';
import { OwnHistory } from './own-history.js';
import {
  BANK_BODIES,
  ConfirmOutcomeDto,
  CoordinatedFilingIdDto,
  OwnActionsDto,
  OwnAnswerDto,
  OwnExplanationDto,
  OwnPartDto,
  PrepareOutcomeDto,
} from './own-part.dto.js';
import { OwnParts } from './own-part.js';

const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;
const PREPARE = { $ref: getSchemaPath(PrepareOutcomeDto) };
const CONFIRM = { $ref: getSchemaPath(ConfirmOutcomeDto) };

/** A bank's door to the coordination of a firm: by its own filing, and no wider than that. */
@ApiTags('coordinations')
@ApiExtraModels(PrepareOutcomeDto, ConfirmOutcomeDto)
@Controller('filings/:id/coordination')
export class OwnPartController {
  constructor(
    private readonly parts: OwnParts,
    private readonly histories: OwnHistory,
    private readonly explanations: OwnExplanations,
  ) {}

  /** 本行报告的协调情况 */
  @Get()
  @Answers({ status: 200, type: OwnPartDto, problems: SEEN })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: CoordinatedFilingIdDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnPartDto> {
    const part = await this.parts.read(actor, id);
    answerVersion(reply, part.version);
    return part;
  }

  /** 填写、确认本行报告的协调结果 */
  @Post('events')
  @NeedsIdempotencyKey()
  @NeedsIfMatch()
  @ApiBody({
    schema: {
      oneOf: [PREPARE, CONFIRM],
      discriminator: {
        propertyName: 'type',
        mapping: { PREPARE_OUTCOME: PREPARE.$ref, CONFIRM_OUTCOME: CONFIRM.$ref },
      },
    },
    examples: Object.fromEntries(
      Object.entries(BANK_BODIES).map(([type, { example }]) => [
        type,
        { summary: (EVENT_LABELS as Record<string, string>)[type] ?? type, value: { type, ...example } },
      ]),
    ),
  })
  @Answers({
    status: 200,
    type: OwnAnswerDto,
    problems: [
      ...SEEN,
      'bad-request',
      'reserved-event',
      'idempotency-key-required',
      'checker-is-filer',
      'second-person-needed',
      'cross-site',
      'event-not-accepted',
      'request-in-progress',
      'stale-version',
      'guard-failed',
      'idempotency-key-reused',
      'precondition-required',
    ],
  })
  async send(
    @CurrentActor() actor: Actor,
    @Param() { id }: CoordinatedFilingIdDto,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnAnswerDto> {
    idempotencyKey(request);
    const version = ifMatch(request);
    const event = await readEvent(body, BANK_BODIES);
    const claim = idempotencyClaim(request, event);
    const answer = await this.parts.send(actor, id, { event, version, claim });
    answerVersion(reply, (await this.parts.read(actor, id)).version);
    return answer;
  }

  /** 当前可办理的事项 */
  @Get('actions')
  @Answers({ status: 200, type: OwnActionsDto, problems: SEEN })
  async actions(
    @CurrentActor() actor: Actor,
    @Param() { id }: CoordinatedFilingIdDto,
  ): Promise<OwnActionsDto> {
    return { actions: await this.parts.possible(actor, id) };
  }

  /** 为什么：本行报告为何在协调中，等待谁，到何时 */
  @Get('explain')
  @Answers({ status: 200, type: OwnExplanationDto, problems: SEEN })
  explain(@CurrentActor() actor: Actor, @Param() { id }: CoordinatedFilingIdDto): Promise<OwnExplanationDto> {
    return this.explanations.of(actor, id);
  }

  /** 本行报告的协调过程，先发生的在前 */
  @Get('history')
  @Answers({ status: 200, type: HistoryDto, problems: SEEN })
  history(@CurrentActor() actor: Actor, @Param() { id }: CoordinatedFilingIdDto): Promise<HistoryDto> {
    return this.histories.of(actor, id);
  }
}
