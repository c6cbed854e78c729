import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { ASK_AGAIN_MS, ImportResult } from './import-result.js';
import './import.css';

/** As many bytes as the server takes. */
const MOST = 2 * 1024 * 1024;

/** 批量导入: a sheet becomes drafts while one does something else; what came of it stays here for a month. */
export function ImportPage() {
  const words = useWords();
  const { batch } = useSearch({ from: '/shell/filings/import' });
  return (
    <div className="page" style={{ maxWidth: 960 }}>
      <h1 style={{ fontSize: 22 }}>{words.imports.title}</h1>
      <p className="quiet">{words.imports.intro}</p>
      <p>
        <a href="/api/v1/filings/batches/template" download>
          {words.imports.template}
        </a>
      </p>
      <Choice />
      {batch === undefined ? null : <ImportResult key={batch} id={batch} />}
      <Former shown={batch} />
    </div>
  );
}

interface Sheet {
  file: File;
  /** Of this choice: whoever tries again after a line was cut gets the first answer. */
  key: string;
}

function Choice() {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const sending = useMutation({
    mutationFn: async ({ file, key }: Sheet) =>
      (
        await answered(
          api.POST('/api/v1/filings/batches', {
            params: {
              header: {
                'Idempotency-Key': key,
                'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
              },
            },
            headers: { 'Content-Type': 'application/octet-stream' },
            // The document calls bytes a string.
            body: file as unknown as string,
            bodySerializer: (bytes) => bytes,
          }),
        )
      ).data,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: '/filings/import', search: { batch: id } });
    },
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > MOST);
    if (file.size <= MOST) sending.mutate({ file, key: newKey() });
  };
  const last = sending.variables;
  return (
    <Card
      size="small"
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={words.imports.choose}
        accept=".xlsx,.csv"
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button type="primary" loading={sending.isPending} onClick={() => picker.current?.click()}>
        {words.imports.choose}
      </Button>
      <span className="quiet">{words.imports.drop}</span>
      <div aria-live="polite">
        {tooLarge ? <Alert type="error" showIcon title={words.imports.tooLarge} /> : null}
        {sending.error === null || tooLarge ? null : (
          <Trouble
            error={sending.error}
            {...(last === undefined ? {} : { retry: () => sending.mutate(last) })}
          />
        )}
      </div>
    </Card>
  );
}

function Former({ shown }: { shown: string | undefined }) {
  const words = useWords();
  const list = useQuery({
    queryKey: ['imports'],
    queryFn: async () => (await answered(api.GET('/api/v1/filings/batches'))).data.items,
    refetchInterval: ({ state }) =>
      state.data?.some((each) => each.state === 'working') === true ? ASK_AGAIN_MS : false,
  });
  return (
    <Card size="small" title={words.imports.former} style={{ marginTop: 16 }}>
      <Asked query={list}>
        {(batches) =>
          batches.length === 0 ? (
            <span className="quiet">{words.imports.none}</span>
          ) : (
            <ul className="rows">
              {batches.map(({ id, fileName, createdAt, ...counts }) => (
                <li key={id}>
                  <Link
                    to="/filings/import"
                    search={{ batch: id }}
                    aria-current={id === shown ? 'page' : undefined}
                    style={{ overflowWrap: 'anywhere' }}
                  >
                    {fileName}
                  </Link>
                  <span className="quiet">
                    {monthDayTime(createdAt)} · {words.imports.counts(counts)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}
