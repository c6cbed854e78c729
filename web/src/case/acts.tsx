import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Modal, Space } from 'antd';
import { use, useRef, useState } from 'react';
import { newKey, Refused } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields, filledWith, payloadOf } from '../form/event-fields.js';
import { type Filled, givenTo, KnownContext, shaped } from '../form/known.js';
import { LicenceWords } from '../form/licence-words.js';
import { placeAtFields } from '../form/pointer.js';
import { useWords } from '../language/use-words.js';
import { Asked, inWords, Trouble } from '../shell/trouble.js';
import { type Action, type CaseAddress, formsOf, processOf, sendEvent, useActions } from './case-api.js';
import { eventName } from './state-name.js';

/** Only lawful acts are buttons; what is not possible says why, and each says what comes of it before it is done. */
export function Acts({
  address,
  version,
  title,
  acted,
}: {
  address: CaseAddress;
  version: string;
  title?: string;
  acted?: ((type: string) => void) | undefined;
}) {
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
                  <Button
                    block
                    type={isPrimary(action) ? 'primary' : 'default'}
                    disabled={!action.allowed}
                    onClick={() => setChosen(action)}
                  >
                    {eventName(words, processOf(address), action)}
                  </Button>
                  <div className="quiet" style={{ fontSize: 13, marginTop: 4 }}>
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
        <Act
          address={address}
          version={version}
          action={chosen}
          close={(done) => {
            setChosen(undefined);
            if (done) acted?.(chosen.type);
          }}
        />
      )}
    </Card>
  );
}

/** What a page is opened for stands out; whatever else may be done stands beside it. */
function isPrimary({ type, allowed }: Action): boolean {
  return allowed && ['FILE', 'RESUBMIT', 'ACKNOWLEDGE', 'OPINE'].includes(type);
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
  close(done: boolean): void;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const name = eventName(words, processOf(address), action);
  // One key a wish: whoever presses twice, or again after a line broke, does it once.
  const key = useRef(newKey());
  const known = use(KnownContext);
  const filled = (Form.useWatch([], form) as Filled | undefined) ?? {};
  const fields = shaped(fieldsOf(formsOf(address), action.type), known, filled);
  const submit = async (values: object) => {
    setBusy(true);
    setError(undefined);
    try {
      const event = { type: action.type, ...payloadOf(fields, values as Record<string, unknown>) };
      await sendEvent(address, event, { version, key: key.current });
      message.success(`${words.act.done}：${name}`);
      close(true);
    } catch (refused) {
      setError(refused);
      placeAtFields(form, refused);
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
    <Modal open title={name} onCancel={() => close(false)} footer={null} destroyOnHidden>
      <p className="quiet">{action.consequence}</p>
      {error === undefined ? null : <Trouble error={error} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={filledWith(fields, givenTo(action.type, fields, known))}
        onFinish={(values: object) => void submit(values)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <EventFields fields={fields} />
        <LicenceWords form={form} />
        <Space>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.act.confirm}
          </Button>
          <Button onClick={() => close(false)}>{words.act.cancel}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
