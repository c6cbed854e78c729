import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { choicesOf } from './choices.js';
import type { DraftForm } from './draft-content.js';
import { Field, useOpen } from './field.js';
import { MorePart } from './more-part.js';

/** What was tried instead, what the firm was told, and what follows for it. */
export const CIRCUMSTANCES = ['alternatives', 'firmInformed', 'impact'];
/** Who decided at the bank, and whom to ask. */
export const WHO_DECIDED = ['decidedAt', 'bankDocumentNo', 'branch', 'externalRef', 'contact'];

/** Why, under which clause, the tests of the five requirements, and whether renewal was considered first. */
export function ReasonPart({ values }: { values: DraftForm }) {
  const words = useWords();
  const { codes } = useOpen();
  const choices = choicesOf(codes, words);
  const ground = codes.grounds.find(({ code }) => code === values.ground?.code);
  return (
    <>
      <Field path={['ground', 'code']} label={words.draft.groundCode}>
        <Select options={choices['code'] ?? []} />
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
          <Radio.Group options={choices[name] ?? []} />
        </Field>
      ))}
      <Field path={['fiveNos', 'touches']} label={words.answers['/fiveNos/touches'] ?? ''}>
        <Select mode="multiple" allowClear options={choices['touches'] ?? []} />
      </Field>
      <Field path={['fiveNos', 'explanation']} label={words.draft.explanation}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Field>
      <Field path={['renewal', 'considered']} label={words.draft.renewalConsidered}>
        <YesNo />
      </Field>
      <Field path={['renewal', 'result']} label={words.draft.renewalResult}>
        <Select allowClear options={choices['result'] ?? []} />
      </Field>
      <Field path={['renewal', 'promise', 'made']} label={words.answers['/renewal/promise/made'] ?? ''}>
        <YesNo />
      </Field>
      {values.renewal?.promise?.made === true ? (
        <>
          <Field path={['renewal', 'promise', 'form']} label={words.answers['/renewal/promise/form'] ?? ''}>
            <Select allowClear options={choices['form'] ?? []} />
          </Field>
          <Field path={['renewal', 'promise', 'date']} label={words.answers['/renewal/promise/date'] ?? ''}>
            <DatePicker style={{ width: '100%' }} />
          </Field>
        </>
      ) : null}
      <Field path={['renewal', 'whyNot']} label={words.draft.whyNot}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Field>
      <Field path={['emergency', 'reason']} label={words.draft.emergency}>
        <Select allowClear options={choices['reason'] ?? []} />
      </Field>
      <MorePart title={words.draft.moreCircumstances} names={CIRCUMSTANCES} />
      <MorePart title={words.draft.moreDecided} names={WHO_DECIDED} />
    </>
  );
}
