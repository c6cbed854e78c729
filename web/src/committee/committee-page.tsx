import { Link, useParams } from '@tanstack/react-router';
import { Card, Table, Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { type CaseAddress, useCase, usePart } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { KnownContext } from '../form/known.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { useKnownOfCommittee } from './known-of-committee.js';
import { ResolutionsPart } from './resolutions-part.js';

type Committee = Schema<'Committee'>;

/** What a member declares is no event of the other members, and still they see the table grow. */
const LIVE = 10_000;

/** 债委会: members, claims at the record date, meetings, and the rollover schedule. */
export function CommitteePage() {
  const { id } = useParams({ from: '/shell/committees/$id' });
  const committee = useCase<Committee>({ path: 'committees', id });
  return (
    <div className="page">
      <Asked query={committee}>
        {({ data, version }) => <OneCommittee committee={data} version={version} />}
      </Asked>
    </div>
  );
}

function OneCommittee({ committee, version }: { committee: Committee; version: string }) {
  const words = useWords();
  const { id, firm, formLabel, chair, viceChairs, recordDate, foundedOn, creditors } = committee;
  const address = { path: 'committees', id } as const;
  const known = useKnownOfCommittee(committee);
  return (
    <KnownContext value={known}>
      <CasePage
        address={address}
        version={version}
        title={`${firm.name}${words.worklist.process['committee'] ?? ''}`}
        state={stateName(words, 'committee', committee)}
        tags={<Tag>{words.named.forms[committee.form] ?? formLabel}</Tag>}
      >
        <Facts
          title={words.cases.facts}
          said={{
            [words.worklist.firm]: (
              <Link to="/firms/$id" params={{ id: firm.id }}>
                {firm.name}
              </Link>
            ),
            [words.cases.chair]: chair?.name,
            [words.cases.viceChairs]: viceChairs.map(({ name }) => name).join('、'),
            [words.cases.recordDate]: recordDate,
            [words.cases.founded]: foundedOn,
            [words.cases.strategy]: committee.strategyLabel,
            [words.cases.standstill]: committee.standstill?.until,
          }}
        />
        <Card size="small" title={words.cases.creditors}>
          <Along label={words.cases.creditors}>
            <Table
              size="small"
              pagination={false}
              rowKey={({ bank }) => bank.id}
              dataSource={creditors}
              columns={[
                { title: words.worklist.bank, render: (_, { bank }) => bank.name },
                { title: words.cases.invited, dataIndex: 'invitedOn' },
                {
                  title: words.cases.signed,
                  render: (_, { signed }) => (signed ? words.act.yes : words.act.no),
                },
                {
                  title: words.cases.member,
                  render: (_, { member }) => (member ? words.act.yes : words.act.no),
                },
              ]}
            />
          </Along>
        </Card>
        <Claims address={address} />
        <Meetings address={address} />
        <Rollovers address={address} />
        {foundedOn === null ? null : <ResolutionsPart committee={committee} />}
      </CasePage>
    </KnownContext>
  );
}

function Claims({ address }: { address: CaseAddress }) {
  const words = useWords();
  const claims = usePart<Schema<'CommitteeClaims'>>(address, 'claims', { every: LIVE });
  const amount = (value: string) => <span className="amount">{withSeparators(value)}</span>;
  return (
    <Asked query={claims}>
      {({ claims: rows, total }) => (
        <Card
          size="small"
          title={`${words.cases.claims}${total === null ? '' : ` ${withSeparators(total)}`}`}
        >
          <Along label={words.cases.claims}>
            <Table
              size="small"
              pagination={false}
              rowKey={({ bank }) => bank.id}
              dataSource={rows}
              columns={[
                { title: words.worklist.bank, render: (_, { bank }) => bank.name },
                { title: words.cases.principal, dataIndex: 'principal', align: 'right', render: amount },
                { title: words.cases.claim, dataIndex: 'amount', align: 'right', render: amount },
                {
                  title: words.cases.confirmed,
                  render: (_, { confirmed }) => (confirmed ? words.act.yes : words.act.no),
                },
              ]}
            />
          </Along>
        </Card>
      )}
    </Asked>
  );
}

function Meetings({ address }: { address: CaseAddress }) {
  const words = useWords();
  const meetings = usePart<Schema<'CommitteeMeetings'>>(address, 'meetings');
  return (
    <Asked query={meetings}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Card size="small" title={words.cases.meetings}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {items.map((meeting) => (
                <li key={meeting.id}>
                  {meeting.on} {meeting.place}{' '}
                  <a href={`/api/v1/committees/${address.id}/meetings/${meeting.id}/invitation.ics`}>.ics</a>
                  {meeting.minutes === null ? null : <div className="said quiet">{meeting.minutes.text}</div>}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Asked>
  );
}

function Rollovers({ address }: { address: CaseAddress }) {
  const words = useWords();
  const rollovers = usePart<Schema<'CommitteeRollovers'>>(address, 'rollovers');
  return (
    <Asked query={rollovers}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Card size="small" title={words.cases.rollovers}>
            <Along label={words.cases.rollovers}>
              <Table
                size="small"
                pagination={false}
                rowKey="id"
                dataSource={items}
                columns={[
                  { title: words.worklist.bank, render: (_, { bank }) => bank.name },
                  { title: words.filing.loans, dataIndex: 'loan' },
                  {
                    title: words.worklist.amount,
                    align: 'right',
                    render: (_, { amount }) => <span className="amount">{withSeparators(amount)}</span>,
                  },
                  { title: words.cases.maturity, dataIndex: 'maturity' },
                  { title: words.cases.renewedUntil, dataIndex: 'renewalUntil' },
                ]}
              />
            </Along>
          </Card>
        )
      }
    </Asked>
  );
}
