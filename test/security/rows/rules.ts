import type { Eyes } from './eyes.js';

export type Row = Readonly<Record<string, unknown>>;
export type Rule = (row: Row, eyes: Eyes) => boolean;

/** What may be done with the rows of a table, by letter: r(ead), i(nsert), u(pdate), d(elete). */
export interface Rules {
  /** What the server may do at all, in the scope of the engine: its privileges. */
  engine: string;
  rows: readonly Row[];
  /** Whoever acts, beside the engine. */
  reads?: Rule;
  inserts?: Rule;
  updates?: Rule;
  deletes?: Rule;
  /** Not even the engine may change it. */
  sealed?: Rule;
  /** Not the engine's, but theirs who act. */
  people?: true;
  /** For everybody, whoever asks and whether or not he has said so. */
  open?: true;
}

/** Whose organization stands in the column, and his organization's branch, if it has some. */
export const own =
  (column: string, unit?: string): Rule =>
  (row, eyes) =>
    eyes.organization !== '' &&
    row[column] === eyes.organization &&
    (unit === undefined || row[unit] == null || eyes.unit === '' || row[unit] === eyes.unit);

export const offices =
  (...names: string[]): Rule =>
  (_, { office }) =>
    names.includes(office);

export const anyOffice: Rule = (_, { office }) => office !== '';
export const either =
  (...rules: Rule[]): Rule =>
  (row, eyes) =>
    rules.some((rule) => rule(row, eyes));
export const all =
  (...rules: Rule[]): Rule =>
  (row, eyes) =>
    rules.every((rule) => rule(row, eyes));
export const when =
  (isSo: (row: Row) => boolean): Rule =>
  (row) =>
    isSo(row);
export const everybody: Rule = (_, { scope }) => scope !== '';
export const self =
  (column: string): Rule =>
  (row, { person }) =>
    person !== '' && row[column] === person;

/** What these eyes may do with a row, as letters. */
export function mayDo({ engine, ...rules }: Rules, row: Row, eyes: Eyes, isHere: boolean): string {
  if (rules.open) return engine;
  if (!isHere || eyes.scope === '') return '';
  const inEngine = eyes.scope === 'engine' && !rules.people;
  const sealed = rules.sealed?.(row, eyes) === true;
  const reads = inEngine || rules.reads?.(row, eyes) === true;
  const letters = {
    r: reads,
    i: inEngine || rules.inserts?.(row, eyes) === true,
    // PostgreSQL looks for the row that is to be changed, so that it has to be seen as well.
    u: reads && !sealed && (inEngine || rules.updates?.(row, eyes) === true),
    d: reads && !sealed && (inEngine || rules.deletes?.(row, eyes) === true),
  };
  return [...engine].filter((letter) => letters[letter as 'r']).join('');
}
