import { Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { answered, api, askForProof, Refused } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';
import { CodeField } from './code-field.js';

interface Said {
  password: string;
  code?: string;
}

/** Asked for when the server wants to know again who sits there; what was to be done then goes on by itself. */
export function ProveAgain() {
  const words = useWords();
  const [form] = Form.useForm<Said>();
  const [asking, setAsking] = useState<(proven: boolean) => void>();
  const [trouble, setTrouble] = useState<unknown>();
  const [wantsCode, setWantsCode] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => askForProof(() => new Promise<boolean>((resolve) => setAsking(() => resolve))), []);
  const close = (proven: boolean) => {
    asking?.(proven);
    setAsking(undefined);
    setTrouble(undefined);
    form.resetFields();
  };
  const submit = async ({ password, code }: Said) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const body = code === undefined || code === '' ? { password } : { password, code };
      await answered(api.POST('/api/v1/session/step-up', { body }));
      close(true);
    } catch (error) {
      if (error instanceof Refused && error.code === 'second-factor-needed') setWantsCode(true);
      else setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={asking !== undefined}
      title={words.account.proveTitle}
      okText={words.account.prove}
      cancelText={words.account.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={() => close(false)}
    >
      <p>{words.account.proveWhy}</p>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item
          name="password"
          label={words.signIn.password}
          rules={[{ required: true, message: words.act.asked }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {wantsCode ? <CodeField /> : null}
      </Form>
    </Modal>
  );
}
