import { entriesOf, instalmentIn, priorActIn } from './cell-list.js';
import { amountOf, type CellValue, choiceOf, dayOf, halfWidth } from './cell-parts.js';
import type { CellKind, Choice } from './sheet-columns.js';

/** A number with lost digits: what a spreadsheet makes of a long number that was typed into a cell for numbers. */
const LOST_DIGITS = /^\d(\.\d+)?E\+\d+$/i;

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
    case 'considered':
      return { value: consideredOf(text) };
    case 'instalments':
      return entriesOf(text, instalmentIn);
    case 'priorActs':
      return entriesOf(text, priorActIn);
    default:
      return 'several' in kind ? severalOf(text, kind.several) : choiceOf(text, kind);
  }
}

/** Whoever writes why it was not done has considered it. */
function consideredOf(text: string): { considered: boolean; whyNot?: string } {
  if (text === '是' || text === '否') return { considered: text === '是' };
  return { considered: true, whyNot: text };
}

function severalOf(text: string, choices: readonly Choice[]): CellValue {
  const read = text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => choiceOf(part, choices));
  const values = read.flatMap((part) => ('fault' in part ? [] : [part.value]));
  return read.find((part) => 'fault' in part) ?? { value: [...new Set(values)] };
}
