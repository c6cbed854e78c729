import type { FormInstance } from 'antd';
import { Refused } from '../api/client.js';

/** `/loans/0/amount` → where a form has it. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** `/lines/0/amount` → the field that has it, whatever list it is in. */
export function placeAtFields(form: FormInstance, error: unknown): void {
  if (!(error instanceof Refused)) return;
  const fields = error.reasons.flatMap(({ pointer, message }) =>
    pointer === undefined || pointer === '' ? [] : [{ name: pathOf(pointer), errors: [message] }],
  );
  form.setFields(fields.filter(({ name }) => form.getFieldInstance(name) !== undefined));
}
