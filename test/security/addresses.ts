import type { Body } from '../support/client.js';
import { type Operation, type Parameter, queryOf } from './operations.js';

/** By the first step of a path, or by the name of a parameter, or by both: what may stand there. */
export type Known = Readonly<Record<string, readonly string[]>>;

export interface Addresses {
  paths: string[];
  /** Parameters for which nothing is known: nobody has looked behind them. */
  unknown: string[];
}

/** Pages are asked for as they come: the rows decide, not their cut. */
const OF_THE_PAGE = new Set(['limit', 'cursor']);

/** Every address of an operation that the known things give: each thing in its path, and each filter by itself. */
export function addressesOf(operation: Operation, known: Known): Addresses {
  const unknown: string[] = [];
  const note = ({ name }: Parameter) => unknown.push(`${operation.path} ${name}`);
  let paths = [operation.path];
  for (const parameter of operation.parameters.filter((each) => each.in === 'path')) {
    const values = valuesOf(operation, parameter, known);
    if (values.length === 0) note(parameter);
    paths = paths.flatMap((path) => values.map((value) => path.replace(`{${parameter.name}}`, value)));
  }
  const filters = queryOf(operation).filter(({ name }) => !OF_THE_PAGE.has(name));
  const needed = filters.filter(({ required }) => required === true);
  const always = needed.map((parameter) => {
    const [value] = valuesOf(operation, parameter, known);
    if (value === undefined) note(parameter);
    return `${parameter.name}=${encodeURIComponent(value ?? '')}`;
  });
  const queries = filters.flatMap((parameter) => {
    const values = valuesOf(operation, parameter, known);
    if (values.length === 0) note(parameter);
    const others = always.filter((each) => !each.startsWith(`${parameter.name}=`));
    return values.map((value) => [...others, `${parameter.name}=${encodeURIComponent(value)}`].join('&'));
  });
  const asked = [...(needed.length === 0 ? [''] : []), ...queries];
  return {
    paths: paths.flatMap((path) => asked.map((query) => (query === '' ? path : `${path}?${query}`))),
    unknown,
  };
}

function valuesOf({ path }: Operation, { name, schema }: Parameter, known: Known): readonly string[] {
  const [, first = ''] = path.split('/');
  return known[`${first} ${name}`] ?? known[name] ?? choicesOf(schema);
}

function choicesOf(schema: Body): string[] {
  if (schema.enum !== undefined) return schema.enum.filter((each: unknown) => each !== null).map(String);
  return schema.type === 'boolean' ? ['true', 'false'] : [];
}
