import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.js';
import type { Option } from '../form/known.js';

export type Organization = Schema<'OrganizationDto'>;

/** Everybody who has a part in the city's cases, by today's names. They change with a decree, not while somebody types. */
export function useOrganizations(): readonly Organization[] {
  const list = useQuery({
    queryKey: ['organizations'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answered(api.GET('/api/v1/organizations'))).data.items,
  });
  return list.data ?? [];
}

/** By name, those of some kinds or all. */
export function optionsOfOrganizations(organizations: readonly Organization[], ...kinds: string[]): Option[] {
  return organizations
    .filter(({ kind, endedOn }) => endedOn === null && (kinds.length === 0 || kinds.includes(kind)))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** Branches of banks, each with its bank’s name. */
export function optionsOfUnits(organizations: readonly Organization[]): Option[] {
  return organizations.flatMap(({ name, units }) =>
    units
      .filter(({ endedOn }) => endedOn === null)
      .map((unit) => ({ value: unit.id, label: `${name}${unit.name}` })),
  );
}
