import { hash } from 'node:crypto';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** Printable ASCII, as long as a UUID or a client's own reference may be. */
const KEY = /^[\x21-\x7e]{1,128}$/;

/** A request of a bank's system says the same only when the same person is behind it. */
interface Named {
  actor?: { behind?: { id: string } };
}

/**
 * The promise that comes with a request: the same key stands for the same request and gets the same answer. `body` is what
 * was checked, so that it is of bounded depth and two ways to write one request count as one.
 * @throws {Problem} idempotency-key-required, bad-request
 */
export function idempotencyClaim(
  request: FastifyRequest,
  body: unknown,
): { key: string; fingerprint: string } {
  const key = idempotencyKey(request);
  const { method, url, headers, actor } = request as FastifyRequest & Named;
  const behind = actor?.behind?.id ?? null;
  const said = JSON.stringify([method, url, headers['if-match'] ?? null, body, behind]);
  return { key, fingerprint: hash('sha256', said, 'hex') };
}

/** Asked first, before a body is looked at: who forgot the key must not have to guess. */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new Problem('idempotency-key-required');
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem('bad-request', { detail: 'Idempotency-Key 须为1至128个可见的 ASCII 字符。' });
  }
  return key;
}

/** Says in the OpenAPI document that the header must be there. */
export function NeedsIdempotencyKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: '每次提交的唯一键：重试时沿用同一键，得到同一结果；保留30天',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
    example: '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10',
  });
}
