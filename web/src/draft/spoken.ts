import type { Words } from '../language/zh.js';
import { withSeparators, YUAN } from '../shell/money.js';
import { choicesOf } from './choices.js';
import type { Codes } from './codes.js';

/** The name of an answer on screens: 调整前 余额, not /before/balance. */
export function nameOfAnswer(pointer: string, words: Words): string {
  const names: Readonly<Record<string, string>> = words.answers;
  const known = names[pointer.replace(/\/\d+(\/|$)/, '/*$1')];
  if (known !== undefined) return known;
  const [, first = ''] = pointer.split('/');
  return names[`/${first}`] ?? pointer;
}

/** What somebody has answered, as a reader wants it: codes by their labels, amounts with separators. */
export function spoken(
  pointer: string,
  answer: unknown,
  { codes, words }: { codes: Codes; words: Words },
): string {
  if (answer === null || answer === undefined || answer === '') return words.draft.open;
  if (typeof answer === 'boolean') return answer ? words.act.yes : words.act.no;
  if (Array.isArray(answer) && answer.every((item) => typeof item === 'string'))
    return answer.map((item) => spoken(pointer, item, { codes, words })).join('、');
  if (typeof answer === 'object') {
    return Object.entries(answer)
      .map(([name, part]) => spoken(`${pointer}/${name}`, part, { codes, words }))
      .join('，');
  }
  const text = String(answer);
  const chosen = choicesOf(codes, words)[pointer.split('/').at(-1) ?? '']?.find(
    ({ value }) => value === text,
  );
  if (chosen !== undefined) return chosen.label;
  return /\/(amount|limit|balance|fundGap)$/.test(pointer) && YUAN.test(text) ? withSeparators(text) : text;
}
