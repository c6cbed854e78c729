import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { hasRole, isBank, useSession } from '../session/session.js';
import { inWords } from '../shell/trouble.js';

/** 联系人: masked for other organizations. Who has to call opens it, and the server notes that. */
export function ContactLine({ filing, contact }: { filing: string; contact: Schema<'ShownContact'> }) {
  const words = useWords();
  const session = useSession().data;
  const reading = useMutation({
    mutationFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/contact', { params: { path: { id: filing } } }))).data,
  });
  const { name, post, phone } = reading.data ?? contact;
  const isObserver =
    session == null || isBank(session) || hasRole(session, 'regulator.observer', 'pboc.observer');
  return (
    <>
      {[name, post, phone].filter(Boolean).join('　')}{' '}
      {isObserver || reading.data !== undefined ? null : (
        <Button
          size="small"
          loading={reading.isPending}
          onClick={() => reading.mutate()}
          className="no-print"
        >
          {words.filing.showContact}
        </Button>
      )}
      {reading.error === null ? null : <span role="alert"> {inWords(reading.error, words)}</span>}
    </>
  );
}
