import { usePostOptions } from '../administration/post-names.js';
import type { Schema } from '../api/client.js';
import type { Field } from '../api/event-forms.js';
import { optionsOfOrganizations, useOrganizations } from '../directory/organizations.js';
import { optionsOf, useCodes } from '../draft/codes.js';
import type { Filled, Known } from '../form/known.js';

type Asked = Schema<'SupportFieldCode'>;

const KINDS = { amount: 'money', day: 'day', text: 'text', organization: 'text', count: 'whole' } as const;

/** Each measure asks for figures of its own; who is in charge is chosen by name. */
export function useKnownOfSupports(type?: string): Known {
  const organizations = useOrganizations();
  const codes = useCodes().data;
  const posts = usePostOptions();
  const measures = codes?.measures ?? [];
  const everybody = optionsOfOrganizations(organizations);
  const named = measures
    .flatMap(({ input, result }) => [...input, ...result])
    .filter(({ kind }) => kind === 'organization');
  const kindsOf = (filled: Filled) =>
    measures.find(({ code }) => code === (type ?? filled['type'] ?? filled['measure']));
  return {
    options: {
      ...Object.fromEntries(named.map(({ name }) => [name, everybody])),
      organization: everybody,
      role: posts,
      measure: optionsOf(measures),
      type: optionsOf(measures),
    },
    shapes: {
      input: (filled) => (kindsOf(filled)?.input ?? []).map(fieldOf),
      result: (filled) => (kindsOf(filled)?.result ?? []).map(fieldOf),
    },
  };
}

function fieldOf({ name, label, kind, required }: Asked): Field {
  return { name, label, required, kind: KINDS[kind] };
}
