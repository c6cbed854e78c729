import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import type { Words } from '../language/zh.js';

/** What went wrong, and what to do next. The server's own words come first: it knows why. */
export function inWords(error: unknown, words: Words): string {
  if (error instanceof Unreachable) return words.trouble.unreachable;
  if (!(error instanceof Refused)) return words.trouble.failed;
  if (error.code === 'not-signed-in') return words.trouble.signedOut;
  if (error.code === 'stale-version') return words.trouble.stale;
  if (error.code === 'not-found') return words.trouble.missing;
  return error.detail ?? error.title;
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords();
  const reasons = error instanceof Refused ? error.reasons : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={inWords(error, words)}
      description={
        reasons.length === 0 ? undefined : (
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
