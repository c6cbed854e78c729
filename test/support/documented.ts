import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { anonymous, type Body } from './client.js';

const DOCUMENT = 'wendai';

/** Asks of an answer what differs from what the OpenAPI document says, for one route, method and status. */
export type FaultsOf = (body: Body, route: string, method: string, status: number) => string[];

/** The document of the server under test, with every object closed: no field more than it names, and none less. */
export async function documentedFaults(): Promise<FaultsOf> {
  const { body } = await anonymous().get('/openapi.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(body), DOCUMENT);
  return (answer, route, method, status) => faultsOf(ajv, answer, { route, method, status });
}

function faultsOf(
  ajv: Ajv2020,
  body: Body,
  { route, method, status }: { route: string; method: string; status: number },
): string[] {
  const place = [
    'paths',
    route,
    method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ];
  const pointer = place
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`${DOCUMENT}#/${pointer}`) as ValidateFunction | undefined;
  if (validate === undefined)
    throw new Error(`The document says nothing about ${method} ${route} ${String(status)}.`);
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** The document, with every object closed that names its members: what is not documented must not be answered, unless it says so. */
export function closed(schema: Body): Body {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return members['type'] === 'object' && 'properties' in members
    ? { additionalProperties: false, ...members }
    : members;
}
