import { aCreditCode } from '../support/credit-code.js';
import { aWorkbook, type Cell } from './a-sheet.js';

/** 2026-08-03, as a spreadsheet counts. */
const AUGUST_3 = { day: 46_237 };
export const HEAD = [
  '行内编号',
  '统一社会信用代码',
  '企业名称',
  '实际经营地',
  '措施',
  '金额',
  '拟实施日',
  '借款合同号',
  '本笔涉及金额',
];

let serial = 0;

export function aReference(): string {
  serial += 1;
  return `批-${String(serial)}`;
}

/** A row that says what the first step of the form asks; `said` by heading. */
export function aRow(said: Partial<Record<string, Cell>> = {}): Cell[] {
  const ordinary: Record<string, Cell> = {
    行内编号: aReference(),
    统一社会信用代码: aCreditCode(),
    企业名称: '晋江市某鞋业有限公司',
    实际经营地: '晋江市',
    措施: '压贷',
    金额: { number: '700000' },
    拟实施日: AUGUST_3,
    借款合同号: '流借字2025-001号',
  };
  return HEAD.map((heading) => (heading in said ? (said[heading] ?? null) : (ordinary[heading] ?? null)));
}

/** A kilobyte that some readers make a grid of seventeen thousand million cells of. */
export function aFarCell(): Buffer {
  return aWorkbook([HEAD], {
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  });
}

/** Node writes no GB18030; these are all the characters that are needed of it. */
export function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map((sign) => (sign.charCodeAt(0) < 0x80 ? Buffer.from(sign) : inGb(sign))));
}

function inGb(sign: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      if (decoder.decode(bytes) === sign) return bytes;
    }
  }
  throw new Error(`${sign} is no character of GB 2312.`);
}
