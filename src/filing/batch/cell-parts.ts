import { YUAN_PATTERN } from '../../../workflows/rules/fen.js';
import type { Choice } from './sheet-columns.js';

/** What a cell says as an answer of a report, or why it cannot be one. */
export type CellValue = { value: unknown } | { fault: string };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const DAY_IN_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** What may stand behind a day that a spreadsheet has written as text. */
const MIDNIGHT = /[ T]00?:00(:00(\.0+)?)?Z?$/;

/** Taken as it is or not at all: what has more digits than 分 is not rounded. */
export function amountOf(text: string): CellValue {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (YUAN_PATTERN.test(plain)) return { value: plain };
  if (/^\d+\.\d{3,}$/.test(plain)) return { fault: '金额至多到分（两位小数），系统不作四舍五入' };
  return { fault: '须为以元为单位的数字，例如 500000.00' };
}

/** Whether there is such a day is asked where every day of a report is. */
export function dayOf(text: string): CellValue {
  const plain = text.replace(MIDNIGHT, '');
  const [, year, month, day] = DAY.exec(plain) ?? DAY_IN_DIGITS.exec(plain) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    return { fault: '须为日期，例如 2026-12-08' };
  return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

export function choiceOf(text: string, choices: readonly Choice[]): CellValue {
  const found = choices.find(({ code, label }) => label === text || code === text);
  if (found !== undefined) return { value: found.code };
  return { fault: `须为下列之一：${choices.map(({ label }) => label).join('、')}` };
}

/** Signs of full width count as those of half width, since both are typed. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}
