// npm run api-client: writes what the console knows of the API anew from the server's own document: the types of its client,
// and the fields of every event, out of which it makes its forms. A test fails when either differs from the document.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WEB = join(import.meta.dirname, '..', 'web');
const SCHEMA = join(WEB, 'src', 'api', 'schema.ts');
const FORMS = join(WEB, 'src', 'api', 'event-forms.json');

/** What an OpenAPI document makes of the two files, by path. */
export function clientOf(document) {
  return { [SCHEMA]: typesOf(document), [FORMS]: `${JSON.stringify(formsOf(document), null, 2)}\n` };
}

function typesOf(document) {
  const folder = mkdtempSync(join(tmpdir(), 'wendai-api-'));
  const input = join(folder, 'openapi.json');
  const output = join(folder, 'schema.ts');
  try {
    writeFileSync(input, JSON.stringify(document));
    const cli = join(WEB, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, input, '-o', output], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`openapi-typescript failed:\n${stdout}${stderr}`);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What somebody begins with, a case or a change of rights and rules. A report's form takes the rarer answers from here. */
const BEGINNINGS = {
  filings: '/api/v1/filings',
  committees: '/api/v1/committees',
  resolutions: '/api/v1/committees/{id}/resolutions',
  supports: '/api/v1/supports',
  inquiries: '/api/v1/inquiries',
  grants: '/api/v1/grants',
  chains: '/api/v1/sign-off-chains',
  keys: '/api/v1/api-keys',
  policies: '/api/v1/policies',
  organizations: '/api/v1/organization-changes',
};

/**
 * `{filings: {OPINE: [field, …]}}`: what somebody fills in for an event of a process, or of a bank's own part of it, and under
 * `new` what a case begins with.
 */
function formsOf(document) {
  const forms = { new: {} };
  for (const [process, path] of Object.entries(BEGINNINGS)) {
    const { post, put } = document.paths[path];
    const { schema } = (post ?? put).requestBody.content['application/json'];
    forms.new[process] = fieldsOf(document, resolved(document, schema));
  }
  for (const [path, { post }] of Object.entries(document.paths)) {
    const [, process, part] = /^\/api\/v1\/([a-z]+)\/\{id\}(\/[a-z]+)?\/events$/.exec(path) ?? [];
    if (process === undefined || post === undefined) continue;
    const name = `${process}${part ?? ''}`;
    const { discriminator } = post.requestBody.content['application/json'].schema;
    forms[name] = Object.fromEntries(
      Object.entries(discriminator.mapping).map(([type, reference]) => [
        type,
        fieldsOf(document, resolved(document, { $ref: reference }), ['type', 'onBehalfOf']),
      ]),
    );
  }
  return forms;
}

function fieldsOf(document, schema, without = []) {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, property]) => ({
      name,
      required: required.includes(name),
      ...(property.description === undefined ? {} : { label: property.description }),
      ...shapeOf(document, resolved(document, property)),
    }));
}

function shapeOf(document, schema) {
  if (schema.enum !== undefined)
    return { kind: 'choice', choices: schema.enum.filter((value) => value !== null) };
  const type = [schema.type].flat().find((each) => each !== 'null');
  if (type === 'array') {
    const items = resolved(document, schema.items);
    return items.type === 'string'
      ? { kind: 'texts', most: schema.maxItems }
      : { kind: 'list', most: schema.maxItems, fields: fieldsOf(document, items) };
  }
  if (type === 'object') return { kind: 'group', fields: fieldsOf(document, schema) };
  if (type === 'boolean') return { kind: 'yesNo' };
  if (type === 'integer' || type === 'number') return { kind: 'whole' };
  if (schema.format === 'date') return { kind: 'day' };
  if (schema.pattern?.includes('1-9]\\d{0,13})(\\.')) return { kind: 'money' };
  if (schema.pattern === '^[0-9a-f]{64}$') return { kind: 'hash' };
  return { kind: 'text', most: schema.maxLength };
}

function resolved(document, schema) {
  const [only] = (schema.allOf ?? schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  if (schema.$ref !== undefined)
    return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1)]);
  return only === undefined ? schema : resolved(document, only);
}

if (process.argv[1] === import.meta.filename) {
  const server = process.argv[2] ?? 'http://127.0.0.1:3000';
  const answer = await fetch(`${server}/api/v1/openapi.json`);
  for (const [path, text] of Object.entries(clientOf(await answer.json()))) writeFileSync(path, text);
}
