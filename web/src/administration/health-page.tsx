import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Empty, Segmented, Space } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { Facts } from '../case/facts.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { LogHealth } from './log-health.js';

const STATUSES = ['dead', 'queued', 'sent'] as const;
type Status = (typeof STATUSES)[number];
const EVERY_MS = 30_000;

/** 运行情况: whether clocks strike and mails arrive, and what can be done where they do not. */
export function HealthPage() {
  const words = useWords();
  const health = useQuery({
    queryKey: ['deadlines', 'health'],
    refetchInterval: EVERY_MS,
    queryFn: async () => (await answered(api.GET('/api/v1/deadlines/health'))).data,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.health}</h1>
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Asked query={health}>
          {({ armed, stopped, provisional, late, lateSince, next }) => (
            <>
              {late === 0 || lateSince === null ? (
                <Alert type="success" showIcon title={words.admin.allWell} />
              ) : (
                <Alert type="error" showIcon title={words.admin.behind(late, monthDayTime(lateSince))} />
              )}
              <Facts
                title={words.admin.deadlines}
                said={{
                  [words.admin.armed]: String(armed),
                  [words.admin.stopped]: String(stopped),
                  [words.admin.provisional]: String(provisional),
                  [words.admin.late]: String(late),
                  [words.admin.next]: next === null ? null : monthDayTime(next),
                }}
              />
            </>
          )}
        </Asked>
        <LogHealth />
        <Mails />
      </Space>
    </div>
  );
}

function Mails() {
  const words = useWords();
  const [status, setStatus] = useState<Status>('dead');
  const mails = useQuery({
    queryKey: ['mail', status],
    refetchInterval: EVERY_MS,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/mail', { params: { query: { status, limit: 50 } } }))).data.items,
  });
  return (
    <Card size="small" title={words.admin.mail}>
      <Segmented<Status>
        className="along"
        value={status}
        onChange={setStatus}
        options={STATUSES.map((value) => ({ value, label: words.admin.mailStatus[value] }))}
        style={{ marginBottom: 12 }}
      />
      <Asked query={mails}>
        {(items) =>
          items.length === 0 ? (
            <Empty description={words.admin.noMail} />
          ) : (
            <ul className="rows">
              {items.map((mail) => (
                <Mail key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}

function Mail({
  mail: { id, address, attempts, lastError, createdAt, status },
}: {
  mail: Schema<'MailDto'>;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const retry = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => message.success(words.admin.retried),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  });
  return (
    <li>
      <span>{monthDayTime(createdAt)}</span>
      <span style={{ overflowWrap: 'anywhere' }}>{address}</span>
      <span className="quiet">{words.admin.attempts(attempts)}</span>
      {lastError === null ? null : <span className="quiet said">{lastError}</span>}
      {status === 'dead' ? (
        <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
          {words.admin.retry}
        </Button>
      ) : null}
      {retry.error === null ? null : <Trouble error={retry.error} />}
    </li>
  );
}
