import { Form, Input } from 'antd';
import { hasRole, useSession } from '../session/session.js';
import { PhrasePicker } from './phrase-picker.js';

/** Who keeps 常用意见. */
const WRITERS = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'county.coordinator',
  'bank.maker',
  'bank.checker',
  'bank.delegate',
];

/** A long text, with the office's own sentences at hand. Given its value by the form around it. */
export function PhrasedText({
  value = '',
  onChange,
  most,
  ...rest
}: {
  value?: string;
  onChange?(text: string): void;
  most: number | undefined;
  id?: string;
}) {
  const session = useSession().data;
  const { status } = Form.Item.useStatus();
  const put = (phrase: string) => onChange?.(value.trim() === '' ? phrase : `${value.trimEnd()}\n${phrase}`);
  return (
    <div>
      <Input.TextArea
        {...rest}
        rows={4}
        value={value}
        maxLength={most}
        showCount
        status={status === 'error' ? 'error' : ''}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {session != null && hasRole(session, ...WRITERS) ? (
        <div style={{ marginTop: 6 }}>
          <PhrasePicker text={value} choose={put} />
        </div>
      ) : null}
    </div>
  );
}
