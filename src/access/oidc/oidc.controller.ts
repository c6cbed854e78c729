import '@fastify/cookie';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config.js';
import { Answers } from '../../platform/http/answers.js';
import { Text } from '../../platform/http/fields.js';
import { Problem } from '../../platform/problem.js';
import { placeOf } from '../place.js';
import { cookieOptions, sessionCookie } from '../session-cookie.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcSignIn } from './oidc-sign-in.js';

const FLOW_SECONDS = 600;
const LOGIN_PAGE = '/login';
const LONGEST = 4_000;
const AWAY = 'unavailable';

/** 登录方式 */
export class WaysDto {
  @Text({ max: 60 }, { checked: false, nullable: true, description: '统一身份认证的名称；未启用的为 null' })
  provider: string | null;
}

/** What a provider sends back with the browser (RFC 6749 4.1.2, RFC 9207). */
export class CallbackQueryDto {
  @Text({ max: LONGEST }, { optional: true })
  code?: string;

  @Text({ max: LONGEST }, { optional: true })
  state?: string;

  @Text({ max: LONGEST }, { optional: true })
  iss?: string;

  @Text({ max: LONGEST }, { optional: true })
  session_state?: string;

  @Text({ max: LONGEST }, { optional: true })
  error?: string;

  @Text({ max: LONGEST }, { optional: true })
  error_description?: string;

  @Text({ max: LONGEST }, { optional: true })
  error_uri?: string;
}

@ApiTags('session')
@Controller('session')
export class OidcController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly signIn: OidcSignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** 可用的登录方式 */
  @Get('ways')
  @Answers({ status: 200, type: WaysDto, problems: [] })
  ways(): WaysDto {
    return { provider: this.provider.name ?? null };
  }

  /** 经统一身份认证登录：转到认证方 */
  @Get('oidc')
  @Answers({
    status: 302,
    location: '认证方的登录页；认证方无法连接的，本系统登录页',
    problems: ['not-found'],
  })
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const begun = await unlessAway(() => this.provider.begin());
    if (begun === AWAY) {
      await reply.redirect(`${LOGIN_PAGE}?refused=${AWAY}`, 302);
      return;
    }
    const { url, flow } = begun;
    // Lax, since it has to come back from another site; it opens nothing by itself.
    reply.setCookie(this.flowCookie, flow, { ...this.flowOptions, maxAge: FLOW_SECONDS });
    await reply.redirect(url, 302);
  }

  /** 认证方返回：登录成功转到待办，不成功转到登录页并说明原因 */
  @Get('oidc/callback')
  @Answers({
    status: 302,
    location: '本系统登录页，附登录结果',
    problems: ['not-found', 'validation-failed'],
  })
  async finish(
    @Query() _query: CallbackQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const search = new URL(request.url, this.config.publicUrl).search;
    const vouched = await unlessAway(() => this.provider.finish(search, request.cookies[this.flowCookie]));
    reply.clearCookie(this.flowCookie, this.flowOptions);
    const entered =
      vouched === undefined || vouched === AWAY
        ? { refused: vouched ?? 'login-failed' }
        : await this.signIn.enter(vouched, placeOf(request));
    if ('refused' in entered) {
      await reply.redirect(`${LOGIN_PAGE}?refused=${entered.refused}`, 302);
      return;
    }
    const { publicUrl } = this.config;
    reply.setCookie(sessionCookie(publicUrl), entered.token, cookieOptions(publicUrl));
    await reply.redirect(`${LOGIN_PAGE}?entered=yes`, 302);
  }

  private get flowCookie(): string {
    return `${sessionCookie(this.config.publicUrl)}-oidc`;
  }

  private get flowOptions() {
    return { ...cookieOptions(this.config.publicUrl), sameSite: 'lax' } as const;
  }
}

/** A person stands before these addresses, not a program: whoever comes is told at the login page, in words. */
async function unlessAway<Result>(work: () => Promise<Result>): Promise<Result | typeof AWAY> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.code === AWAY) return AWAY;
    throw error;
  }
}
