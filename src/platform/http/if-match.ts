import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** One strong entity tag. Lists, weak tags and `*` would leave open which version the sender has seen. */
const ONE_TAG = /^"([^"\s]{1,64})"$/;

/**
 * The version that the sender has seen.
 * @throws {Problem} precondition-required, bad-request
 */
export function ifMatch(request: FastifyRequest): string {
  const header = request.headers['if-match'];
  if (header === undefined || header === '') throw new Problem('precondition-required');
  const tag = ONE_TAG.exec(header)?.[1];
  if (tag === undefined) {
    throw new Problem('bad-request', { detail: 'If-Match 须为读取时得到的一个 ETag，例如 "3.0"。' });
  }
  return tag;
}

export function answerVersion(reply: FastifyReply, version: string): void {
  reply.header('etag', `"${version}"`);
}

/** Says in the OpenAPI document that the header must be there. */
export function NeedsIfMatch(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: true,
    description: '读取时得到的 ETag',
    schema: { type: 'string' },
    example: '"3.0"',
  });
}
