import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Modal, Space } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, newKey, Refused } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields, payloadOf } from '../form/event-fields.js';
import { type Filled, type Known, KnownContext, shaped } from '../form/known.js';
import { placeAtFields } from '../form/pointer.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';

interface Beginning {
  /** Whose form it is: `committees`, `resolutions`, … */
  process: string;
  /** Where it is sent to, when not to the process itself. */
  path?: string;
  title: string;
  known: Known;
  /** What the page it begins on has settled, and asks nobody. */
  settled?: Readonly<Record<string, unknown>>;
}

/** A button, the form of what it begins, and the way to the page of it. */
export function NewCase(beginning: Beginning) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{beginning.title}</Button>
      {open ? (
        <KnownContext value={beginning.known}>
          <Begun {...beginning} close={() => setOpen(false)} />
        </KnownContext>
      ) : null}
    </>
  );
}

function Begun({
  process,
  path = `/api/v1/${process}`,
  title,
  known,
  settled = {},
  close,
}: Beginning & { close(): void }) {
  const words = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // One key a wish: whoever presses twice begins it once.
  const key = useRef(newKey());
  const filled = (Form.useWatch([], form) as Filled | undefined) ?? {};
  const fields = shaped(fieldsOf('new', process), known, filled).filter(
    ({ name }) => settled[name] === undefined,
  );
  const begin = async (values: Record<string, unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await answered(
        api.POST(path as '/api/v1/committees', {
          params: { header: { 'Idempotency-Key': key.current } },
          // The form is made of the very schema that the server checks.
          body: { ...settled, ...payloadOf(fields, values) } as never,
        }),
      );
      close();
      await navigate({ to: `/${process}/${data.id}` });
    } catch (refused) {
      setError(refused);
      placeAtFields(form, refused);
      if (refused instanceof Refused) key.current = newKey();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={title} onCancel={close} footer={null} destroyOnHidden>
      {error === undefined ? null : <Trouble error={error} />}
      <Form
        form={form}
        layout="vertical"
        onFinish={(values: Record<string, unknown>) => void begin(values)}
        style={{ marginTop: 12 }}
      >
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
