import { useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, DatePicker, Form, Input, Radio, Segmented, Select, Space, Steps } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { MoneyInput } from '../form/money-input.js';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { type Codes, optionsOf, useCodes } from './codes.js';
import { contentOf, type DraftForm } from './draft-content.js';

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

function FirmPart({ codes }: { codes: Codes }) {
  const words = useWords();
  const form = Form.useFormInstance<DraftForm>();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const firms = useQuery({
    queryKey: ['firms', 'choice', wanted],
    enabled: wanted.length > 1,
    placeholderData: (before) => before,
    queryFn: async () => {
      const query = /^[0-9A-Za-z]+$/.test(wanted) ? { creditCode: wanted } : { name: wanted };
      return (await answered(api.GET('/api/v1/firms', { params: { query: { limit: 10, ...query } } }))).data
        .items;
    },
  });
  return (
    <>
      <Form.Item label={words.firm.find}>
        <Select
          showSearch={{ filterOption: false, onSearch: setTyped }}
          options={(firms.data ?? []).map(({ id, name, creditCode }) => ({
            value: id,
            label: `${name} ${creditCode}`,
          }))}
          onChange={(id: string) => {
            const firm = firms.data?.find((each) => each.id === id);
            if (firm !== undefined) {
              form.setFieldsValue({ creditCode: firm.creditCode, name: firm.name, county: firm.county });
            }
          }}
        />
      </Form.Item>
      <Form.Item name="creditCode" label={words.draft.creditCode}>
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="name" label={words.draft.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="county" label={words.draft.county}>
        <Select options={codes.counties.map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
    </>
  );
}

function MeasurePart({ codes, values }: { codes: Codes; values: DraftForm }) {
  const words = useWords();
  const subtypes = codes.subtypes.filter(({ kind }) => kind === values.kind);
  return (
    <>
      <Form.Item name="kind" label={words.assess.kind}>
        <Segmented options={optionsOf(codes.kinds)} />
      </Form.Item>
      <Form.Item name="subtype" label={words.draft.subtype}>
        <Select options={optionsOf(subtypes)} />
      </Form.Item>
      {values.kind === 'withdraw' ? (
        <Form.Item name="relationContinues" label={words.assess.relation}>
          <YesNo />
        </Form.Item>
      ) : null}
      <Pair title={words.draft.before} names={['beforeLimit', 'beforeBalance']} />
      <Pair title={words.draft.after} names={['afterLimit', 'afterBalance']} />
      <Form.Item name="amount" label={words.assess.amount}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="plannedDate" label={words.filing.plannedDate}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="contractNo" label={words.draft.contractNo}>
        <Input maxLength={60} />
      </Form.Item>
      <Threshold values={values} />
    </>
  );
}

/** The answer while typing, with everything that this bank has filed on the firm in the sum. */
function Threshold({ values }: { values: DraftForm }) {
  const words = useWords();
  const asked = useDeferredValue(contentOf(values));
  const answer = useQuery({
    queryKey: ['assess', asked],
    enabled: asked.amount != null && asked.kind != null,
    placeholderData: (before) => before,
    queryFn: async () => (await answered(api.POST('/api/v1/filings/assess', { body: asked as never }))).data,
  });
  if (answer.data === undefined || asked.amount == null) return null;
  const { reportable, sum, threshold, basis, clause, exemption } = answer.data;
  const verdict = reportable
    ? words.assess.owed
    : exemption === null
      ? words.assess.notOwed
      : words.assess.exempt;
  return (
    <Alert
      showIcon
      type={reportable ? 'warning' : 'info'}
      title={verdict}
      description={
        <>
          <div className="amount">{words.assess.sum(withSeparators(sum), withSeparators(threshold))}</div>
          {basis.map((piece) => (
            <div key={`${piece.on} ${piece.amount}`} className="amount">
              {piece.on} {withSeparators(piece.amount)}
            </div>
          ))}
          <div className="quiet">{clause}</div>
        </>
      }
    />
  );
}

function Pair({ title, names }: { title: string; names: [keyof DraftForm, keyof DraftForm] }) {
  const words = useWords();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 12 }}>
      <Form.Item name={names[0]} label={`${title} ${words.filing.limit}`}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name={names[1]} label={`${title} ${words.filing.balance}`}>
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

function ReasonPart({ codes }: { codes: Codes }) {
  const words = useWords();
  const tri = optionsOf(codes.triStates);
  return (
    <>
      <Form.Item name="groundCode" label={words.draft.groundCode}>
        <Select options={optionsOf(codes.grounds)} />
      </Form.Item>
      <Form.Item name="facts" label={words.draft.facts}>
        <Input.TextArea rows={4} maxLength={5000} showCount />
      </Form.Item>
      <Form.Item name="contractClause" label={words.draft.contractClause}>
        <Input maxLength={200} />
      </Form.Item>
      {(['hasMarket', 'operatesNormally', 'shortForNow'] as const).map((name) => (
        <Form.Item key={name} name={name} label={words.draft[name]}>
          <Radio.Group options={tri} />
        </Form.Item>
      ))}
      <Form.Item name="explanation" label={words.draft.explanation}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="renewalConsidered" label={words.draft.renewalConsidered}>
        <YesNo />
      </Form.Item>
      <Form.Item name="renewalResult" label={words.draft.renewalResult}>
        <Select options={optionsOf(codes.renewalResults)} />
      </Form.Item>
      <Form.Item name="whyNot" label={words.draft.whyNot}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function CheckPart({ codes, values }: { codes: Codes; values: DraftForm }) {
  const words = useWords();
  const labelled = (list: readonly { code: string; label: string }[], code: string | undefined) =>
    list.find((each) => each.code === code)?.label;
  const rows: [string, string | undefined][] = [
    [words.draft.name, values.name],
    [words.draft.creditCode, values.creditCode],
    [words.assess.kind, labelled(codes.kinds, values.kind)],
    [words.draft.subtype, labelled(codes.subtypes, values.subtype)],
    [words.assess.amount, values.amount === undefined ? undefined : withSeparators(values.amount)],
    [words.filing.plannedDate, values.plannedDate?.format('YYYY-MM-DD')],
    [words.draft.groundCode, labelled(codes.grounds, values.groundCode)],
    [words.draft.facts, values.facts],
  ];
  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '8px 16px', margin: 0 }}>
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className="quiet">{label}</dt>
          <dd className="said" style={{ margin: 0 }}>
            {value ?? '—'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function YesNo(props: { value?: boolean; onChange?(event: unknown): void }) {
  const words = useWords();
  return (
    <Radio.Group
      {...props}
      options={[
        { value: true, label: words.act.yes },
        { value: false, label: words.act.no },
      ]}
    />
  );
}
