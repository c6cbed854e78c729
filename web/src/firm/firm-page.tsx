import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Card, Table } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { useSession, watchesFirms } from '../session/session.js';
import { Along } from '../shell/along.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { BeginPart } from './begin-part.js';

/** A firm: for those who watch over it, with all its lenders and sureties (关联授信与担保圈). */
export function FirmPage() {
  const { id } = useParams({ from: '/shell/firms/$id' });
  const session = useSession().data;
  const watches = session != null && watchesFirms(session);
  const firm = useQuery({
    queryKey: ['firm', id],
    queryFn: async () => (await answered(api.GET('/api/v1/firms/{id}', { params: { path: { id } } }))).data,
  });
  return (
    <div className="page">
      <Asked query={firm}>
        {({ name, creditCode, trade, exposures }) => (
          <>
            <h1 style={{ fontSize: 22, marginBottom: 4 }}>{name}</h1>
            <p className="quiet">
              {creditCode} {trade}
            </p>
            {session == null ? null : <BeginPart firm={id} session={session} />}
            {watches ? <Contagion id={id} /> : <Lenders lenders={exposures} />}
          </>
        )}
      </Asked>
    </div>
  );
}

function Contagion({ id }: { id: string }) {
  const words = useWords();
  const page = useQuery({
    queryKey: ['firm', id, 'exposures'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/firms/{id}/exposures', { params: { path: { id } } }))).data,
  });
  return (
    <Asked query={page}>
      {({ lenders, total, remaining, filings = [], guarantees = [], runAlert }) => (
        <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {runAlert?.active === true ? (
            <Alert type="warning" showIcon title={words.firm.runAlert(runAlert.banks)} />
          ) : null}
          <Lenders lenders={lenders} total={total} remaining={remaining} />
          <Card size="small" title={words.firm.filings}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {filings.map((filing) => (
                <li key={filing.id}>
                  <Link to="/filings/$id" params={{ id: filing.id }}>
                    {filing.number}
                  </Link>{' '}
                  {filing.bankName} {words.kinds[filing.kind]}{' '}
                  <span className="amount">{withSeparators(filing.amount)}</span>{' '}
                  <span className="quiet">{filing.receivedOn}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card size="small" title={words.firm.guarantees}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {guarantees.map((link) => (
                <li key={`${link.as} ${link.firm.id}`}>
                  <Link to="/firms/$id" params={{ id: link.firm.id }}>
                    {link.firm.name}
                  </Link>{' '}
                  {link.as === 'guarantor' ? words.firm.guarantor : words.firm.debtor}{' '}
                  <span className="amount">{withSeparators(link.amount)}</span>{' '}
                  <span className="quiet">
                    {link.source} {link.asOf}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </Asked>
  );
}

type Figures = Schema<'CreditFigures'>;
type Lender = Schema<'ExposureDto'> & { remaining?: Figures };

function Lenders({
  lenders,
  total,
  remaining,
}: {
  lenders: readonly Lender[];
  total?: Figures | undefined;
  remaining?: Figures | undefined;
}) {
  const words = useWords();
  const amount = (value: string) => <span className="amount">{withSeparators(value)}</span>;
  return (
    <Card size="small" title={words.firm.lenders}>
      <Along label={words.firm.lenders}>
        <Table<Lender>
          size="small"
          pagination={false}
          rowKey="bank"
          dataSource={[...lenders]}
          columns={[
            { title: words.worklist.bank, dataIndex: 'bankName' },
            { title: words.filing.limit, dataIndex: 'limit', align: 'right', render: amount },
            { title: words.filing.balance, dataIndex: 'balance', align: 'right', render: amount },
            ...(remaining === undefined
              ? []
              : [
                  {
                    title: words.firm.remaining,
                    children: (['limit', 'balance'] as const).map((figure) => ({
                      title: words.filing[figure],
                      key: figure,
                      align: 'right' as const,
                      render: (_: unknown, lender: Lender) => amount(lender.remaining?.[figure] ?? ''),
                    })),
                  },
                ]),
            { title: words.firm.source, dataIndex: 'source' },
            { title: words.firm.asOf, dataIndex: 'asOf' },
          ]}
          summary={() =>
            total === undefined || remaining === undefined ? null : (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>{words.firm.total}</Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  {amount(total.limit)}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={2} align="right">
                  {amount(total.balance)}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={3} align="right">
                  {amount(remaining.limit)}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={4} align="right">
                  {amount(remaining.balance)}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={5} colSpan={2} />
              </Table.Summary.Row>
            )
          }
        />
      </Along>
    </Card>
  );
}
