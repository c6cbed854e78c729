import '@fastify/cookie';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { Answers } from '../platform/http/answers.js';
import { Id } from '../platform/http/fields.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { placeOf } from './place.js';
import {
  CodeDto,
  LoginDto,
  NewPasswordDto,
  OwnSessionsDto,
  SecretDto,
  SessionDto,
  StepUpDto,
} from './session.dto.js';
import { SessionService } from './session.service.js';
import { cookieOptions, sessionCookie } from './session-cookie.js';
import { Passwords } from './sign-in/passwords.js';
import { SecondFactor } from './sign-in/second-factor.js';
import { SignIn } from './sign-in/sign-in.js';

export class OfSessionDto {
  @Id({ description: '会话的 id' })
  id: string;
}

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 登录 */
  @Post('session')
  @Answers({
    status: 201,
    type: SessionDto,
    problems: ['login-failed', 'second-factor-needed', 'validation-failed', 'cross-site'],
  })
  async begin(
    @Body() proof: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, actor } = await this.signIn.begin(proof, placeOf(request));
    this.keep(reply, token);
    return sessionOf(actor);
  }

  /** 当前登录人 */
  @Get('session')
  @Answers({ status: 200, type: SessionDto, problems: ['not-signed-in'] })
  present(@CurrentActor() actor: Actor): SessionDto {
    return sessionOf(actor);
  }

  /** 退出登录 */
  @Delete('session')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'cross-site'] })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(this.tokenIn(request), placeOf(request));
    reply.clearCookie(sessionCookie(this.config.publicUrl), cookieOptions(this.config.publicUrl));
  }

  /** 再次验证身份：会话随之更换 */
  @Post('session/step-up')
  @Answers({
    status: 201,
    type: SessionDto,
    problems: ['not-signed-in', 'login-failed', 'second-factor-needed', 'validation-failed', 'cross-site'],
  })
  async stepUp(
    @CurrentActor() actor: Actor,
    @Body() proof: StepUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const renewed = await this.signIn.stepUp(this.tokenIn(request), actor, {
      proof,
      place: placeOf(request),
    });
    this.keep(reply, renewed.token);
    return sessionOf(renewed.actor);
  }

  /** 设置新密码；本人其他会话随之退出 */
  @Put('session/password')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'guard-failed', 'validation-failed', 'cross-site'] })
  async changePassword(@CurrentActor() actor: Actor, @Body() said: NewPasswordDto): Promise<void> {
    await this.passwords.change(actor, said);
  }

  /** 开始绑定动态口令；输入第一组口令后生效 */
  @Post('session/second-factor')
  @Answers({
    status: 201,
    type: SecretDto,
    problems: ['not-signed-in', 'step-up-needed', 'already-exists', 'cross-site'],
  })
  async beginSecondFactor(@CurrentActor() actor: Actor): Promise<SecretDto> {
    return this.secondFactor.begin(actor);
  }

  /** 确认绑定动态口令 */
  @Put('session/second-factor')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'guard-failed', 'validation-failed', 'cross-site'] })
  async confirmSecondFactor(@CurrentActor() actor: Actor, @Body() { code }: CodeDto): Promise<void> {
    await this.secondFactor.confirm(actor, code);
  }

  /** 本人的会话 */
  @Get('sessions')
  @Answers({ status: 200, type: OwnSessionsDto, problems: ['not-signed-in'] })
  async own(@CurrentActor() actor: Actor): Promise<OwnSessionsDto> {
    return { items: await this.sessions.ownOf(actor) };
  }

  /** 退出本人的一个会话 */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'not-found', 'validation-failed', 'cross-site'] })
  async endOwn(@CurrentActor() actor: Actor, @Param() { id }: OfSessionDto): Promise<void> {
    await this.sessions.endOwn(actor, id);
  }

  private tokenIn(request: FastifyRequest): string {
    return request.cookies[sessionCookie(this.config.publicUrl)] ?? '';
  }

  private keep(reply: FastifyReply, token: string): void {
    reply.setCookie(sessionCookie(this.config.publicUrl), token, cookieOptions(this.config.publicUrl));
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
  owes,
}: Actor): SessionDto {
  return {
    person: person ?? '',
    name: name ?? '',
    login: login ?? '',
    organization: organization ?? '',
    organizationKind: organizationKind ?? '',
    roles: [...roles],
    delegated: delegated.map(({ role, from }) => ({ role, from })),
    owes: owes ?? null,
  };
}
