import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Problem } from '../problem.js';
import { PROBLEMS, type ProblemCode } from '../problem-codes.js';
import { sqlState } from '../transaction.js';

/** Refusals of the framework and its parsers, by the status they carry. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** The database is away, or refuses to begin anything new. */
const UNAVAILABLE = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** The one place where what went wrong becomes an answer: problem+json of RFC 9457. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = problemOf(error);
  // A refusal is one line with its code; a bug is one with its cause, which no client ever sees.
  if (problem.status >= 500)
    logger.error({ err: error, requestId: request.id, code: problem.code }, 'failed');
  else
    logger.info(
      { requestId: request.id, code: problem.code, reasons: problem.errors.map(({ code }) => code) },
      'refused',
    );
  const english = /^en\b/i.test(request.headers['accept-language'] ?? '');
  const { zh, en, status } = PROBLEMS[problem.code];
  const { etag } = problem.extension;
  if (typeof etag === 'string') reply.header('etag', `"${etag}"`);
  const { retryAfter } = problem.extension;
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  if (problem.code === 'key-refused') reply.header('www-authenticate', 'Bearer');
  if (status === 503) reply.header('retry-after', '5');
  reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send({
      type: `/problems/${problem.code}`,
      title: english ? en : zh,
      status,
      code: problem.code,
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      ...problem.extension,
      ...(problem.errors.length === 0 ? {} : { errors: problem.errors }),
    });
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code !== undefined) return new Problem(code);
  return new Problem(UNAVAILABLE.test(sqlState(error) ?? '') ? 'unavailable' : 'internal-error');
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
