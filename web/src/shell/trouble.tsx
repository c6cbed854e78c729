import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { PasskeyFailed } from '../account/authenticator.js';
import { type First, Refused, Unreachable } from '../api/client.js';
import { useCodes } from '../draft/codes.js';
import { useWords } from '../language/use-words.js';
import type { Words } from '../language/zh.js';
import { monthDayTime } from './day.js';

/** What went wrong, and what to do next. The server's own words come first: it knows why. */
export function inWords(error: unknown, words: Words): string {
  if (error instanceof Unreachable) return words.trouble.unreachable;
  if (error instanceof PasskeyFailed) return words.account.passkeyFailed[error.why];
  if (!(error instanceof Refused)) return words.trouble.failed;
  if (error.code === 'not-signed-in') return words.trouble.signedOut;
  if (error.code === 'stale-version') return words.trouble.stale;
  if (error.code === 'not-found') return words.trouble.missing;
  return error.detail ?? error.title;
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords();
  const first = error instanceof Refused ? error.first : undefined;
  const reasons = error instanceof Refused ? error.reasons : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={inWords(error, words)}
      description={
        first !== undefined ? (
          <WhoWasFirst first={first} />
        ) : reasons.length === 0 ? undefined : (
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {reasons.map(({ code, message, clause, pointer }) => (
              <li key={`${code} ${pointer ?? ''}`}>
                {message}
                {clause === undefined ? null : <span className="quiet">（{clause}）</span>}
              </li>
            ))}
          </ul>
        )
      }
      action={
        retry === undefined ? undefined : (
          <Button size="small" onClick={retry}>
            {words.trouble.retry}
          </Button>
        )
      }
    />
  );
}

/** A lost race: who won it, when, and by what. */
function WhoWasFirst({ first: { name, organization, at, event } }: { first: First }) {
  const words = useWords();
  const codes = useCodes();
  // Its code says nothing to anybody: a moment later its name is there.
  if (codes.isPending) return null;
  const own = Object.values(words.events).find((names) => names[event] !== undefined)?.[event];
  const done = own ?? codes.data?.events.find(({ code }) => code === event)?.label ?? event;
  return words.trouble.first({ who: `${organization} ${name}`.trim(), when: monthDayTime(at), done });
}

/** The three faces of something that is asked for: on its way, refused, there. */
export function Asked<Data>({
  query,
  children,
}: {
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch(): unknown };
  children: (data: Data) => ReactNode;
}) {
  const words = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Skeleton active title={false} aria-label={words.trouble.loading} />;
  return <Trouble error={query.error} retry={() => void query.refetch()} />;
}
