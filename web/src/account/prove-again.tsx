import { Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { answered, api, askForProof, FactorWanted } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';
import { PasskeyFailed, proveBy } from './authenticator.js';
import { CodeField } from './code-field.js';
import { PasskeyWay } from './passkey-way.js';

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
  const [ways, setWays] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => askForProof(() => new Promise<boolean>((resolve) => setAsking(() => resolve))), []);
  const close = (proven: boolean) => {
    asking?.(proven);
    setAsking(undefined);
    setTrouble(undefined);
    form.resetFields();
  };
  const submit = async ({ password, code }: Said, prefersPasskey = false) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const said = code === undefined || code === '' || prefersPasskey ? { password } : { password, code };
      await proveBy((body) => answered(api.POST('/api/v1/session/step-up', { body })), said, prefersPasskey);
      close(true);
    } catch (error) {
      if (error instanceof FactorWanted) setWays(error.ways);
      if (!(error instanceof FactorWanted && error.ways.includes('code'))) setTrouble(error);
      if (error instanceof PasskeyFailed) setWays((known) => [...new Set([...known, 'passkey'])]);
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
      {/* Named, since the page behind has fields of these names too, and a label finds its field by them. */}
      <Form
        form={form}
        name="prove"
        layout="vertical"
        onFinish={(said) => void submit(said)}
        requiredMark={false}
      >
        <Form.Item
          name="password"
          label={words.signIn.password}
          rules={[{ required: true, message: words.act.asked }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {ways.includes('code') ? <CodeField /> : null}
        {ways.includes('passkey') ? (
          <PasskeyWay
            onChoose={() => void form.validateFields(['password']).then((said) => submit(said, true))}
          />
        ) : null}
      </Form>
    </Modal>
  );
}
