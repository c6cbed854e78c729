import { Alert, Form, type FormInstance } from 'antd';
import { useWords } from '../language/use-words.js';

/** What only a licensing office could say. */
const LICENCE_WORDS = /批准|不同意|禁止|责令/;

/** Says before signing that an opinion is none of it. It hinders nobody: a text may quote the law. */
export function LicenceWords({ form }: { form: FormInstance }) {
  const values: unknown = Form.useWatch([], form);
  return <LicenceWarning text={textsIn(values)} />;
}

/** The same for a text that stands in no form. */
export function LicenceWarning({ text }: { text: string }) {
  const words = useWords();
  if (!LICENCE_WORDS.test(text)) return null;
  return (
    <Alert type="warning" showIcon role="alert" title={words.act.noLicence} style={{ marginBottom: 12 }} />
  );
}

function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textsIn).join('\n') : '';
}
