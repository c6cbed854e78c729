import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';
import { monthDayTime } from '../shell/day.js';

/** How often a page says that somebody still looks at it; the server forgets after 45 s. */
const STILL_HERE = 20_000;

/** Those for whom two at one case would be two at one piece of work. */
const AT_WORK = [
  ...['bank.maker', 'bank.checker', 'bank.delegate', 'finance.reviewer', 'finance.leader'],
  ...['industry.reviewer', 'industry.leader', 'county.coordinator'],
];

/** Who else of one's own office has this case open, so that two do not write the same opinion. */
export function Colleagues({ id }: { id: string }) {
  const words = useWords();
  const session = useSession().data;
  const isAtWork = session != null && hasRole(session, ...AT_WORK);
  const others = useQuery({
    queryKey: ['presence', id],
    enabled: isAtWork,
    refetchInterval: STILL_HERE,
    retry: false,
    queryFn: async () => (await answered(api.POST('/api/v1/presence', { body: { case: id } }))).data.others,
  });
  const names = (others.data ?? []).map(({ name, since }) => words.cases.alsoHere(name, monthDayTime(since)));
  return (
    <span role="status" className="quiet">
      {names.join('，')}
    </span>
  );
}
