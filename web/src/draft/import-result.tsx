import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Progress, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';

type Batch = Schema<'FilingBatch'>;
type Report = Batch['items'][number];

export const ASK_AGAIN_MS = 800;
const ALL = 'all';

/** How far a sheet is, and what came of each of its reports. It goes on when nobody looks. */
export function ImportResult({ id }: { id: string }) {
  const words = useWords();
  const batch = useQuery({
    queryKey: ['imports', id],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/batches/{batch}', { params: { path: { batch: id } } }))).data,
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? ASK_AGAIN_MS : false),
  });
  return (
    <Card size="small" title={words.imports.result} style={{ marginTop: 16 }}>
      <Asked query={batch}>{(read) => <Result batch={read} />}</Asked>
    </Card>
  );
}

function Result({ batch }: { batch: Batch }) {
  const words = useWords();
  const { id, fileName, state, items, sameFileAs, reports, wrong, waiting } = batch;
  const [shown, setShown] = useState<string>(ALL);
  const statuses = (['wrong', 'made', 'existing', 'waiting'] as const).filter((each) => batch[each] > 0);
  const rows = items.filter(({ status }) => shown === ALL || status === shown);
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <strong style={{ overflowWrap: 'anywhere' }}>{fileName}</strong>
      <div role="status">
        {words.imports.counts(batch)}
        {state === 'working' ? ` · ${words.imports.mayLeave}` : ''}
      </div>
      {state === 'working' ? (
        <Progress
          percent={Math.round(((reports - waiting) / reports) * 100)}
          aria-label={words.imports.progress}
        />
      ) : null}
      {state === 'interrupted' ? <Alert type="warning" showIcon title={words.imports.interrupted} /> : null}
      {sameFileAs === null ? null : <Alert type="info" showIcon title={words.imports.sameFile} />}
      {wrong > 0 || state === 'interrupted' ? (
        <a href={`/api/v1/filings/batches/${id}/remarked-rows`} download>
          {words.imports.remarked}
        </a>
      ) : null}
      {statuses.length < 2 ? null : (
        <Segmented
          className="along"
          value={shown}
          onChange={setShown}
          options={[ALL, ...statuses].map((value) => ({ value, label: words.imports.shown[value] ?? value }))}
        />
      )}
      <ul className="rows">
        {rows.map((report) => (
          <One key={report.rows[0]} report={report} />
        ))}
      </ul>
    </div>
  );
}

function One({ report: { rows, reference, status, filing, remarks } }: { report: Report }) {
  const words = useWords();
  return (
    <li>
      <span className="quiet">{words.imports.rows(rows)}</span>
      {filing === null ? (
        <strong style={{ overflowWrap: 'anywhere' }}>{reference}</strong>
      ) : (
        <Link to="/filings/$id" params={{ id: filing }} style={{ overflowWrap: 'anywhere' }}>
          {reference}
        </Link>
      )}
      {status === 'made' ? (
        <span className="unfiled">{words.imports.statuses[status]}</span>
      ) : (
        <Tag {...(status === 'wrong' ? { color: 'red' } : {})}>{words.imports.statuses[status]}</Tag>
      )}
      {remarks.length === 0 ? null : (
        <ul style={{ margin: 0, paddingInlineStart: 18, flexBasis: '100%' }}>
          {remarks.map(({ row, column, message }) => (
            <li key={`${String(row)} ${String(column)} ${message}`} className="said">
              {words.imports.place(row, column)}
              {message}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
