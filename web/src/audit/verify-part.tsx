import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Progress } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';

type Verification = Schema<'Verification'>;

/** While it runs, how far it has come is asked for; the page may be left meanwhile. */
const LOOK_AGAIN = 500;
const KEY = ['audit', 'verifications'];

/** 核验日志: every entry against the signed tree, and what of it or of the rights somebody has changed. */
export function VerifyPart() {
  const words = useWords();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const list = useQuery({
    queryKey: KEY,
    queryFn: async () => (await answered(api.GET('/api/v1/audit/verifications'))).data.items,
    refetchInterval: ({ state }) => (state.data?.[0]?.state === 'running' ? LOOK_AGAIN : false),
  });
  const checkpoint = useQuery({
    queryKey: ['audit', 'checkpoint'],
    queryFn: async () => (await answered(api.GET('/api/v1/audit/checkpoint'))).data,
  });
  const begin = async () => {
    setError(undefined);
    try {
      await answered(api.POST('/api/v1/audit/verifications'));
    } catch (refused) {
      setError(refused);
    }
    await queries.invalidateQueries({ queryKey: ['audit'] });
  };
  const isRunning = list.data?.[0]?.state === 'running';
  return (
    <Card
      size="small"
      title={words.verify.title}
      style={{ marginBottom: 16 }}
      className="no-print"
      extra={
        <Button type="primary" disabled={isRunning} onClick={() => void begin()}>
          {words.verify.begin}
        </Button>
      }
    >
      {error === undefined ? null : <Trouble error={error} />}
      {checkpoint.data === undefined ? null : (
        <p className="quiet" style={{ marginTop: 0, overflowWrap: 'anywhere' }}>
          {words.verify.checkpoint(checkpoint.data.size, monthDayTime(checkpoint.data.signedAt))}{' '}
          {checkpoint.data.root}
        </p>
      )}
      <Asked query={list}>
        {([latest]) =>
          latest === undefined ? <span className="quiet">{words.verify.never}</span> : <Outcome of={latest} />
        }
      </Asked>
    </Card>
  );
}

const SIGNS = { running: 'info', clean: 'success', differs: 'error', interrupted: 'warning' } as const;

function Outcome({ of: { state, size, checked, begunAt, findings } }: { of: Verification }) {
  const words = useWords();
  const percent = size === 0 ? 100 : Math.floor((100 * checked) / size);
  return (
    <div role="status">
      <Alert
        type={SIGNS[state]}
        showIcon
        title={`${words.verify.states[state]}（${monthDayTime(begunAt)}，${words.verify.checked(checked, size)}）`}
      />
      {state === 'running' ? <Progress percent={percent} aria-label={words.verify.title} /> : null}
      {findings.length === 0 ? null : (
        <ul className="plain" style={{ marginTop: 12 }}>
          {findings.map(({ kind, index, row, field }) => (
            <li key={`${kind} ${String(index)} ${row ?? ''} ${field ?? ''}`} className="said">
              <strong>{words.verify.kinds[kind]}</strong>{' '}
              {[index === null ? null : words.verify.leaf(index), row, field]
                .filter((part) => part !== null)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
