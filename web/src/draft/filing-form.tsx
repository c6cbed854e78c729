import { useBlocker, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form, type FormInstance, Space, Steps } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { answered, api, newKey, Refused, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';
import { AttachmentsPart } from './attachments-part.js';
import { CheckPart } from './check-part.js';
import type { Codes } from './codes.js';
import { type Content, contentOf, type DraftForm, formOf } from './draft-content.js';
import { type Open, OpenFields } from './field.js';
import { FirmPart } from './firm-part.js';
import type { Kept } from './keep-draft.js';
import { MeasurePart, RARER_OF_MEASURE } from './measure-part.js';
import { CIRCUMSTANCES, ReasonPart, WHO_DECIDED } from './reason-part.js';
import { placeRefusals } from './refusals.js';
import { SavingSign, SavingTrouble } from './saving-sign.js';
import { unsavedNote } from './unsaved-note.js';
import { useAutosave } from './use-autosave.js';

type Filing = Schema<'Filing'>;

/** Which step asks for a field. */
const STEPS: readonly (readonly string[])[] = [
  ['firm'],
  [
    ...[
      'kind',
      'subtype',
      'relationContinues',
      'before',
      'after',
      'amount',
      'plannedDate',
      'actedOn',
      'loans',
    ],
    ...RARER_OF_MEASURE,
  ],
  ['ground', 'fiveNos', 'renewal', 'emergency', ...CIRCUMSTANCES, ...WHO_DECIDED],
];
const ALL = STEPS.flat();
const ATTACHMENTS = STEPS.length;

/** A report while it is written. It saves itself, and never lets anyone take a draft for a report. */
export function FilingForm({
  codes,
  person,
  opened,
  begun,
  left,
}: {
  codes: Codes;
  person: string;
  opened: { data: Filing; version: string } | undefined;
  begun(id: string): void;
  left(id: string): Promise<unknown>;
}) {
  const words = useWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<DraftForm>();
  const kept = useMemo(() => keptOf(opened), [opened]);
  const [unsaved] = useState(() => unsavedNote(person, kept?.id).read());
  const { saving, touched, changed, save, leave } = useAutosave(form, { person, kept, begun });
  const [step, setStep] = useState(0);
  const answers = useRef<HTMLDivElement>(null);
  const [id, setId] = useState(kept?.id);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const values = (Form.useWatch([], form) as DraftForm | undefined) ?? {};
  const isCorrection = opened !== undefined && opened.data.state !== 'drafting';
  const open: Open = {
    codes,
    kind: values.kind,
    fields: isCorrection ? (opened.data.editable ?? []) : ALL,
    asked: opened?.data.asked ?? [],
  };

  // What was typed and not saved before the page was closed, or the session ended, goes on where it stood.
  useEffect(() => {
    if (unsaved !== undefined) changed();
  }, [unsaved, changed]);
  useEffect(() => {
    if (saving.state === 'refused') placeRefusals(form, saving.error);
  }, [saving, form]);
  useBlocker({
    shouldBlockFn: ({ next }) =>
      touched &&
      next.pathname !== '/filings/new' &&
      next.pathname !== '/login' &&
      !window.confirm(words.draft.unsaved),
    enableBeforeUnload: touched && saving.state !== 'saved',
  });

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (refused) {
      setError(refused);
      const first = placeRefusals(form, refused);
      const asking = STEPS.findIndex((fields) => fields.includes(first?.split('/')[1] ?? ''));
      if (asking >= 0 && !isCorrection) setStep(asking);
    } finally {
      setBusy(false);
    }
  };
  const turnTo = (next: number) => {
    setStep(next);
    window.scrollTo({ top: 0 });
    // Whoever works with keys, or listens, begins at the first answer of the step.
    answers.current?.focus({ preventScroll: true });
    if (next < ATTACHMENTS && !touched) return;
    // A line that is down keeps nobody from going on; attachments alone need a draft that is there.
    void save().then(
      (saved) => setId(saved.id),
      () => undefined,
    );
  };
  const leaveFor = async (draft: string) => {
    leave();
    await left(draft);
    // The question about leaving looks at what was rendered last.
    setTimeout(() => void navigate({ to: '/filings/$id', params: { id: draft } }), 0);
  };
  const finish = () =>
    attempt(async () => {
      const unsound = await unsoundField(form);
      if (unsound !== undefined) {
        if (!isCorrection) setStep(STEPS.findIndex((fields) => fields.includes(unsound)));
        return;
      }
      const draft = await save();
      if (!isCorrection) await sendToCheck(draft);
      await leaveFor(draft.id);
    });

  const parts = [
    <FirmPart key="firm" chosen={changed} />,
    <MeasurePart key="measure" values={values} />,
    <ReasonPart key="reason" values={values} />,
    id === undefined ? (
      <span key="attachments" className="quiet">
        {words.attachments.afterSaving}
      </span>
    ) : (
      <AttachmentsPart key="attachments" filing={id} codes={codes} isDraft={!isCorrection} />
    ),
    <CheckPart key="check" values={values} />,
  ];
  const titles = [
    words.draft.firm,
    words.draft.measure,
    words.draft.reason,
    words.attachments.title,
    words.draft.check,
  ];
  const last = parts.length - 1;
  const isAsked = opened?.data.state === 'completing';
  const heading = !isCorrection ? words.draft.title : isAsked ? words.draft.correction : words.draft.change;
  return (
    <OpenFields value={open}>
      <h1 style={{ fontSize: 22 }}>{heading}</h1>
      {isCorrection ? (
        <Alert
          type="warning"
          showIcon
          title={isAsked ? words.draft.correctionIntro : words.draft.changeIntro}
          style={{ marginBottom: 16 }}
        />
      ) : (
        <>
          <Steps
            size="small"
            current={step}
            onChange={turnTo}
            items={titles.map((title) => ({ title }))}
            style={{ marginBottom: 16 }}
          />
          <Alert type="warning" showIcon title={words.filing.draftWarning} style={{ marginBottom: 16 }} />
        </>
      )}
      {open.asked
        .filter(({ pointer }) => pointer === null)
        .map(({ text }) => (
          <Alert key={text} type="warning" showIcon title={`${words.draft.askedFor}：${text}`} />
        ))}
      {unsaved === undefined ? null : (
        <Alert type="info" showIcon closable title={words.draft.restored} style={{ marginBottom: 16 }} />
      )}
      <SavingTrouble saving={saving} />
      {error === undefined || isSavingTrouble(error) ? null : <Trouble error={error} />}
      <Card style={{ marginTop: 16 }}>
        <div ref={answers} tabIndex={-1} />
        <Form
          form={form}
          layout="vertical"
          preserve
          initialValues={formOf(unsaved ?? kept?.content ?? {})}
          onValuesChange={changed}
        >
          {parts.map((part, place) => (
            <div key={titles[place]} hidden={isCorrection ? place === last : place !== step}>
              {part}
            </div>
          ))}
        </Form>
        <Space wrap style={{ marginTop: 12 }}>
          {step > 0 && !isCorrection ? (
            <Button onClick={() => turnTo(step - 1)}>{words.draft.back}</Button>
          ) : null}
          {step < last && !isCorrection ? (
            <Button type="primary" onClick={() => turnTo(step + 1)}>
              {words.draft.next}
            </Button>
          ) : (
            <Button type="primary" loading={busy} onClick={() => void finish()}>
              {isCorrection ? words.draft.corrected : words.draft.toCheck}
            </Button>
          )}
          <SavingSign saving={saving} />
        </Space>
      </Card>
    </OpenFields>
  );
}

