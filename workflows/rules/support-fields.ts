import { isCivilDay } from '../calendar/civil-day.js';
import { parseYuan } from './fen.js';
import {
  type FieldKind,
  isSupportType,
  SUPPORT_MEASURES,
  SUPPORT_TYPES,
  type SupportField,
  type SupportType,
} from './support-types.js';

/** One reason against what was filled in; of the shape in which a process refuses. */
export interface FieldRefusal {
  code: string;
  /** Chinese, one sentence, says what to do next. */
  message: string;
  pointer: string;
  clause?: string;
}

/** What a measure is begun with, and what it ends with: fields by name, as its type lists them. */
export type SupportValues = Readonly<Record<string, string | number>>;

const LONGEST_TEXT = 500;
const LARGEST_COUNT = 9_999;

/** 泉政办规〔2023〕1号（九）至（十三）: every reason against the input of a measure; `pointer` names the object that holds it. */
export function inputRefusals(type: string, values: unknown, pointer = '/input'): FieldRefusal[] {
  if (!isSupportType(type)) return [unknownType()];
  return fieldRefusals(SUPPORT_MEASURES[type].input, values, pointer, SUPPORT_MEASURES[type].clause);
}

export function resultRefusals(type: SupportType, values: unknown, pointer = '/result'): FieldRefusal[] {
  return fieldRefusals(SUPPORT_MEASURES[type].result, values, pointer, SUPPORT_MEASURES[type].clause);
}

/** The organizations that the values name: whether they exist is for the directory to say. */
export function organizationsIn(fields: readonly SupportField[], values: SupportValues): string[] {
  return fields.flatMap(({ name, kind }) => {
    const value = values[name];
    return kind === 'organization' && typeof value === 'string' ? [value] : [];
  });
}

function fieldRefusals(
  fields: readonly SupportField[],
  values: unknown,
  pointer: string,
  clause: string,
): FieldRefusal[] {
  const given: Record<string, unknown> = isObject(values) ? values : {};
  const unknown = Object.keys(given).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...unknown.map((name) => ({
      code: 'field-unknown',
      message: '本类事项没有这一项，请删除后再提交。',
      pointer: `${pointer}/${name}`,
    })),
    ...fields.flatMap((field) => refusalOf(field, given[field.name], `${pointer}/${field.name}`, clause)),
  ];
}

function refusalOf(
  { label, kind, required }: SupportField,
  value: unknown,
  pointer: string,
  clause: string,
): FieldRefusal[] {
  if (value === undefined) {
    return required ? [{ code: 'field-missing', message: `请填写${label}。`, pointer, clause }] : [];
  }
  return holds(kind, value)
    ? []
    : [{ code: 'field-invalid', message: `${label}${HOW_TO_WRITE[kind]}`, pointer, clause }];
}

function holds(kind: FieldKind, value: unknown): boolean {
  switch (kind) {
    case 'amount':
      return typeof value === 'string' && (parseYuan(value) ?? 0n) > 0n;
    case 'day':
      return typeof value === 'string' && isCivilDay(value);
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;
    case 'organization':
      return isText(value, 64);
    case 'text':
      return isText(value, LONGEST_TEXT);
  }
}

const HOW_TO_WRITE: Readonly<Record<FieldKind, string>> = {
  amount: '须为大于零的金额，最多两位小数，请重新填写。',
  day: '须为日期，例如2026-06-10，请重新填写。',
  count: `须为不大于${String(LARGEST_COUNT)}的整数，请重新填写。`,
  organization: '须从机构名录中选择，请重新选择。',
  text: `须为1至${String(LONGEST_TEXT)}字的文字，请重新填写。`,
};

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownType(): FieldRefusal {
  return {
    code: 'support-type-unknown',
    message: `没有这一类帮扶事项，请从${String(SUPPORT_TYPES.length)}类事项中选择。`,
    pointer: '/type',
  };
}
