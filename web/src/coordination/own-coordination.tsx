import { Card, Tag } from 'antd';
import { Refused, type Schema } from '../api/client.js';
import { Acts } from '../case/acts.js';
import { useCase } from '../case/case-api.js';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';

type Own = Schema<'OwnCoordination'>;

/** What a bank sees of the coordination that its report is in: its own report's part, and nobody else's. */
export function OwnCoordination({ filing }: { filing: string }) {
  const words = useWords();
  const address = { path: 'filings', id: filing, part: 'coordination' } as const;
  const own = useCase<Own>(address);
  // Most reports are in none.
  if (own.data === undefined || own.error instanceof Refused) return null;
  const { stateLabel, proposed, prepared, confirmed, meetings } = own.data.data;
  return (
    <>
      <Card size="small" title={words.worklist.process['coordination']}>
        <Tag>{stateLabel}</Tag>
        <Agreement label={words.cases.proposed} agreement={proposed} />
        <Agreement label={words.cases.prepared} agreement={prepared} />
        <Agreement label={words.cases.confirmed} agreement={confirmed} />
        {meetings.map((meeting) => (
          <p key={`${meeting.on} ${meeting.place}`} className="said">
            {meeting.on} {meeting.time} {meeting.place} {meeting.agenda}
          </p>
        ))}
      </Card>
      <Acts address={address} version={own.data.version} title={words.cases.ownActs} />
    </>
  );
}

function Agreement({ label, agreement }: { label: string; agreement: Own['proposed'] }) {
  if (agreement === null) return null;
  return (
    <p style={{ marginBottom: 0 }}>
      <span className="quiet">{label}</span> {agreement.outcomeLabel}{' '}
      {agreement.amount === null ? null : <span className="amount">{withSeparators(agreement.amount)}</span>}{' '}
      {agreement.until} {agreement.text}
    </p>
  );
}
