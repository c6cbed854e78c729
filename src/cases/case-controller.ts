import { Body, Controller, Get, Param, Post, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiSchema, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { Id, Nested } from '../platform/http/fields.js';
import { idempotencyClaim, idempotencyKey, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion, ifMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import { CaseActionsDto } from './action.dto.js';
import { CaseDescriptions } from './case-descriptions.js';
import { CaseExplanations } from './case-explanation.js';
import { CaseHistory } from './case-history.js';
import type { CaseResource } from './case-resource.js';
import { Cases } from './cases.js';
import { CaseEntryDto } from './entry.dto.js';
import { CaseExplanationDto } from './explanation.dto.js';
import { HistoryDto, HistoryQueryDto } from './history.dto.js';
import { readEvent } from './read-event.js';

export class CaseIdDto {
  @Id({ description: '事项的 id' })
  id: string;
}

const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;

/** The routes that every process has: one case, its events, what may be done with it, why, and what happened. */
export function caseController<Context>(resource: CaseResource<Context>): Type {
  const { path, process, bodies } = resource;
  const types = Object.entries(bodies).map(([type, body]) => ({ type, ...body }));
  const answer = answerOf(resource);

  @ApiTags(path)
  @ApiExtraModels(...types.map(({ body }) => body))
  @Controller(`${path}/:id`)
  class CaseController {
    constructor(
      private readonly cases: Cases,
      private readonly explanations: CaseExplanations,
      private readonly history: CaseHistory,
      descriptions: CaseDescriptions,
    ) {
      descriptions.add(resource);
    }

    /** 一个事项，按读者身份展示 */
    @Get()
    @Answers({ status: 200, type: resource.page.type, problems: SEEN })
    async read(
      @CurrentActor() actor: Actor,
      @Param() { id }: CaseIdDto,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      const { page, version } = await this.cases.read(resource, actor, id);
      answerVersion(reply, version);
      return page;
    }

    /** 办理：对一个事项做一件事 */
    @Post('events')
    @NeedsIdempotencyKey()
    @NeedsIfMatch()
    @ApiBody({
      schema: {
        oneOf: types.map(({ body }) => ({ $ref: getSchemaPath(body) })),
        discriminator: {
          propertyName: 'type',
          mapping: Object.fromEntries(types.map(({ type, body }) => [type, getSchemaPath(body)])),
        },
      },
      examples: Object.fromEntries(
        types.map(({ type, example }) => [
          type,
          { summary: resource.eventLabels[type] ?? type, value: { type, ...example } },
        ]),
      ),
    })
    @Answers({
      status: 200,
      type: answer,
      problems: [
        ...SEEN,
        'step-up-needed',
        'reserved-event',
        'idempotency-key-required',
        'checker-is-filer',
        'same-person-signed',
        'not-your-step',
        'second-person-needed',
        ...(resource.denials ?? []),
        'cross-site',
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
      @Param() { id }: CaseIdDto,
      @Body() body: unknown,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      idempotencyKey(request);
      const version = ifMatch(request);
      const event = await readEvent(body, bodies);
      const claim = idempotencyClaim(request, event);
      const sent = await this.cases.send(resource, actor, id, { event, version, claim });
      answerVersion(reply, sent.version);
      return { [process]: sent.state, entry: sent.entry };
    }

    /** 当前可办理的事项；不能办理的说明原因 */
    @Get('actions')
    @Answers({ status: 200, type: CaseActionsDto, problems: SEEN })
    async actions(@CurrentActor() actor: Actor, @Param() { id }: CaseIdDto): Promise<CaseActionsDto> {
      return { actions: await this.cases.possible(resource, actor, id) };
    }

    /** 为什么：为何在此，等待谁，到何时、为何是这一天，为何能办或不能办 */
    @Get('explain')
    @Answers({ status: 200, type: CaseExplanationDto, problems: SEEN })
    async explain(@CurrentActor() actor: Actor, @Param() { id }: CaseIdDto): Promise<CaseExplanationDto> {
      return (await this.explanations.of(resource, actor, id)).explanation;
    }

    /** 办理过程，先发生的在前；按读者身份展示 */
    @Get('history')
    @Answers({ status: 200, type: HistoryDto, problems: SEEN })
    async past(
      @CurrentActor() actor: Actor,
      @Param() { id }: CaseIdDto,
      @Query() query: HistoryQueryDto,
    ): Promise<HistoryDto> {
      return this.history.page(resource, actor, id, query);
    }
  }
  // The OpenAPI document names operations by their controller.
  Object.defineProperty(CaseController, 'name', { value: `${capitalized(process)}CaseController` });
  return CaseController;
}

/** The answer to an event: the case under the name of its process, and the entry in its log. */
function answerOf<Context>({ process, state }: CaseResource<Context>): new () => object {
  class CaseEventAnswer {}
  Nested(() => state.type, { checked: false })(CaseEventAnswer.prototype, process);
  Nested(() => CaseEntryDto, { checked: false })(CaseEventAnswer.prototype, 'entry');
  ApiSchema({ name: `${capitalized(process)}EventAnswer` })(CaseEventAnswer);
  return CaseEventAnswer;
}

function capitalized(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
