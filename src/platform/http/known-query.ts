import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../problem.js';

type Parameter = { in?: string; name?: string };
type Operation = { parameters?: Parameter[] };

/**
 * Refuses a query parameter that the OpenAPI document does not name for its route: one that is misspelt would otherwise be
 * dropped, and a list come back longer than was asked for.
 */
export class KnownQuery implements NestInterceptor {
  private readonly known: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(document: OpenAPIObject) {
    this.known = new Map(
      Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => [`${method} ${path}`, queryOf(operation)] as const),
      ),
    );
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, routeOptions, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const path = (routeOptions.url ?? '').replace(/:([A-Za-z0-9]+)/g, '{$1}');
    const known = this.known.get(`${method.toLowerCase()} ${path}`);
    const unknown = Object.keys(query as object).filter((name) => known !== undefined && !known.has(name));
    if (unknown.length > 0) {
      const errors = unknown.slice(0, 20).map((name) => ({
        pointer: `/${name.slice(0, 60)}`,
        code: 'unknown-field',
        message: '没有这个查询参数，请删除',
      }));
      throw new Problem('validation-failed', { errors });
    }
    return next.handle();
  }
}

function queryOf(operation: unknown): Set<string> {
  const { parameters = [] } = operation as Operation;
  return new Set(parameters.flatMap(({ in: place, name }) => (place === 'query' && name ? [name] : [])));
}
