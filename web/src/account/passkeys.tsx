import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { KNOWS_PASSKEYS, makePasskey } from './authenticator.js';

const KEY = ['passkeys'];
const PATH = '/api/v1/session/passkeys';

/** 通行密钥 of the person: what there is, one more, one less. */
export function Passkeys({ onSet }: { onSet?: () => void }) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [trouble, setTrouble] = useState<unknown>();
  const passkeys = useQuery({ queryKey: KEY, queryFn: async () => (await answered(api.GET(PATH))).data });
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setTrouble(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: KEY });
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    }
  };
  const add = (name: string) =>
    attempt(async () => {
      const { data: options } = await answered(api.POST(`${PATH}/options`));
      await answered(api.POST(PATH, { body: await makePasskey(options, name) }));
      void message.success(words.account.passkeyAdded);
      onSet?.();
    });
  const remove = (id: string) =>
    attempt(async () => {
      await answered(api.DELETE(`${PATH}/{id}`, { params: { path: { id } } }));
    });
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <p style={{ margin: 0 }}>{words.account.passkeyWhat}</p>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      <Asked query={passkeys}>
        {({ available, items }) => (
          <>
            <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 12 }}>
              {items.map(({ id, name, synced, addedAt, usedAt }) => (
                <li key={id} style={{ display: 'flex', gap: 12, flexWrap: 'wrap', alignItems: 'center' }}>
                  <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
                  {synced ? <Tag>{words.account.passkeySynced}</Tag> : null}
                  <span className="quiet">
                    {words.account.passkeySince} {monthDayTime(addedAt)}，{words.account.seen}{' '}
                    {usedAt === null ? words.account.never : monthDayTime(usedAt)}
                  </span>
                  <Popconfirm
                    title={words.account.passkeyRemoveSure}
                    okText={words.account.passkeyRemove}
                    cancelText={words.account.cancel}
                    onConfirm={() => void remove(id)}
                  >
                    <Button size="small" danger aria-label={`${words.account.passkeyRemove} ${name}`}>
                      {words.account.passkeyRemove}
                    </Button>
                  </Popconfirm>
                </li>
              ))}
            </ul>
            {available && KNOWS_PASSKEYS ? (
              <NewPasskey onAdd={add} />
            ) : (
              <p className="quiet" style={{ margin: 0 }}>
                {words.account.passkeyNotHere}
              </p>
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function NewPasskey({ onAdd }: { onAdd: (name: string) => Promise<boolean> }) {
  const words = useWords();
  const [form] = Form.useForm<{ name: string }>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ name }: { name: string }) => {
    setBusy(true);
    if (await onAdd(name)) form.resetFields();
    setBusy(false);
  };
  return (
    <Form form={form} layout="vertical" onFinish={submit} requiredMark={false} style={{ maxWidth: 420 }}>
      <Form.Item
        name="name"
        label={words.account.passkeyName}
        rules={[{ required: true, whitespace: true, message: words.act.asked }]}
      >
        <Input maxLength={60} autoComplete="off" placeholder={words.account.passkeyNameHint} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {words.account.passkeyAdd}
      </Button>
    </Form>
  );
}
