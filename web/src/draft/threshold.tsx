import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useDeferredValue } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import { contentOf, type DraftForm } from './draft-content.js';

/** The answer while typing, with everything that this bank has filed on the firm in the sum. */
export function Threshold({ values }: { values: DraftForm }) {
  const words = useWords();
  const asked = useDeferredValue(contentOf(values));
  const answer = useQuery({
    queryKey: ['assess', asked],
    enabled: asked.amount != null && asked.kind != null,
    placeholderData: (before) => before,
    queryFn: async () => (await answered(api.POST('/api/v1/filings/assess', { body: asked as never }))).data,
  });
  if (answer.data === undefined || asked.amount == null) return null;
  const { reportable, sum, threshold, basis, clause, exemption } = answer.data;
  const verdict = reportable
    ? words.assess.owed
    : exemption === null
      ? words.assess.notOwed
      : words.assess.exempt;
  return (
    <Alert
      showIcon
      type={reportable ? 'warning' : 'info'}
      title={verdict}
      description={
        <>
          <div className="amount">{words.assess.sum(withSeparators(sum), withSeparators(threshold))}</div>
          {basis.map((piece) => (
            <div key={`${piece.on} ${piece.amount}`} className="amount">
              {piece.on} {withSeparators(piece.amount)}
            </div>
          ))}
          <div className="quiet">{clause}</div>
        </>
      }
    />
  );
}
