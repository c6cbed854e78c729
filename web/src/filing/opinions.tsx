import { Card, Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';

type Opinion = NonNullable<Schema<'Filing'>['opinions']>[number];

/** Both bureaus side by side: what the other has said is never hidden from the one that decides. */
export function Opinions({ opinions }: { opinions: readonly Opinion[] }) {
  const words = useWords();
  return (
    <Card size="small" title={words.filing.opinions}>
      {opinions.length === 0 ? <span className="quiet">{words.filing.noOpinion}</span> : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {opinions.map((opinion) => (
          <li key={`${opinion.office} ${opinion.givenAt}`}>
            <strong>{words.filing.office[opinion.office]}</strong>{' '}
            {opinion.position == null ? null : <Tag>{words.positions[opinion.position]}</Tag>}
            <span className="quiet">{monthDayTime(opinion.givenAt)}</span>
            <div className="said">{opinion.text}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
