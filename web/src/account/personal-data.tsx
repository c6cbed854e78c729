import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Descriptions, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked, Trouble } from '../shell/trouble.js';

const KEY = ['personal-data'];

/** 个人信息: what the system holds about the reader, to look at, to take along and to put right. Looking leaves a trace, so it is asked for. */
export function PersonalData() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <Space wrap>
        <Button href="/api/v1/personal-data" download="personal-data.json">
          {words.personal.take}
        </Button>
        {isOpen ? null : <Button onClick={() => setOpen(true)}>{words.personal.show}</Button>}
      </Space>
      <span className="quiet">{words.personal.traced}</span>
      {isOpen ? <Held /> : null}
    </Space>
  );
}

function Held() {
  const words = useWords();
  const data = useQuery({
    queryKey: KEY,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answered(api.GET('/api/v1/personal-data'))).data,
  });
  return (
    <Asked query={data}>
      {({ account, correction, sessions, posts }) => (
        <>
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'name', label: words.personal.name, children: account.name },
              { key: 'login', label: words.personal.login, children: account.login },
              { key: 'staffNo', label: words.personal.staffNo, children: account.staffNo ?? '—' },
              { key: 'email', label: words.personal.email, children: account.email ?? '—' },
              { key: 'posts', label: words.personal.posts, children: posts.length },
              { key: 'sessions', label: words.personal.sessions, children: sessions.length },
              ...(correction === null
                ? []
                : [
                    {
                      key: 'asked',
                      label: `${words.personal.asked} ${monthDayTime(correction.askedAt)}`,
                      children: correction.text,
                    },
                    {
                      key: 'answer',
                      label: words.personal.answer,
                      children: correction.answer ?? words.personal.waiting,
                    },
                  ]),
            ]}
          />
          <OneField
            label={words.personal.newEmail}
            button={words.personal.setEmail}
            run={(email) => api.PUT('/api/v1/personal-data/email', { body: { email } })}
          />
          <OneField
            label={words.personal.wish}
            button={words.personal.ask}
            isLong
            run={(text) => api.POST('/api/v1/personal-data/corrections', { body: { text } })}
          />
        </>
      )}
    </Asked>
  );
}

/** A field and its button; what it changed is read again. */
function OneField({
  label,
  button,
  run,
  isLong = false,
}: {
  label: string;
  button: string;
  run(text: string): Parameters<typeof answered>[0];
  isLong?: boolean;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const [trouble, setTrouble] = useState<unknown>();
  const submit = async ({ text }: { text: string }) => {
    setTrouble(undefined);
    try {
      await answered(run(text));
      form.resetFields();
      void message.success(`${words.act.done}：${button}`);
      await queries.invalidateQueries({ queryKey: KEY });
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={submit} requiredMark={false} style={{ maxWidth: 420 }}>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      <Form.Item name="text" label={label} rules={[{ required: true, message: words.act.asked }]}>
        {isLong ? (
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        ) : (
          <Input type="email" maxLength={200} />
        )}
      </Form.Item>
      <Button htmlType="submit">{button}</Button>
    </Form>
  );
}
