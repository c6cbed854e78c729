import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Modal, Space } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { answered, api, newKey, Refused } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields, filledWith, payloadOf } from '../form/event-fields.js';
import { type Filled, type Known, KnownContext, shaped } from '../form/known.js';
import { placeAtFields } from '../form/pointer.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';

interface Beginning {
  /** Whose form it is: `committees`, `resolutions`, … */
  process: string;
  /** Where it is sent to, when not to the process itself, and how. */
  path?: string;
  method?: 'POST' | 'PUT';
  title: string;
  /** Of which of several, for whoever hears the buttons one after the other. */
  label?: string;
  known: Known;
  /** What stands in the form when it opens. */
  initial?: Readonly<Record<string, unknown>>;
  /** What comes of it where that is no case; else its page is opened. */
  begun?: (data: unknown) => Promise<unknown>;
  /** The only fields that are asked; all when left out. */
  asks?: readonly string[];
  /** What comes of it, shown before it is done. */
  foreseen?: (body: Readonly<Record<string, unknown>>) => ReactNode;
  /** What the page it begins on has settled, and asks nobody. */
  settled?: Readonly<Record<string, unknown>>;
}

/** A button, the form of what it begins, and the way to the page of it. */
export function NewCase(beginning: Beginning) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size={beginning.label === undefined ? 'middle' : 'small'}
        aria-label={beginning.label}
        onClick={() => setOpen(true)}
      >
        {beginning.title}
      </Button>
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
  method = 'POST',
  initial = {},
  begun,
  asks,
  settled = {},
  foreseen,
  close,
}: Beginning & { close(): void }) {
  const words = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [wanted, setWanted] = useState<Record<string, unknown>>();
  // One key a wish: whoever presses twice begins it once.
  const key = useRef(newKey());
  const filled = (Form.useWatch([], form) as Filled | undefined) ?? {};
  const fields = shaped(fieldsOf('new', process), known, filled).filter(
    ({ name }) => settled[name] === undefined && (asks?.includes(name) ?? true),
  );
  const begin = async (values: Record<string, unknown>) => {
    setWanted(undefined);
    setBusy(true);
    setError(undefined);
    try {
      // Sent alike whatever the method: the form is made of the very schema that the server checks.
      const send = api[method] as typeof api.POST;
      const { data } = await answered(
        send(path as '/api/v1/committees', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { ...settled, ...payloadOf(fields, values) } as never,
        }),
      );
      close();
      await (begun === undefined ? navigate({ to: `/${process}/${data.id}` }) : begun(data));
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
        initialValues={filledWith(fields, initial)}
        onFinish={(values: Record<string, unknown>) =>
          foreseen === undefined ? void begin(values) : setWanted(values)
        }
        style={{ marginTop: 12 }}
        hidden={wanted !== undefined}
      >
        <EventFields fields={fields} />
        <Space>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.act.confirm}
          </Button>
          <Button onClick={close}>{words.act.cancel}</Button>
        </Space>
      </Form>
      {wanted === undefined ? null : (
        <>
          {foreseen?.({ ...settled, ...payloadOf(fields, wanted) })}
          <Space>
            <Button type="primary" onClick={() => void begin(wanted)}>
              {words.act.confirm}
            </Button>
            <Button onClick={() => setWanted(undefined)}>{words.act.back}</Button>
          </Space>
        </>
      )}
    </Modal>
  );
}
