import type { EntryValueDto } from './history.dto.js';
import { yuanInWords } from './yuan-in-words.js';

/** What a field of a payload is called, and how its value is said. */
export interface PayloadField {
  label: string;
  words(value: unknown): string;
}

/**
 * What of an entry's payload is told, and as what. A name that does not stand here is not shown: ids and the engine's own
 * facts are no reader's business.
 */
const COMMON: Readonly<Record<string, PayloadField>> = {
  reason: { label: '理由', words: plain },
  text: { label: '内容', words: plain },
  questions: { label: '问题', words: lines },
  question: { label: '问题', words: plain },
  until: { label: '至', words: plain },
  date: { label: '日期', words: plain },
  on: { label: '日期', words: plain },
  amount: { label: '金额', words: yuan },
  cap: { label: '限额', words: yuan },
  consent: { label: '同意', words: yesOrNo },
  caseNo: { label: '案号', words: plain },
};

const PREFIX = 'payload.';

/** The values of an entry that were opened to its reader, in the order of the table. Undefined ones are left out. */
export function payloadValues(
  opened: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, PayloadField>> = {},
): EntryValueDto[] {
  return Object.entries({ ...COMMON, ...own }).flatMap(([name, { label, words }]) => {
    const value = opened[`${PREFIX}${name}`];
    return value === undefined || value === null ? [] : [{ name, label, value, text: words(value) }];
  });
}

export function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function yuan(value: unknown): string {
  return yuanInWords(plain(value));
}

export function yesOrNo(value: unknown): string {
  return value === true ? '是' : '否';
}

export function wordOf(words: Readonly<Record<string, string>>, value: unknown): string {
  const text = plain(value);
  return Object.hasOwn(words, text) ? (words[text] ?? text) : text;
}

/** Texts, defects with the field they name, or lines of an execution with their loan. */
export function lines(value: unknown): string {
  return Array.isArray(value) ? value.map(line).join('；') : '';
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plain(value);
  const { text, loan, amount } = value as { text?: unknown; loan?: unknown; amount?: unknown };
  if (text !== undefined) return plain(text);
  return `${loan === undefined ? '' : `${plain(loan)}：`}${yuan(amount)}`;
}
