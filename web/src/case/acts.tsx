import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Modal, Space } from 'antd';
import { useRef, useState } from 'react';
import { newKey, Refused } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields, payloadOf } from '../form/event-fields.js';
import { useWords } from '../language/use-words.js';
import { Asked, inWords, Trouble } from '../shell/trouble.js';
import { type Action, type CaseAddress, formsOf, sendEvent, useActions } from './case-api.js';

/** Only lawful acts are buttons; what is not possible says why, and each says what comes of it before it is done. */
export function Acts({ address, version, title }: { address: CaseAddress; version: string; title?: string }) {
  const words = useWords();
  const actions = useActions(address);
  const [chosen, setChosen] = useState<Action>();
  return (
    <Card size="small" title={title ?? words.filing.acts}>
      <Asked query={actions}>
        {({ actions: possible }) =>
          possible.length === 0 ? (
            <span className="quiet">{words.filing.noActs}</span>
          ) : (
            <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
              {possible.map((action) => (
                <li key={action.type}>
                  <Button block disabled={!action.allowed} onClick={() => setChosen(action)}>
                    {action.label}
                  </Button>
                  <div className="quiet" style={{ fontSize: 13 }}>
                    {action.allowed
                      ? action.consequence
                      : action.reasons.map(({ message }) => message.replace(/。$/, '')).join('；')}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {chosen === undefined ? null : (
        <Act address={address} version={version} action={chosen} close={() => setChosen(undefined)} />
      )}
    </Card>
  );
}

function Act({
  address,
  version,
  action,
  close,
}: {
  address: CaseAddress;
  version: string;
  action: Action;
  close(): void;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // One key a wish: whoever presses twice, or again after a line broke, does it once.
  const key = useRef(newKey());
  const fields = fieldsOf(formsOf(address), action.type);
  const submit = async (values: object) => {
    setBusy(true);
    setError(undefined);
    try {
      const event = { type: action.type, ...payloadOf(fields, values as Record<string, unknown>) };
      await sendEvent(address, event, { version, key: key.current });
      message.success(`${words.act.done}：${action.label}`);
      close();
    } catch (refused) {
      setError(refused);
      if (refused instanceof Refused) key.current = newKey();
      if (refused instanceof Refused && ['stale-version', 'decided-already'].includes(refused.code)) {
        message.warning(inWords(refused, words));
      }
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['case', address.id] });
      await queries.invalidateQueries({ queryKey: ['worklist'] });
    }
  };
  return (
    <Modal open title={action.label} onCancel={close} footer={null} destroyOnHidden>
      <p className="quiet">{action.consequence}</p>
      {error === undefined ? null : <Trouble error={error} />}
      <Form form={form} layout="vertical" onFinish={(values: object) => void submit(values)}>
        <EventFields fields={fields} />
        <Space>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.act.confirm}
          </Button>
          <Button onClick={close}>{words.act.cancel}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
