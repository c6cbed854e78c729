import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { refuseUncoveredRoutes } from './access/route-coverage.js';
import { API_PREFIX } from './access/route-key.js';
import { refuseOpenTables } from './access/row-security.js';
import { AppModule } from './app.module.js';
import { acceptUploads } from './attachment/upload-body.js';
import { serveConsole } from './console/serve-console.js';
import type { Config } from './platform/config.js';
import { refuseDeepBody } from './platform/http/body-depth.js';
import { KnownQuery } from './platform/http/known-query.js';
import { mountDocument } from './platform/http/openapi.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { validationPipe } from './platform/http/validation.js';
import { createLogger, type Logger, NestLogger } from './platform/logging.js';
import { requestSeconds } from './platform/metrics.js';
import { tlsOptions } from './platform/tls.js';

/** No body is read past this, uploads apart. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export interface Server {
  url: string;
  close(): Promise<void>;
}

/** The whole server, listening. Opens its connections first, so that the first request finds them warm. */
export async function startServer(config: Config): Promise<Server> {
  const logger = createLogger(config.logLevel);
  const app = await createApplication(config, logger);
  await app.listen(config.port, config.host);
  const url = await app.getUrl();
  return { url: config.tls === undefined ? url : url.replace(/^http:/, 'https:'), close: () => app.close() };
}

/** The application without an open port, for what works on it in process. */
export async function createApplication(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...tlsOptions(config),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustedProxy ?? false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, logger), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await refuseOpenTables(app.get(DataSource));
  app.setGlobalPrefix(API_PREFIX, { exclude: ['healthz', 'readyz', 'metrics'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  const fastify = adapter.getInstance();
  acceptUploads(fastify);
  const routes: { method: string; url: string }[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url });
  });
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
  });
  fastify.addHook('preValidation', refuseDeepBody);
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requestSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        // Where the city serves without TLS, behind its own proxy or on a trial, a page must not ask for what is not there.
        upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  });
  app.useGlobalInterceptors(new KnownQuery(mountDocument(app)));
  await serveConsole(app);
  await app.init();
  await fastify.ready();
  refuseUncoveredRoutes(routes);
  return app;
}
