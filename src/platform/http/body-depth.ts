import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** No body of this API is nested half as deep. */
const DEEPEST = 20;

/**
 * Refuses a body nested so deep that whoever walks it would run out of stack. The walk here goes level by level.
 * @throws {Problem} bad-request
 */
export async function refuseDeepBody({ body }: FastifyRequest): Promise<void> {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new Problem('bad-request', { detail: '请求内容嵌套过深。' });
    level = level.flatMap((value) => (isParsed(value) ? Object.values(value) : []));
  }
}

/** What came out of JSON; an upload's stream is none of it. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
