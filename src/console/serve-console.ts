import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Where `npm run build` leaves the console. */
const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
/** Its files bear the hash of their content in their name. */
const ASSETS = '/assets/';
const A_YEAR_S = 31_536_000;

/** Addresses that are the server's own: what is missing there is missing, and no page. */
const SERVERS_OWN = /^\/(api|docs|healthz|readyz|metrics)(\/|$|\?)/;

/**
 * The console, served by the process that answers its requests: immutable assets, and one page for every address that is its
 * own to understand. Without a build there is no console, and the API is served alone.
 */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  const index = join(BUILT, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: BUILT,
    index: false,
    wildcard: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const immutable = path.slice(BUILT.length - 1).startsWith(ASSETS);
      reply.header(
        'cache-control',
        immutable ? `public, max-age=${String(A_YEAR_S)}, immutable` : 'no-cache',
      );
    },
  });
  fastify.get('/*', (request, reply) => {
    if (SERVERS_OWN.test(request.url) || request.url.startsWith(ASSETS)) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
