import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { OneAct } from './one-act.js';
import { useSecretOnce } from './secret-once.js';

type Webhook = Schema<'Webhook'>;

const ASK_AGAIN_MS = 2_000;

/** 推送地址 of one's own bank: where its systems are told that a case has changed, and what came of it. */
export function WebhooksPage() {
  const words = useWords();
  const [shown, setShown] = useState<string>();
  const list = useQuery({
    queryKey: ['webhooks'],
    queryFn: async () => (await answered(api.GET('/api/v1/webhooks'))).data.items,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.webhooks.title}</h1>
      <p className="quiet">{words.webhooks.intro}</p>
      <NewWebhook />
      <Card size="small" title={words.webhooks.list} style={{ marginTop: 16 }}>
        <Asked query={list}>
          {(webhooks) =>
            webhooks.length === 0 ? (
              <Empty description={words.webhooks.none} />
            ) : (
              <ul className="rows">
                {webhooks.map((webhook) => (
                  <One key={webhook.id} webhook={webhook} show={setShown} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Card>
      {shown === undefined ? null : <Deliveries webhook={shown} />}
    </div>
  );
}

function NewWebhook() {
  const words = useWords();
  const queries = useQueryClient();
  const tell = useSecretOnce();
  const [form] = Form.useForm<Schema<'NewWebhook'>>();
  const adding = useMutation({
    mutationFn: async (body: Schema<'NewWebhook'>) =>
      (await answered(api.POST('/api/v1/webhooks', { body }))).data,
    onSuccess: async ({ secret }) => {
      tell(secret);
      form.resetFields();
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  return (
    <Card size="small" title={words.webhooks.add}>
      {adding.error === null ? null : <Trouble error={adding.error} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(said) => adding.mutate(said)}>
        <Form.Item
          name="url"
          label={words.webhooks.url}
          rules={[{ required: true, message: words.act.asked }]}
        >
          <Input placeholder="https://" maxLength={500} />
        </Form.Item>
        <Form.Item name="note" label={words.webhooks.note}>
          <Input maxLength={100} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={adding.isPending}>
          {words.webhooks.add}
        </Button>
      </Form>
    </Card>
  );
}

function One({ webhook, show }: { webhook: Webhook; show(id: string | undefined): void }) {
  const words = useWords();
  const tell = useSecretOnce();
  const { id, url, note, pausedWhy, formerSecretUntil, queued, dead } = webhook;
  const params = { path: { id } };
  const rotate = async () => {
    tell((await answered(api.POST('/api/v1/webhooks/{id}/rotate', { params }))).data.secret);
  };
  const remove = () => {
    // Nobody asks any more what came of what is gone.
    show(undefined);
    return answered(api.DELETE('/api/v1/webhooks/{id}', { params }));
  };
  const act = (label: string, run: () => Promise<unknown>, isFinal = false) => (
    <OneAct label={label} name={url} run={run} changes="webhooks" isFinal={isFinal} />
  );
  return (
    <li>
      <strong style={{ overflowWrap: 'anywhere' }}>{url}</strong>
      {note === null ? null : <span>{note}</span>}
      {pausedWhy === null ? null : <Tag color="red">{words.webhooks.paused[pausedWhy] ?? pausedWhy}</Tag>}
      <span className="quiet">
        {words.webhooks.waiting(queued, dead)}
        {formerSecretUntil === null ? '' : ` · ${words.keys.former(monthDayTime(formerSecretUntil))}`}
      </span>
      <Space wrap>
        <Button size="small" aria-label={`${words.webhooks.deliveries} ${url}`} onClick={() => show(id)}>
          {words.webhooks.deliveries}
        </Button>
        {act(words.webhooks.attempt, () => answered(api.POST('/api/v1/webhooks/{id}/test', { params })))}
        {pausedWhy === null
          ? act(words.webhooks.pause, () => answered(api.POST('/api/v1/webhooks/{id}/pause', { params })))
          : act(words.webhooks.resume, () => answered(api.POST('/api/v1/webhooks/{id}/resume', { params })))}
        {act(words.webhooks.rotate, rotate)}
        {act(words.webhooks.remove, remove, true)}
      </Space>
    </li>
  );
}

/** 推送记录: the latest, with what came of each and a way to send it again. */
function Deliveries({ webhook }: { webhook: string }) {
  const words = useWords();
  const list = useQuery({
    queryKey: ['webhooks', webhook],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id: webhook } } })))
        .data.items,
    // What waits is sent in a moment.
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'queued') === true ? ASK_AGAIN_MS : false,
  });
  return (
    <Card size="small" title={words.webhooks.deliveries} style={{ marginTop: 16 }}>
      <Asked query={list}>
        {(deliveries) =>
          deliveries.length === 0 ? (
            <Empty description={words.webhooks.nothingSent} />
          ) : (
            <ul className="rows">
              {deliveries.map(({ id, type, status, attempts, lastStatus, lastError, createdAt }) => (
                <li key={id}>
                  <strong>{type}</strong>
                  <Tag>{words.webhooks.statuses[status] ?? status}</Tag>
                  <span className="quiet">
                    {monthDayTime(createdAt)} · {words.webhooks.attempts(attempts)}
                    {lastError === null ? '' : ` · ${lastError}`}
                    {lastStatus === null ? '' : ` · HTTP ${String(lastStatus)}`}
                  </span>
                  {status === 'queued' ? null : (
                    <OneAct
                      label={words.webhooks.replay}
                      name={`${type} ${monthDayTime(createdAt)}`}
                      changes="webhooks"
                      run={() =>
                        answered(
                          api.POST('/api/v1/webhooks/{id}/deliveries/{delivery}/replay', {
                            params: { path: { id: webhook, delivery: id } },
                          }),
                        )
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}
