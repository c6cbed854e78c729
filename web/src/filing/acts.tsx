import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Modal, Space } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, newKey, Refused, type Schema } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields, payloadOf } from '../form/event-fields.js';
import { useWords } from '../language/use-words.js';
import { Asked, inWords, Trouble } from '../shell/trouble.js';
import { useActions } from './case-queries.js';

type Action = Schema<'FilingActions'>['actions'][number];

/** Only lawful acts are buttons; what is not possible says why, and each says what comes of it before it is done. */
export function Acts({ id, version }: { id: string; version: string }) {
  const words = useWords();
  const actions = useActions(id);
  const [chosen, setChosen] = useState<Action>();
  return (
    <Card size="small" title={words.filing.acts}>
      <Asked query={actions}>
        {(possible) =>
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
                      : action.reasons.map(({ message }) => message).join('；')}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {chosen === undefined ? null : (
        <Act id={id} version={version} action={chosen} close={() => setChosen(undefined)} />
      )}
    </Card>
  );
}

function Act({ id, version, action, close }: { id: string; version: string; action: Action; close(): void }) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // One key a wish: whoever presses twice, or again after a line broke, does it once.
  const key = useRef(newKey());
  const fields = fieldsOf('filings', action.type);
  const submit = async (values: object) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { type: action.type, ...payloadOf(fields, values as Record<string, unknown>) };
      await answered(
        api.POST('/api/v1/filings/{id}/events', {
          params: { path: { id }, header: { 'If-Match': `"${version}"`, 'Idempotency-Key': key.current } },
          // The form is made of the very schema that the server checks.
          body: body as never,
        }),
      );
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
      await queries.invalidateQueries({ queryKey: ['case', id] });
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
