import '@fastify/cookie';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { sessionCookie } from '../access/session-cookie.js';
import { tokenHash } from '../access/session-token.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Answers } from '../platform/http/answers.js';
import { UUID_PATTERN } from '../platform/http/fields.js';
import { Problem } from '../platform/problem.js';
import { FeedDto, FeedQueryDto } from './event.dto.js';
import { EventStreams } from './event-streams.js';
import { Feed } from './feed.js';
import { Listener } from './listener.js';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly feed: Feed,
    private readonly streams: EventStreams,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 供系统拉取的事件：银行只见本行事项，保留90天 */
  @Get()
  @Answers({
    status: 200,
    type: FeedDto,
    problems: ['not-signed-in', 'forbidden', 'bad-request', 'validation-failed'],
  })
  async read(@CurrentActor() actor: Actor, @Query() query: FeedQueryDto): Promise<FeedDto> {
    return this.feed.read(actor, query);
  }

  /** 实时更新（text/event-stream）：只有编号和版本；会话结束即断开 */
  @Get('stream')
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '已收到的最后一条',
    schema: { type: 'string' },
  })
  @Answers({
    status: 200,
    mediaType: 'text/event-stream',
    description: '事件 ready、case {case, process, version}、reset（请重新读取）',
    problems: ['not-signed-in', 'forbidden', 'too-many-requests'],
  })
  async stream(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[sessionCookie(this.config.publicUrl)];
    // A bank's own system has no session that could end: it pulls.
    if (token === undefined) throw new Problem('forbidden');
    this.streams.refuseTooMany(actor.person);
    beginStream(reply);
    const listener = new Listener(actor, tokenHash(token), reply.raw);
    reply.raw.once('close', () => this.streams.leave(listener));
    await this.streams.join(listener, lastEventIdOf(request));
  }
}

/** From here on the framework has no part in the answer; the headers that it prepared go out with it. */
function beginStream(reply: FastifyReply): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.setHeader('content-type', 'text/event-stream; charset=utf-8');
  reply.raw.setHeader('x-accel-buffering', 'no');
  reply.raw.writeHead(200);
}

function lastEventIdOf(request: FastifyRequest): string | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && UUID_PATTERN.test(id) ? id : undefined;
}
