import { Button, DatePicker, Form, Input, Segmented, Select } from 'antd';
import { MoneyInput } from '../form/money-input.js';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { optionsOf } from './codes.js';
import type { DraftForm } from './draft-content.js';
import { Field, useIsOpen, useOpen } from './field.js';
import { Threshold } from './threshold.js';

/** What is planned, how much, when, and whether that must be reported. */
export function MeasurePart({ values }: { values: DraftForm }) {
  const words = useWords();
  const { codes } = useOpen();
  const subtypes = codes.subtypes.filter(({ kind }) => kind === values.kind);
  return (
    <>
      <Field path={['kind']} label={words.assess.kind}>
        <Segmented options={optionsOf(codes.kinds)} />
      </Field>
      <Field path={['subtype']} label={words.draft.subtype}>
        <Select options={optionsOf(subtypes)} />
      </Field>
      {values.kind === 'withdraw' ? (
        <Field path={['relationContinues']} label={words.assess.relation}>
          <YesNo />
        </Field>
      ) : null}
      <Position of="before" title={words.draft.before} />
      <Position of="after" title={words.draft.after} />
      <Field path={['amount']} label={words.assess.amount} money>
        <MoneyInput />
      </Field>
      <Field path={['plannedDate']} label={words.filing.plannedDate}>
        <DatePicker style={{ width: '100%' }} />
      </Field>
      <Field path={['actedOn']} label={words.draft.actedOn}>
        <DatePicker style={{ width: '100%' }} />
      </Field>
      {useIsOpen('loans') ? <Loans several={(values.loans ?? []).length > 1} /> : null}
      <Threshold values={values} />
    </>
  );
}

function Position({ of, title }: { of: 'before' | 'after'; title: string }) {
  const words = useWords();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 12 }}>
      <Field path={[of, 'limit']} label={`${title} ${words.filing.limit}`} money>
        <MoneyInput />
      </Field>
      <Field path={[of, 'balance']} label={`${title} ${words.filing.balance}`} money>
        <MoneyInput />
      </Field>
    </div>
  );
}

/** One loan bears the whole amount; of several each says its part. */
function Loans({ several }: { several: boolean }) {
  const words = useWords();
  const { codes } = useOpen();
  return (
    <Form.List name="loans" initialValue={[{}]}>
      {(items, { add, remove }) => (
        <fieldset style={{ border: 0, margin: '0 0 16px', padding: 0 }}>
          <legend className="quiet">{words.filing.loans}</legend>
          {items.map(({ key, name }) => (
            <div key={key} className="loan">
              <Form.Item
                name={[name, 'contractNo']}
                label={words.draft.contractNo}
                required={codes.requiredAnswers.some(({ pointer }) => pointer === '/loans/*/contractNo')}
              >
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              {several ? (
                <>
                  <Form.Item name={[name, 'amount']} label={words.draft.loanAmount} required>
                    <MoneyInput />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>{words.act.remove}</Button>
                </>
              ) : null}
            </div>
          ))}
          {items.length < 50 ? <Button onClick={() => add({})}>{words.draft.addLoan}</Button> : null}
        </fieldset>
      )}
    </Form.List>
  );
}
