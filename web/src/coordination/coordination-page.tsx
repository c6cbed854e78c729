import { Link, useParams } from '@tanstack/react-router';
import { Card, Table, Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { useCase } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { KnownContext } from '../form/known.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { useKnownOfCoordination } from './known-of-coordination.js';

type Coordination = Schema<'Coordination'>;

/** 启动协调: a firm's filings at one table, with the outcome proposed, confirmed and recorded for each. */
export function CoordinationPage() {
  const { id } = useParams({ from: '/shell/coordinations/$id' });
  const coordination = useCase<Coordination>({ path: 'coordinations', id });
  return (
    <div className="page">
      <Asked query={coordination}>
        {({ data, version }) => <OneCoordination coordination={data} version={version} />}
      </Asked>
    </div>
  );
}

function OneCoordination({ coordination, version }: { coordination: Coordination; version: string }) {
  const words = useWords();
  const { id, firm, filings, meetings, officialName, openedAt } = coordination;
  const known = useKnownOfCoordination(coordination);
  return (
    <KnownContext value={known}>
      <CasePage
        address={{ path: 'coordinations', id }}
        version={version}
        title={`${words.worklist.process['coordination'] ?? ''} ${firm?.name ?? ''}`}
        state={stateName(words, 'coordination', coordination)}
      >
        <Facts
          title={words.cases.facts}
          said={{
            [words.worklist.firm]:
              firm === null ? null : (
                <Link to="/firms/$id" params={{ id: firm.id }}>
                  {firm.name}
                </Link>
              ),
            [words.cases.official]: officialName,
            [words.cases.opened]: monthDayTime(openedAt),
          }}
        />
        <Card size="small" title={words.menu.filings}>
          <Along label={words.menu.filings}>
            <Table
              size="small"
              pagination={false}
              rowKey="id"
              dataSource={filings}
              columns={[
                {
                  title: words.worklist.number,
                  render: (_, filing) => (
                    <Link to="/filings/$id" params={{ id: filing.id }}>
                      {filing.number}
                    </Link>
                  ),
                },
                { title: words.worklist.bank, render: (_, { bank }) => bank.name },
                {
                  title: words.worklist.amount,
                  align: 'right',
                  render: (_, { amount }) => <span className="amount">{withSeparators(amount ?? '')}</span>,
                },
                { title: words.filing.bankDate, dataIndex: 'bankDate' },
                {
                  title: words.cases.state,
                  render: (_, filing) => <Tag>{words.named.joined[filing.state] ?? filing.stateLabel}</Tag>,
                },
                { title: words.cases.proposed, render: (_, { proposed }) => proposed?.outcomeLabel },
                { title: words.cases.confirmed, render: (_, { confirmed }) => confirmed?.outcomeLabel },
              ]}
            />
          </Along>
        </Card>
        {meetings.length === 0 ? null : (
          <Card size="small" title={words.cases.meetings}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {meetings.map((meeting) => (
                <li key={`${meeting.on} ${meeting.place}`}>
                  {meeting.on} {meeting.place} <span className="said">{meeting.agenda}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </CasePage>
    </KnownContext>
  );
}