/** The open revision of a report that was sent back, or the draft as it stands. */
function keptOf(opened: { data: Filing; version: string } | undefined): Kept | undefined {
  if (opened === undefined) return undefined;
  const { data, version } = opened;
  const whole = (data.amendment?.content ?? data) as Content;
  const content = Object.fromEntries(
    (data.editable ?? []).map((name) => [name, whole[name as keyof Content] ?? undefined]),
  ) as Content;
  return { id: data.id, version, content: contentOf(formOf(content)) };
}

/** An amount that is finer than a fen, or none at all. */
async function unsoundField(form: FormInstance<DraftForm>): Promise<string | undefined> {
  try {
    await form.validateFields();
    return undefined;
  } catch (error) {
    const { errorFields } = error as { errorFields: { name: (string | number)[] }[] };
    return String(errorFields[0]?.name[0]);
  }
}

async function sendToCheck({ id, version }: Kept): Promise<void> {
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': newKey() };
  await answered(
    api.POST('/api/v1/filings/{id}/events', {
      params: { path: { id }, header },
      body: { type: 'SEND_TO_CHECK' } as never,
    }),
  );
}

/** What the sign of saving says already. */
function isSavingTrouble(error: unknown): boolean {
  return !(error instanceof Refused) || error.status === 401;
}
