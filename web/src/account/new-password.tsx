import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';

interface Said {
  current?: string;
  password: string;
}

/** Chosen by its owner alone. After an initial password there is no present one to ask for. */
export function NewPassword({ asksPresent, onSet }: { asksPresent: boolean; onSet?: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Said>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ current, password }: Said) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const body = current === undefined || current === '' ? { password } : { current, password };
      await answered(api.PUT('/api/v1/session/password', { body }));
      form.resetFields();
      void message.success(words.account.passwordSet);
      onSet?.();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const asked = [{ required: true, message: words.act.asked }];
  return (
    <Form form={form} layout="vertical" onFinish={submit} requiredMark={false} style={{ maxWidth: 420 }}>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      {asksPresent ? (
        <Form.Item name="current" label={words.account.current}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      ) : null}
      <Form.Item name="password" label={words.account.next} rules={asked}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={words.account.repeat}
        dependencies={['password']}
        rules={[
          ...asked,
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(words.account.repeatWrong)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.account.save}
      </Button>
    </Form>
  );
}
