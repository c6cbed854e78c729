import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEMS } from '../problem-codes.js';
import { ProblemDto } from './problem.dto.js';

const TAKING_BODIES = ['post', 'put', 'patch', 'delete'] as const;
const UNREADABLE = ['too-large', 'unsupported-media-type'] as const;

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** The contract, generated from the code: every route, body, answer and problem. OpenAPI 3.1. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('稳贷 Wendai')
    .setDescription(
      '抽贷、压贷、停贷提前报告的接口。金额为以元为单位的十进制字符串，日期为 YYYY-MM-DD，时刻为带 +08:00 的 RFC 3339。',
    )
    .setVersion('1')
    .addCookieAuth('wendai-session', { type: 'apiKey', in: 'cookie', name: 'wendai-session' }, 'session')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description:
          '银行系统的接口密钥，限于其职责、分支机构与来源地址。每次写入均在请求体中以 onBehalfOf {staffNo, name} 写明经办人（附件、报告测算除外）；不与会话 Cookie 同时使用。',
      },
      'key',
    )
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const method of TAKING_BODIES) refuseBodies(path[method]);
  }
  return document;
}

/** A body that cannot be read is refused before the operation hears of it, also where it takes none. */
function refuseBodies(operation: OperationObject | undefined): void {
  if (operation === undefined) return;
  for (const code of UNREADABLE) {
    const { status, zh } = PROBLEMS[code];
    operation.responses[status] ??= {
      description: `\`${code}\` ${zh}`,
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    };
  }
}

/** `/api/v1/openapi.json`, and `/docs` to read and try it. */
export function mountDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = apiDocument(app);
  app
    .getHttpAdapter()
    .get('/api/v1/openapi.json', (_request: unknown, reply: { send(body: unknown): void }) => {
      reply.send(document);
    });
  SwaggerModule.setup('docs', app, document, { raw: false, customSiteTitle: '稳贷接口文档' });
  return document;
}
