import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Body } from '../../support/client.js';
import { closed } from '../../support/documented.js';
import type { Reply } from '../caller.js';
import type { Operation } from '../operations.js';

const DOCUMENT = 'wendai';
/** Of the inside, and nobody's business outside. */
const INSIDE = /\bat \S+ \(|node_modules|QueryFailedError|\bselect .* from |\.(?:js|ts):\d+/i;

export type Judge = (operation: Operation, reply: Reply) => string[];

/** What is wrong with an answer: a failure of the server, a status or a type that nobody documented, another shape, or a look inside. */
export function judgeBy(document: Body): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  // Problems carry members of their own beside the common ones (RFC 9457, 3.2); everything else is said to the field.
  ajv.addSchema(withOpenProblems(closed(document)), DOCUMENT);
  return (operation, reply) => faultsOf(ajv, operation, reply);
}

function withOpenProblems(document: Body): Body {
  const { additionalProperties: _, ...problem } = document.components.schemas.Problem;
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components.schemas, Problem: problem } },
  };
}

function faultsOf(
  ajv: Ajv2020,
  { path, method, responses }: Operation,
  { status, text, headers }: Reply,
): string[] {
  if (status >= 500) return [`${String(status)} ${text}`];
  const documented = responses[String(status)];
  if (documented === undefined) return [`${String(status)} is not documented: ${text}`];
  if (status >= 400 && INSIDE.test(text)) return [`it tells of the inside: ${text}`];
  const [media = ''] = (headers.get('content-type') ?? '').split(';');
  const types = Object.keys(documented.content ?? {});
  if (types.length === 0)
    return text === '' ? [] : [`${String(status)} is documented without a body: ${text}`];
  if (!types.includes(media))
    return [`${String(status)} ${media} is not among ${types.join(', ')}: ${text.slice(0, 200)}`];
  if (!media.endsWith('json')) return [];
  const steps = [
    'paths',
    `/api/v1${path}`,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    media,
    'schema',
  ];
  const validate = ajv.getSchema(`${DOCUMENT}#/${steps.map(escaped).join('/')}`) as ValidateFunction;
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${String(status)} ${instancePath} ${message ?? ''}: ${text.slice(0, 300)}`,
  );
}

function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
