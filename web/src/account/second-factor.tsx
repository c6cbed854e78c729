import { App, Button, Form, QRCode } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';
import { CodeField } from './code-field.js';

/** The secret is shown once, as a picture and as text; the first code proves that the device has it. */
export function SecondFactor({ onSet }: { onSet?: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const [secret, setSecret] = useState<Schema<'SecondFactorSecret'>>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const begin = () =>
    attempt(async () => setSecret((await answered(api.POST('/api/v1/session/second-factor'))).data));
  const confirm = ({ code }: { code: string }) =>
    attempt(async () => {
      await answered(api.PUT('/api/v1/session/second-factor', { body: { code } }));
      setSecret(undefined);
      void message.success(words.account.factorSet);
      onSet?.();
    });
  return (
    <div style={{ maxWidth: 420 }}>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      {secret === undefined ? (
        <Button type="primary" loading={busy} onClick={() => void begin()}>
          {words.account.factorBegin}
        </Button>
      ) : (
        <Form layout="vertical" onFinish={confirm} requiredMark={false}>
          <p>{words.account.factorSteps}</p>
          <div aria-hidden="true">
            <QRCode value={secret.uri} type="svg" size={180} />
          </div>
          <p>
            {words.account.factorSecret}：<code style={{ overflowWrap: 'anywhere' }}>{secret.secret}</code>
          </p>
          <CodeField />
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.account.factorConfirm}
          </Button>
        </Form>
      )}
    </div>
  );
}
