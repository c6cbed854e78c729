import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';

/** The firm's other lenders and reports beside the one to decide on: each figure with its source and its day. */
export function FirmBeside({ firm, filing }: { firm: string; filing: string }) {
  const words = useWords();
  const page = useQuery({
    queryKey: ['firm', firm, 'exposures'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/firms/{id}/exposures', { params: { path: { id: firm } } }))).data,
  });
  return (
    <Asked query={page}>
      {({ lenders, total, remaining, filings = [], runAlert }) => (
        <>
          {runAlert?.active === true ? (
            <Alert type="warning" showIcon title={words.firm.runAlert(runAlert.banks)} />
          ) : null}
          <Card
            size="small"
            title={words.firm.lenders}
            extra={
              <Link to="/firms/$id" params={{ id: firm }}>
                {words.firm.whole}
              </Link>
            }
          >
            {lenders.length === 0 ? <span className="quiet">{words.firm.noLenders}</span> : null}
            <ul className="plain">
              {lenders.map((lender) => (
                <li key={`${lender.bank} ${lender.source}`}>
                  <strong>{lender.bankName}</strong>
                  <Figures now={lender} then={lender.remaining} />
                  <div className="quiet">
                    {lender.source}，{words.firm.asOf} {lender.asOf}
                  </div>
                </li>
              ))}
              {total === undefined || lenders.length < 2 ? null : (
                <li>
                  <strong>{words.firm.total}</strong>
                  <Figures now={total} then={remaining} />
                </li>
              )}
            </ul>
          </Card>
          <Card size="small" title={words.firm.otherFilings}>
            {filings.every(({ id }) => id === filing) ? (
              <span className="quiet">{words.firm.noOtherFilings}</span>
            ) : null}
            <ul className="plain">
              {filings
                .filter(({ id }) => id !== filing)
                .map(({ id, number, bankName, kind, amount, receivedOn }) => (
                  <li key={id}>
                    <Link to="/filings/$id" params={{ id }}>
                      {number}
                    </Link>{' '}
                    {bankName} {words.kinds[kind]} <span className="amount">{withSeparators(amount)}</span>{' '}
                    <span className="quiet">{receivedOn}</span>
                  </li>
                ))}
            </ul>
          </Card>
        </>
      )}
    </Asked>
  );
}

interface Position {
  limit: string;
  balance: string;
}

/** Now, and what would be left if everything that was reported were done. */
function Figures({ now, then }: { now: Position; then: Position | undefined }) {
  const words = useWords();
  return (['limit', 'balance'] as const).map((figure) => (
    <div key={figure}>
      {words.filing[figure]} <span className="amount">{withSeparators(now[figure])}</span>
      {then === undefined || then[figure] === now[figure] ? null : (
        <span className="quiet">
          （{words.firm.remaining} <span className="amount">{withSeparators(then[figure])}</span>）
        </span>
      )}
    </div>
  ));
}
