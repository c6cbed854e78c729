import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** A request that the access guard has let through: it knows who is asking. */
export interface ActorRequest extends FastifyRequest {
  actor: Actor;
}

/** The actor of the request, in a controller's parameter. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<ActorRequest>().actor,
);
