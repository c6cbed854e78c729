import type { FormInstance } from 'antd';
import { Refused } from '../api/client.js';
import { pathOf } from '../form/pointer.js';
import type { DraftForm } from './draft-content.js';

/** Puts each reason of a refusal at the field that it is about. Returns the first of these fields. */
export function placeRefusals(form: FormInstance<DraftForm>, error: unknown): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const placed = error.reasons.flatMap(({ pointer, message, clause }) => {
    if (pointer === undefined || pointer === '') return [];
    return [{ pointer, said: clause === undefined ? message : `${message}（${clause}）` }];
  });
  const pointers = [...new Set(placed.map(({ pointer }) => pointer))];
  form.setFields(
    pointers.map((pointer) => ({
      name: pathOf(pointer) as never,
      errors: placed.filter((each) => each.pointer === pointer).map(({ said }) => said),
    })),
  );
  return pointers[0];
}
