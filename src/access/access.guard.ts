import '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimits } from '../limits/rate-limits.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { type Actor, anonymous, type Origin } from './actor.js';
import type { ActorRequest } from './current-actor.js';
import { dutyMayCall } from './key/key-duties.js';
import { KeyHolder } from './key/key-holder.js';
import { staffNamedIn } from './key/staff.js';
import { mayCall, ROUTES } from './permission-table.js';
import { API_PREFIX, routeKey } from './route-key.js';
import { SessionService } from './session.service.js';
import { sessionCookie } from './session-cookie.js';
import { OWING_ROUTES } from './sign-in/owing-routes.js';
import { needsStepUp } from './sign-in/step-up.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What lies beside a draft is nobody's word until it is sent; a question changes nothing. */
const NOBODY_BEHIND = new Set([
  'PUT /filings/:id/attachments/:sha256',
  'DELETE /filings/:id/attachments/:sha256',
  'POST /filings/assess',
]);
const BEARER = /^Bearer +(\S+) *$/i;

/** Default deny: a request goes on only when the permission table says so for the one who is asking. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionService,
    private readonly keys: KeyHolder,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const path = request.routeOptions.url ?? '';
    if (!path.startsWith(API_PREFIX)) return true;
    const route = routeKey(request.method, path);
    const permission = ROUTES[route];
    if (permission === undefined) throw new Problem('not-found');
    if (!SAFE_METHODS.has(request.method)) refuseCrossSite(request, this.config.publicUrl);
    const origin = { address: request.ip, request: request.id };
    request.actor = { ...(await this.actorOf(request, origin)), origin };
    await this.limits.count(request.actor, { route, isPublic: permission === 'public' }, request.ip);
    const mayEnter = mayCall(permission, everyRoleOf(request.actor)) && dutyMayCall(request.actor, route);
    if (!mayEnter) throw new Problem(request.actor.kind === 'anonymous' ? 'not-signed-in' : 'forbidden');
    if (request.actor.kind === 'client' && !SAFE_METHODS.has(request.method) && !NOBODY_BEHIND.has(route)) {
      request.actor = await this.keys.behind(request.actor, await staffNamedIn(request.body));
    }
    if (permission !== 'public') refuseOwing(request.actor, route);
    if (request.actor.proven === false && needsStepUp(route, request.body))
      throw new Problem('step-up-needed');
    return true;
  }

  private async actorOf(request: FastifyRequest, origin: Origin): Promise<Actor> {
    const token = request.cookies[sessionCookie(this.config.publicUrl)];
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      if (token !== undefined) {
        throw new Problem('bad-request', { detail: '接口密钥与登录会话不能同时使用，请只留其一。' });
      }
      return this.holderOf(authorization, origin);
    }
    const actor = token === undefined ? undefined : await this.sessions.actorOf(token);
    return actor ?? anonymous(this.config.jurisdiction);
  }

  private async holderOf(authorization: string, origin: Origin): Promise<Actor> {
    const [, key] = BEARER.exec(authorization) ?? [];
    const holder = key === undefined ? undefined : await this.keys.actorOf(key, origin);
    if (holder === undefined) {
      await this.limits.countStranger(origin.address);
      throw new Problem('key-refused');
    }
    return holder;
  }
}

function everyRoleOf(actor: Actor): Actor['roles'] {
  return [...actor.roles, ...actor.delegated.map(({ role }) => role)];
}

/** An initial password and a missing second factor open nothing but the way to mend them. */
function refuseOwing({ owes }: Actor, route: string): void {
  if (owes === undefined || OWING_ROUTES.has(route)) return;
  throw new Problem(owes === 'password' ? 'password-change-needed' : 'second-factor-missing');
}

/** A browser says where a request comes from; a program says nothing and carries no one else's cookie. */
function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = [new URL(publicUrl).origin, `${request.protocol}://${request.host}`];
  if (!own.includes(origin)) throw new Problem('cross-site');
}
