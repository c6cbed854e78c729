import type { Words } from '../language/zh.js';
import { withSeparators, YUAN } from '../shell/money.js';
import type { Codes } from './codes.js';

export function labelOfCode(
  list: readonly { code: string; label: string }[],
  code: string | null | undefined,
): string | undefined {
  return list.find((each) => each.code === code)?.label ?? undefined;
}

/** Which list of answers a field takes its codes from. */
const LISTS: Readonly<Record<string, keyof Codes>> = {
  '/kind': 'kinds',
  '/subtype': 'subtypes',
  '/ground/code': 'grounds',
  '/fiveNos/hasMarket': 'triStates',
  '/fiveNos/operatesNormally': 'triStates',
  '/fiveNos/shortForNow': 'triStates',
  '/renewal/result': 'renewalResults',
  '/emergency/reason': 'emergencyReasons',
};

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
  if (typeof answer === 'object') {
    return Object.entries(answer)
      .map(([name, part]) => spoken(`${pointer}/${name}`, part, { codes, words }))
      .join('，');
  }
  const text = String(answer);
  const list = LISTS[pointer];
  if (list !== undefined) return labelOfCode(codes[list] as never, text) ?? text;
  if (pointer.endsWith('/county')) return codes.counties.find(({ key }) => key === text)?.name ?? text;
  return /\/(amount|limit|balance)$/.test(pointer) && YUAN.test(text) ? withSeparators(text) : text;
}
