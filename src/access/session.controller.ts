import '@fastify/cookie';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { Answers } from '../platform/http/answers.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { LoginDto, SessionDto } from './session.dto.js';
import { SessionService } from './session.service.js';
import { cookieOptions, SESSION_COOKIE } from './session-cookie.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 登录 */
  @Post()
  @Answers({ status: 201, type: SessionDto, problems: ['login-failed', 'validation-failed', 'cross-site'] })
  async begin(
    @Body() { login, password }: LoginDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, actor } = await this.sessions.begin(login.trim().toLowerCase(), password);
    reply.setCookie(SESSION_COOKIE, token, cookieOptions(this.config.publicUrl));
    return sessionOf(actor);
  }

  /** 当前登录人 */
  @Get()
  @Answers({ status: 200, type: SessionDto, problems: ['not-signed-in'] })
  present(@CurrentActor() actor: Actor): SessionDto {
    return sessionOf(actor);
  }

  /** 退出登录 */
  @Delete()
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'cross-site'] })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) await this.sessions.end(token);
    reply.clearCookie(SESSION_COOKIE, cookieOptions(this.config.publicUrl));
  }
}

function sessionOf({
  person,
  name,
  login,
  organization,
  organizationKind,
  roles,
  delegated,
}: Actor): SessionDto {
  return {
    person: person ?? '',
    name: name ?? '',
    login: login ?? '',
    organization: organization ?? '',
    organizationKind: organizationKind ?? '',
    roles: [...roles],
    delegated: delegated.map(({ role, from }) => ({ role, from })),
  };
}
