import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_PREFIX } from '../access/route-key.js';
import { Problem } from '../platform/problem.js';

const UPLOADS: ReadonlySet<string> = new Set([
  `PUT ${API_PREFIX}/filings/:id/attachments/:sha256`,
  `POST ${API_PREFIX}/filings/batches`,
]);

/**
 * Lets the bytes of an upload reach its handler as they come, whatever they are called: who may send them is decided before
 * any of them is read, and the limit of other bodies does not hold. All other routes take what they took before.
 */
export function acceptUploads(fastify: FastifyInstance): void {
  // Text has a parser of the framework's own, which would read it whole and as the wrong thing.
  for (const type of ['*', 'text/plain']) {
    fastify.addContentTypeParser(type, (request, payload, done) => {
      if (isUpload(request)) done(null, payload);
      else if (request.is404) done(null, undefined);
      else done(new Problem('unsupported-media-type'), undefined);
    });
  }
}

function isUpload({ method, routeOptions }: FastifyRequest): boolean {
  return UPLOADS.has(`${method} ${routeOptions.url ?? ''}`);
}
