import { YUAN_PATTERN } from '../../../workflows/rules/fen.js';
import type { CellKind, Choice } from './sheet-columns.js';

/** What a cell says as an answer of a report, or why it cannot be one. */
export type CellValue = { value: unknown } | { fault: string };

/** A number with lost digits: what a spreadsheet makes of a long number that was typed into a cell for numbers. */
const LOST_DIGITS = /^\d(\.\d+)?E\+\d+$/i;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const DAY_IN_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** What may stand behind a day that a spreadsheet has written as text. */
const MIDNIGHT = /[ T]00?:00(:00(\.0+)?)?Z?$/;

/** Reads the text of one cell. Signs of full width count as those of half width, since both are typed. */
export function cellValue(text: string, kind: CellKind, counties: readonly Choice[]): CellValue {
  switch (kind) {
    case 'text':
      return LOST_DIGITS.test(text)
        ? { fault: '长数字已被表格软件改写，请把单元格设为“文本”格式后重新填写' }
        : { value: text };
    case 'amount':
      return amountOf(halfWidth(text));
    case 'day':
      return dayOf(halfWidth(text));
    case 'whole':
      return /^\d{1,9}$/.test(halfWidth(text)) ? { value: Number(halfWidth(text)) } : { fault: '须为整数' };
    case 'yesNo':
      return text === '是' || text === '否' ? { value: text === '是' } : { fault: '须填“是”或“否”' };
    case 'county':
      return choiceOf(text, counties);
    default:
      return choiceOf(text, kind);
  }
}

/** Taken as it is or not at all: what has more digits than 分 is not rounded. */
function amountOf(text: string): CellValue {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (YUAN_PATTERN.test(plain)) return { value: plain };
  if (/^\d+\.\d{3,}$/.test(plain)) return { fault: '金额至多到分（两位小数），系统不作四舍五入' };
  return { fault: '须为以元为单位的数字，例如 500000.00' };
}

/** Whether there is such a day is asked where every day of a report is. */
function dayOf(text: string): CellValue {
  const plain = text.replace(MIDNIGHT, '');
  const [, year, month, day] = DAY.exec(plain) ?? DAY_IN_DIGITS.exec(plain) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    return { fault: '须为日期，例如 2026-12-08' };
  return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}

function choiceOf(text: string, choices: readonly Choice[]): CellValue {
  const found = choices.find(({ code, label }) => label === text || code === text);
  if (found !== undefined) return { value: found.code };
  return { fault: `须为下列之一：${choices.map(({ label }) => label).join('、')}` };
}

function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}
