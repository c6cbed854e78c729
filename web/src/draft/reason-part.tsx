import { Input, InputNumber, Radio, Select } from 'antd';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { optionsOf } from './codes.js';
import type { DraftForm } from './draft-content.js';
import { Field, useOpen } from './field.js';

/** Why, under which clause, the tests of the five requirements, and whether renewal was considered first. */
export function ReasonPart({ values }: { values: DraftForm }) {
  const words = useWords();
  const { codes } = useOpen();
  const ground = codes.grounds.find(({ code }) => code === values.ground?.code);
  return (
    <>
      <Field path={['ground', 'code']} label={words.draft.groundCode}>
        <Select options={optionsOf(codes.grounds)} />
      </Field>
      <Field path={['ground', 'facts']} label={words.draft.facts}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Field>
      <Field path={['ground', 'contractClause']} label={words.draft.contractClause}>
        <Input maxLength={200} />
      </Field>
      <Field path={['ground', 'legalBasis']} label={words.draft.legalBasis}>
        <Input maxLength={200} />
      </Field>
      {ground?.asksArrears === true ? (
        <>
          <Field path={['ground', 'cured']} label={words.draft.cured}>
            <YesNo />
          </Field>
          <Field path={['ground', 'arrearsDays']} label={words.draft.arrearsDays}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Field>
        </>
      ) : null}
      {(['hasMarket', 'operatesNormally', 'shortForNow'] as const).map((name) => (
        <Field key={name} path={['fiveNos', name]} label={words.draft[name]}>
          <Radio.Group options={optionsOf(codes.triStates)} />
        </Field>
      ))}
      <Field path={['fiveNos', 'explanation']} label={words.draft.explanation}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Field>
      <Field path={['renewal', 'considered']} label={words.draft.renewalConsidered}>
        <YesNo />
      </Field>
      <Field path={['renewal', 'result']} label={words.draft.renewalResult}>
        <Select allowClear options={optionsOf(codes.renewalResults)} />
      </Field>
      <Field path={['renewal', 'whyNot']} label={words.draft.whyNot}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Field>
      <Field path={['emergency', 'reason']} label={words.draft.emergency}>
        <Select allowClear options={optionsOf(codes.emergencyReasons)} />
      </Field>
    </>
  );
}
