import { createContext } from 'react';
import type { Field } from '../api/event-forms.js';

/** One thing that a field may name. */
export interface Option {
  value: string;
  label: string;
}

/** What stands in a form so far. */
export type Filled = Readonly<Record<string, unknown>>;

/** What a page knows of its case and its forms could not: an id is chosen by name, and what is settled is filled in. */
export interface Known {
  /** By the name of the field. */
  options?: Readonly<Record<string, readonly Option[]>>;
  /** By event and field, `SIGN/agreement`: what stands in it until somebody changes it. */
  given?: Readonly<Record<string, unknown>>;
  // By the place in what is sent, `/loans/*/balance`: names that are better than the document's.
  names?: Readonly<Record<string, string>>;
  /** By the name of the group: its fields, where the document leaves them to the kind of case. */
  shapes?: Readonly<Record<string, (filled: Filled) => readonly Field[]>>;
}

export const KnownContext = createContext<Known>({});

/** The fields of a form with what the page knows of their shapes. */
export function shaped(fields: readonly Field[], { shapes = {} }: Known, filled: Filled): readonly Field[] {
  return fields.map((field) => {
    const known = shapes[field.name]?.(filled);
    return known === undefined ? field : { ...field, kind: 'group', fields: known };
  });
}

/** What stands in the fields of an event's form when it opens. */
export function givenTo(
  type: string,
  fields: readonly Field[],
  { given = {} }: Known,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = given[`${type}/${name}`];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
