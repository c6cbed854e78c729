import { aZip } from '../attachment/a-file.js';
import { expecting, person } from '../support/filings.js';

/** A cell as a spreadsheet keeps it: a text, a number, or the number of a day (25569 is 1970-01-01). */
export type Cell = string | { number: string } | { day: number } | null;

/** An .xlsx as Excel writes it: shared texts, numbers as numbers, days by their style. */
export function aWorkbook(rows: readonly (readonly Cell[])[], more: Record<string, string> = {}): Buffer {
  const texts: string[] = [];
  const lines = rows.map((cells, index) => {
    const written = cells.map((cell, at) => cellOf(cell, `${letters(at)}${String(index + 1)}`, texts));
    return `<row r="${String(index + 1)}">${written.join('')}</row>`;
  });
  return aZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="报告" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  });
}

/** A sheet of one row, which says too little for a draft. */
export async function aBatchBy(login: string): Promise<string> {
  const sheet = Buffer.from('行内编号,金额\r\n,1.00\r\n');
  const headers = { 'content-disposition': 'attachment; filename=a.csv' };
  return expecting(201, await (await person(login)).post('/filings/batches', sheet, { headers })).body.id;
}

function cellOf(cell: Cell, at: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') {
    if ('day' in cell) return `<c r="${at}" s="1"><v>${String(cell.day)}</v></c>`;
    return `<c r="${at}" s="0"><v>${cell.number}</v></c>`;
  }
  texts.push(cell);
  return `<c r="${at}" t="s"><v>${String(texts.length - 1)}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
