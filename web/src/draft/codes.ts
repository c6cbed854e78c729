import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.js';

export type Codes = Schema<'CodesDto'>;

/** The closed lists of answers, in the server's own words. They change with a release, not while somebody types. */
export function useCodes() {
  return useQuery({
    queryKey: ['codes'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answered(api.GET('/api/v1/codes'))).data,
  });
}

export function optionsOf(
  codes: readonly { code: string; label: string }[],
): { value: string; label: string }[] {
  return codes.map(({ code, label }) => ({ value: code, label }));
}
