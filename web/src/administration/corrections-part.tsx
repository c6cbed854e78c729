import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';

type Wish = Schema<'AskedCorrection'>;
const KEY = ['corrections'];

/** 更正请求: what people have asked to have put right about themselves. Nothing is shown when nobody has. */
export function CorrectionsPart() {
  const words = useWords();
  const [chosen, setChosen] = useState<Wish>();
  const list = useQuery({
    queryKey: KEY,
    queryFn: async () => (await answered(api.GET('/api/v1/corrections'))).data.items,
  });
  if (list.data?.length === 0) return null;
  return (
    <Card size="small" title={words.personal.corrections}>
      <Asked query={list}>
        {(wishes) => (
          <ul className="rows">
            {wishes.map((wish) => (
              <li key={wish.person}>
                <strong>{wish.name}</strong>
                <span className="quiet">
                  {wish.login} · {wish.organization} · {monthDayTime(wish.askedAt)}
                </span>
                <span style={{ overflowWrap: 'anywhere' }}>{wish.text}</span>
                <Button
                  size="small"
                  aria-label={`${words.personal.settle} ${wish.name}`}
                  onClick={() => setChosen(wish)}
                >
                  {words.personal.settle}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      {chosen === undefined ? null : <Settle wish={chosen} close={() => setChosen(undefined)} />}
    </Card>
  );
}

function Settle({ wish, close }: { wish: Wish; close(): void }) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name?: string; answer: string }>();
  const [trouble, setTrouble] = useState<unknown>();
  const submit = async ({ name = '', answer }: { name?: string; answer: string }) => {
    setTrouble(undefined);
    try {
      const body = name === '' ? { answer } : { name, answer };
      await answered(
        api.POST('/api/v1/people/{id}/correction', { params: { path: { id: wish.person } }, body }),
      );
      void message.success(`${words.act.done}：${words.personal.settle}`);
      await queries.invalidateQueries({ queryKey: KEY });
      close();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Modal
      open
      title={`${words.personal.settle}：${wish.name}`}
      okText={words.act.confirm}
      cancelText={words.act.cancel}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p style={{ overflowWrap: 'anywhere' }}>{wish.text}</p>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="name" label={words.personal.newName}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="answer"
          label={words.personal.answer}
          rules={[{ required: true, message: words.act.asked }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
