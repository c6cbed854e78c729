import { Form, Input } from 'antd';
import { useWords } from '../language/use-words.js';

/** 动态口令: the six digits of an authenticator, wherever they are asked for. */
export function CodeField({ autoFocus = false }: { autoFocus?: boolean }) {
  const words = useWords();
  return (
    <Form.Item
      name="code"
      label={words.account.code}
      rules={[{ required: true, pattern: /^\d{6}$/, message: words.account.codeHint }]}
    >
      <Input
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        autoFocus={autoFocus}
        style={{ maxWidth: 160 }}
      />
    </Form.Item>
  );
}
