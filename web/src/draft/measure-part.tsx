import { DatePicker, Form, Input, Segmented, Select } from 'antd';
import { MoneyInput } from '../form/money-input.js';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { type Codes, optionsOf } from './codes.js';
import type { DraftForm } from './draft-content.js';
import { Threshold } from './threshold.js';

/** What is planned, how much, when, and whether that must be reported. */
export function MeasurePart({ codes, values }: { codes: Codes; values: DraftForm }) {
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
