import '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { type Actor, anonymous } from './actor.js';
import type { ActorRequest } from './current-actor.js';
import { mayCall, ROUTES } from './permission-table.js';
import { API_PREFIX, routeKey } from './route-key.js';
import { SessionService } from './session.service.js';
import { SESSION_COOKIE } from './session-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Default deny: a request goes on only when the permission table says so for the one who is asking. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const path = request.routeOptions.url ?? '';
    if (!path.startsWith(API_PREFIX)) return true;
    const permission = ROUTES[routeKey(request.method, path)];
    if (permission === undefined) throw new Problem('not-found');
    if (!SAFE_METHODS.has(request.method)) refuseCrossSite(request, this.config.publicUrl);
    request.actor = await this.actorOf(request);
    if (mayCall(permission, everyRoleOf(request.actor))) return true;
    throw new Problem(request.actor.kind === 'anonymous' ? 'not-signed-in' : 'forbidden');
  }

  private async actorOf(request: FastifyRequest): Promise<Actor> {
    const token = request.cookies[SESSION_COOKIE];
    const actor = token === undefined ? undefined : await this.sessions.actorOf(token);
    return actor ?? anonymous(this.config.jurisdiction);
  }
}

function everyRoleOf(actor: Actor): Actor['roles'] {
  return [...actor.roles, ...actor.delegated.map(({ role }) => role)];
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
