import { Button, DatePicker, Form, Input, Segmented, Select } from 'antd';
import { fieldsOf } from '../api/event-forms.js';
import { EventFields } from '../form/event-fields.js';
import { KnownContext } from '../form/known.js';
import { MoneyInput } from '../form/money-input.js';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { choicesOf } from './choices.js';
import { optionsOf } from './codes.js';
import type { DraftForm } from './draft-content.js';
import { Field, useIsOpen, useOpen } from './field.js';
import { MorePart } from './more-part.js';
import { Threshold } from './threshold.js';

/** Asked of few: why the amount is not the cut, in which parts, what came before, why it need not be reported. */
export const RARER_OF_MEASURE = ['amountReason', 'priorActs', 'schedule', 'exemption'];

/** What of a loan the form always asks; the rest is folded. */
const OF_EVERY_LOAN = ['contractNo', 'amount'];

/** What is planned, how much, when, and whether that must be reported. */
export function MeasurePart({ values }: { values: DraftForm }) {
  const words = useWords();
  const { codes } = useOpen();
  const inWords = (options: readonly { value: string; label: string }[]) =>
    options.map(({ value, label }) => ({ value, label: words.codes[value] ?? label }));
  const subtypes = codes.subtypes.filter(({ kind }) => kind === values.kind);
  return (
    <>
      <Field path={['kind']} label={words.assess.kind}>
        <Segmented options={inWords(optionsOf(codes.kinds))} />
      </Field>
      <Field path={['subtype']} label={words.draft.subtype}>
        <Select options={inWords(optionsOf(subtypes))} />
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
      <MorePart title={words.draft.moreMeasure} names={RARER_OF_MEASURE} />
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

const RARER_OF_LOAN = (fieldsOf('new', 'filings').find(({ name }) => name === 'loans')?.fields ?? []).filter(
  ({ name }) => !OF_EVERY_LOAN.includes(name),
);

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
              <details style={{ marginBottom: 16 }}>
                <summary>{words.draft.moreOfLoan}</summary>
                <KnownContext value={{ options: choicesOf(codes, words), names: words.answers }}>
                  <EventFields fields={RARER_OF_LOAN} path={[name]} pointer="/loans/*" />
                </KnownContext>
              </details>
            </div>
          ))}
          {items.length < 50 ? <Button onClick={() => add({})}>{words.draft.addLoan}</Button> : null}
        </fieldset>
      )}
    </Form.List>
  );
}
