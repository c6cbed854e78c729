import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { anonymous } from '../support/client.js';

interface Operation {
  operationId: string;
  responses: Record<
    string,
    { content?: Record<string, { schema?: object }>; headers?: Record<string, object>; description: string }
  >;
  requestBody?: { content: Record<string, { schema?: object }> };
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const PREFIX = '/api/v1';
/** The document itself is no operation of the API. */
const UNDOCUMENTED = ['GET /openapi.json'];

/** The permission table, read as what it is: a table in a file. */
const TABLE = readFileSync(join(import.meta.dirname, '../../src/access/permission-table.ts'), 'utf8');
const PERMITTED = [...TABLE.matchAll(/^ {2}'([A-Z]+ \/[^']*)':/gm)].map(([, route = '']) => route);

let document: Document;

beforeAll(async () => {
  document = (await anonymous().get('/openapi.json')).body as Document;
});

describe('the OpenAPI document is the contract, generated from the code', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);

    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('names exactly the routes of the permission table', () => {
    const documented = operations().map(({ method, path }) => `${method} ${path}`);

    expect(documented.sort()).toEqual(PERMITTED.filter((route) => !UNDOCUMENTED.includes(route)).sort());
  });

  it('gives every operation a name of its own, an answer with a schema or a place to go to, and its problems', () => {
    const all = operations();
    const poor = all.filter(({ operation: { responses } }) => {
      const [status, success] = Object.entries(responses).find(([code]) => /^[23]/.test(code)) ?? [];
      const problems = Object.entries(responses).filter(([code]) => code >= '400');
      const hasSchema =
        status === '204' ||
        success?.headers?.['Location'] !== undefined ||
        Object.values(success?.content ?? {}).some(({ schema }) => schema !== undefined);
      return !hasSchema || problems.length === 0;
    });

    expect(poor.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
  });

  it('leaves no schema empty', () => {
    const empty = Object.entries(document.components.schemas).filter(
      ([, schema]) => JSON.stringify(schema) === '{"type":"object","properties":{}}',
    );

    // Events that say nothing but their type have no further fields.
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('describes each event of a filing by a schema of its own, with an example', () => {
    const body = document.paths[`${PREFIX}/filings/{id}/events`]?.['post']?.requestBody;
    const text = JSON.stringify(body);

    expect(text).toContain('oneOf');
    for (const type of [
      'SEND_TO_CHECK',
      'FILE',
      'ACKNOWLEDGE',
      'OPINE',
      'REPORT_EXECUTION',
      'AMEND',
      'VOID',
    ]) {
      expect(text + JSON.stringify(document.components.schemas)).toContain(type);
    }
  });
});

function operations(): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.slice(PREFIX.length).replaceAll(/\{(\w+)\}/g, ':$1'),
      operation,
    })),
  );
}
