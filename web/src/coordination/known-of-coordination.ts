import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schema } from '../api/client.js';
import { useCodes } from '../draft/codes.js';
import type { Known } from '../form/known.js';
import { useKnownOfSupports } from '../support/known-of-supports.js';

/** The posts that a coordination may be given to. */
const POSTS: readonly string[] = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'county.coordinator',
];

/** Whom and what the forms of a coordination may name: officials and their posts, its reports, and measures of support. */
export function useKnownOfCoordination({ filings }: Schema<'Coordination'>): Known {
  const supports = useKnownOfSupports();
  const posts = useCodes().data?.posts ?? [];
  const people = useQuery({
    queryKey: ['people', 'all'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/people', { params: { query: { limit: 100 } } }))).data.items,
  });
  const officials = (people.data ?? []).filter((person) =>
    person.posts.some(({ role }) => POSTS.includes(role)),
  );
  const reports = filings
    .filter(({ state }) => state === 'joined')
    .map(({ id, number, bank }) => ({ value: id, label: `${number ?? ''} ${bank.name}` }));
  return {
    ...supports,
    options: {
      ...supports.options,
      official: officials.map(({ id, name, posts: held }) => ({
        value: id,
        label: `${name}（${held.map(({ role }) => posts.find(({ code }) => code === role)?.label ?? role).join('、')}）`,
      })),
      posts: posts
        .filter(({ code }) => POSTS.includes(code))
        .map(({ code, label }) => ({ value: code, label })),
      filing: reports,
      filings: reports,
    },
  };
}
