import { anonymous, type Body } from '../support/client.js';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Body;
}

/** One operation of the OpenAPI document, by the name that it has everywhere: `GET /filings/{id}`. */
export interface Operation {
  name: string;
  method: string;
  /** Below /api/v1. */
  path: string;
  parameters: readonly Parameter[];
  /** By media type. */
  bodies: Readonly<Record<string, { schema: Body; examples?: Record<string, { value: Body }> }>>;
  responses: Body;
}

export interface Contract {
  document: Body;
  operations: readonly Operation[];
}

const PREFIX = '/api/v1';

/** What the server says that it offers: a route that somebody adds is in every test that reads this. */
export async function contract(): Promise<Contract> {
  const { body: document } = await anonymous().get('/openapi.json');
  const operations = Object.entries<Body>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Body>(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.slice(PREFIX.length)}`,
      method: method.toUpperCase(),
      path: path.slice(PREFIX.length),
      parameters: operation.parameters ?? [],
      bodies: operation.requestBody?.content ?? {},
      responses: operation.responses,
    })),
  );
  return { document, operations };
}

export function queryOf({ parameters }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === 'query');
}
