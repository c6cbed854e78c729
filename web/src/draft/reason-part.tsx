import { Form, Input, Radio, Select } from 'antd';
import { YesNo } from '../form/yes-no.js';
import { useWords } from '../language/use-words.js';
import { type Codes, optionsOf } from './codes.js';

/** Why, under which clause, the tests of the five requirements, and whether renewal was considered first. */
export function ReasonPart({ codes }: { codes: Codes }) {
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
