import * as fc from 'fast-check';
import type { Body } from '../../support/client.js';

/** What the generator knows beside the schema. */
export interface Knowledge {
  document: Body;
  /** Ids of things that are there, so that what follows a look-up is reached too. */
  ids: readonly string[];
}

type Any = fc.Arbitrary<unknown>;

const DEEPEST = 5;
const MOST_ITEMS = 3;
const LONG = 400;
const DAYS = ['2026-06-10', '2026-06-09', '2026-08-03', '2024-02-29', '0001-01-01', '9999-12-31'];
const TEXTS = [
  '说明。',
  '晋江市某鞋业有限公司',
  '𠮷林',
  "'; drop table filing; --",
  '%_\\',
  '<img src=x onerror=alert(1)>',
];
const VALUES_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  creditCode: ['91350582MA00000017', '913505000000000000'],
  county: ['jinjiang', 'anxi', 'nowhere'],
  bank: ['jinli', 'citong', 'nobody'],
};

/** Values that a schema allows, as far as it says; `name` is that of the field. */
export function fromSchema(knowledge: Knowledge, schema: Body, name = '', depth = 0): Any {
  const { $ref, allOf, anyOf, oneOf } = schema;
  if ($ref !== undefined) return fromSchema(knowledge, resolved(knowledge, $ref), name, depth);
  const alternatives: Body[] | undefined = allOf ?? anyOf ?? oneOf;
  if (alternatives !== undefined && schema.properties === undefined) {
    const chosen = allOf === undefined ? alternatives : alternatives.slice(0, 1);
    return fc.oneof(...chosen.map((each) => fromSchema(knowledge, each, name, depth + 1)));
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type: Body) => ofType(knowledge, { ...schema, type }, name, depth)));
}

function ofType(knowledge: Knowledge, schema: Body, name: string, depth: number): Any {
  switch (typeof schema.type === 'object' ? schema.type.type : schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 });
    case 'number':
      return fc.double({ min: -1e6, max: 1e6, noNaN: true });
    case 'array':
      return fc.array(fromSchema(knowledge, schema.items ?? {}, name, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? MOST_ITEMS, depth > DEEPEST ? 0 : MOST_ITEMS),
      });
    case 'object':
      return anObject(knowledge, schema, depth);
    default:
      return aText(knowledge, schema, name);
  }
}

function anObject(knowledge: Knowledge, { properties = {}, required = [] }: Body, depth: number): Any {
  const fields = Object.entries<Body>(properties).filter(
    ([field]) => depth <= DEEPEST || required.includes(field),
  );
  return fc.record(
    Object.fromEntries(
      fields.map(([field, schema]) => [field, fromSchema(knowledge, schema, field, depth + 1)]),
    ),
    { requiredKeys: fields.map(([field]) => field).filter((field) => required.includes(field)) },
  );
}

function aText(
  { ids }: Knowledge,
  { format, pattern, minLength = 0, maxLength, example }: Body,
  name: string,
): Any {
  const known = VALUES_BY_NAME[name];
  const examples: Any[] = [
    ...(known === undefined ? [] : [fc.constantFrom(...known)]),
    ...(typeof example === 'string' ? [fc.constant(example)] : []),
  ];
  if (format === 'uuid') return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, fc.uuid());
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), ...examples);
  const length = { minLength, maxLength: Math.min(maxLength ?? LONG, LONG) };
  const fitting = TEXTS.filter((text) => text.length >= minLength && text.length <= (maxLength ?? LONG));
  return fc.oneof(
    fc.string({ ...length, unit: 'binary' }),
    ...(fitting.length === 0 ? [] : [fc.constantFrom(...fitting)]),
    ...examples,
  );
}

function resolved({ document }: Knowledge, reference: string): Body {
  return document.components.schemas[reference.split('/').at(-1) ?? ''];
}
