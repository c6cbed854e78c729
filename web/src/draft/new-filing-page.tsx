import { useBlocker, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Space, Steps } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { CheckPart } from './check-part.js';
import { type Codes, useCodes } from './codes.js';
import { contentOf, type DraftForm } from './draft-content.js';
import { FirmPart } from './firm-part.js';
import { MeasurePart } from './measure-part.js';
import { ReasonPart } from './reason-part.js';

/** 新建报告, in steps. It saves itself as a draft at each of them, and never lets anyone take a draft for a report. */
export function NewFilingPage() {
  const codes = useCodes();
  return (
    <div className="page" style={{ maxWidth: 860 }}>
      <Asked query={codes}>{(known) => <NewFiling codes={known} />}</Asked>
    </div>
  );
}

interface Saved {
  id: string;
  version: string;
}

function NewFiling({ codes }: { codes: Codes }) {
  const words = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<DraftForm>();
  const [step, setStep] = useState(0);
  const [saved, setSaved] = useState<Saved>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);
  const key = useRef(newKey());
  const values = Form.useWatch([], form) as DraftForm | undefined;

  useBlocker({
    shouldBlockFn: () => touched && !window.confirm(words.draft.unsaved),
    enableBeforeUnload: touched,
  });

  const save = async (): Promise<Saved> => {
    const content = contentOf(form.getFieldsValue(true) as DraftForm);
    if (saved === undefined) {
      const { data, version } = await answered(
        api.POST('/api/v1/filings', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: content,
        }),
      );
      return { id: data.id, version };
    }
    const path = { id: saved.id };
    const header = { 'If-Match': `"${saved.version}"` };
    const { version } = await answered(
      api.PATCH('/api/v1/filings/{id}', { params: { path, header }, body: content }),
    );
    return { id: saved.id, version };
  };

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const turnTo = (next: number) =>
    attempt(async () => {
      setSaved(await save());
      setStep(next);
    });
  const sendToCheck = () =>
    attempt(async () => {
      const draft = await save();
      setSaved(draft);
      await answered(
        api.POST('/api/v1/filings/{id}/events', {
          params: {
            path: { id: draft.id },
            header: { 'If-Match': `"${draft.version}"`, 'Idempotency-Key': newKey() },
          },
          body: { type: 'SEND_TO_CHECK' } as never,
        }),
      );
      setTouched(false);
      // The question about leaving looks at what was rendered last.
      setTimeout(() => void navigate({ to: '/filings/$id', params: { id: draft.id } }), 0);
    });

  const steps = [words.draft.firm, words.draft.measure, words.draft.reason, words.draft.check];
  const parts = [
    <FirmPart key="firm" codes={codes} />,
    <MeasurePart key="measure" codes={codes} values={values ?? {}} />,
    <ReasonPart key="reason" codes={codes} />,
    <CheckPart key="check" codes={codes} values={values ?? {}} />,
  ];
  return (
    <>
      <h1 style={{ fontSize: 22 }}>{words.draft.title}</h1>
      <Steps
        size="small"
        current={step}
        items={steps.map((title) => ({ title }))}
        style={{ marginBottom: 16 }}
      />
      <Alert type="warning" showIcon title={words.filing.draftWarning} style={{ marginBottom: 16 }} />
      {error === undefined ? null : <Trouble error={error} />}
      <Card style={{ marginTop: 16 }}>
        <Form
          form={form}
          layout="vertical"
          preserve
          onValuesChange={() => setTouched(true)}
          requiredMark={false}
        >
          {parts.map((part, place) => (
            <div key={steps[place]} hidden={place !== step}>
              {part}
            </div>
          ))}
        </Form>
        <Space style={{ marginTop: 12 }}>
          {step > 0 ? <Button onClick={() => setStep(step - 1)}>{words.draft.back}</Button> : null}
          {step < steps.length - 1 ? (
            <Button type="primary" loading={busy} onClick={() => void turnTo(step + 1)}>
              {words.draft.next}
            </Button>
          ) : (
            <Button type="primary" loading={busy} onClick={() => void sendToCheck()}>
              {words.draft.toCheck}
            </Button>
          )}
          {saved === undefined ? null : <span className="unfiled">{words.draft.saved}</span>}
        </Space>
      </Card>
    </>
  );
}
