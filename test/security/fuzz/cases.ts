import * as fc from 'fast-check';
import type { Body } from '../../support/client.js';
import type { Call } from '../caller.js';
import type { Operation, Parameter } from '../operations.js';
import { fromSchema, type Knowledge } from './from-schema.js';
import {
  GARBAGE,
  HOSTILE,
  HOSTILE_KEYS,
  HOSTILE_TEXTS,
  ILL_KEYS,
  ILL_TAGS,
  MEDIA_TYPES,
  PIECES,
  STRAY_QUERIES,
} from './hostile.js';

/** One part of a request: as the document says, and otherwise. */
interface Part<Value> {
  well: fc.Arbitrary<Value>;
  ill: fc.Arbitrary<Value>;
}

interface Sent {
  text?: string | Uint8Array;
  headers: Record<string, string>;
}

/** Stands for the version that the case has when it is asked. */
export const PRESENT = 'present';
const NOBODYS = '01890000-0000-7000-8000-000000000000';

/** Requests for one operation: half of them as the document says, the others with one part that is not. */
export function requestsTo(
  operation: Operation,
  knowledge: Knowledge,
  known: readonly string[][],
): fc.Arbitrary<Call> {
  const path = addresses(operation, known);
  const query = queries(operation, knowledge);
  const headers = headersOf(operation);
  const body = bodies(operation, knowledge);
  const well = { path: path.well, query: query.well, headers: headers.well, body: body.well };
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.record(well) },
      { weight: 3, arbitrary: fc.record({ ...well, body: body.ill }) },
      { weight: 1, arbitrary: fc.record({ ...well, query: query.ill }) },
      { weight: 1, arbitrary: fc.record({ ...well, path: path.ill }) },
      { weight: 1, arbitrary: fc.record({ ...well, headers: headers.ill }) },
    )
    .map((request) => ({
      method: operation.method,
      path: request.query === '' ? request.path : `${request.path}?${request.query}`,
      headers: { ...request.headers, ...request.body.headers },
      ...(request.body.text === undefined ? {} : { body: request.body.text }),
    }));
}

/** With things that are there: all parameters of an address belong together. */
function addresses({ path, parameters }: Operation, known: readonly string[][]): Part<string> {
  const names = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const fill = (values: readonly string[]) =>
    names.reduce((address, name, index) => address.replace(`{${name}}`, values[index] ?? NOBODYS), path);
  const size = { minLength: names.length, maxLength: names.length };
  return {
    well: known.length === 0 ? fc.constant(fill([])) : fc.constantFrom(...known).map(fill),
    ill: fc.array(fc.constantFrom(...PIECES), size).map(fill),
  };
}

function queries(operation: Operation, knowledge: Knowledge): Part<string> {
  const filters = operation.parameters.filter((each) => each.in === 'query');
  const said = (textOf: (parameter: Parameter) => fc.Arbitrary<string>) =>
    fc
      .record(Object.fromEntries(filters.map((parameter) => [parameter.name, textOf(parameter)])), {
        requiredKeys: filters.filter(({ required }) => required === true).map(({ name }) => name),
      })
      .map((query) =>
        Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`),
      );
  const well = said((parameter) => fromSchema(knowledge, parameter.schema, parameter.name).map(String));
  const ill = said(() => fc.constantFrom(...HOSTILE_TEXTS));
  const stray = fc.constantFrom(...STRAY_QUERIES);
  return {
    well: well.map((pairs) => pairs.join('&')),
    ill: fc.oneof(
      ill.map((pairs) => pairs.join('&')),
      fc.tuple(well, stray).map(([pairs, more]) => [...pairs, more].join('&')),
    ),
  };
}

function headersOf({ parameters }: Operation): Part<Record<string, string>> {
  const stale = fc.integer({ min: 0, max: 14 }).map((seq) => `"${String(seq)}.0"`);
  const byName: Record<string, Part<string>> = {
    'If-Match': { well: fc.oneof(fc.constant(PRESENT), stale), ill: fc.constantFrom(...ILL_TAGS) },
    'Idempotency-Key': { well: fc.uuid(), ill: fc.constantFrom(...ILL_KEYS) },
  };
  const said = (kind: keyof Part<string>) =>
    fc.record(
      Object.fromEntries(
        parameters.flatMap(({ name }) => {
          const part = byName[name];
          return part === undefined ? [] : [[name.toLowerCase(), part[kind]] as const];
        }),
      ),
    );
  return { well: said('well'), ill: fc.oneof(said('ill'), fc.constant({})) };
}

function bodies({ bodies: byMedia, method }: Operation, knowledge: Knowledge): Part<Sent> {
  const schema = byMedia['application/json']?.schema;
  const nothing = fc.constant<Sent>({ headers: {} });
  const nonsense = fc
    .record({ text: fc.constantFrom(...GARBAGE), media: fc.constantFrom(...MEDIA_TYPES) })
    .map(({ text, media }): Sent => ({ text, headers: media === '' ? {} : { 'content-type': media } }));
  if (method === 'GET') return { well: nothing, ill: nothing };
  if (Object.keys(byMedia).length === 0) return { well: nothing, ill: nonsense };
  if (schema === undefined) return { well: bytes(), ill: nonsense };
  const valid = fromSchema(knowledge, schema);
  const ill = fc
    .tuple(valid, fc.nat(), fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE_KEYS))
    .map(([value, place, thing, key]) => json(spoilt(value, place, { ill: thing, key })));
  return { well: valid.map(json), ill: fc.oneof({ weight: 4, arbitrary: ill }, nonsense) };
}

function bytes(): fc.Arbitrary<Sent> {
  const headers = { 'content-type': 'application/octet-stream' };
  return fc.uint8Array({ maxLength: 200 }).map((text) => ({ text, headers }));
}

function json(value: unknown): Sent {
  return { text: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

/** One thing in it is another than it should be: a value replaced, one left out, or one too many. */
function spoilt(value: unknown, place: number, { ill, key }: { ill: unknown; key: string }): unknown {
  const copy = structuredClone({ value }) as Body;
  const places = placesIn(copy);
  const [holder, name] = places[place % places.length] ?? [copy, 'value'];
  if (place % 7 === 0 && !Array.isArray(holder)) delete holder[name];
  else if (place % 5 === 0 && typeof holder[name] === 'object' && holder[name] !== null) {
    Object.defineProperty(holder[name], key, {
      value: ill,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else holder[name] = ill;
  return copy.value;
}

function placesIn(holder: Body): [Body, string][] {
  return Object.keys(holder).flatMap((name) => [
    [holder, name] as [Body, string],
    ...(typeof holder[name] === 'object' && holder[name] !== null ? placesIn(holder[name]) : []),
  ]);
}

/** What cannot be written into an address at all is no request. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '�');
}
