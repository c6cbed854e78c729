import { parse } from 'csv-parse/sync';
import { EXTENT, type Grid } from './sheet-extent.js';
import { misshapen, tooMuch, unreadable } from './sheet-fault.js';
import { workbookGrid } from './workbook.js';

/** Of every zip archive, which an .xlsx is. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * A sheet as it was uploaded, whatever it is called: .xlsx, or CSV in UTF-8 or in GB18030, as Excel saves it in China.
 * @throws {Problem} unsupported-media-type, guard-failed
 */
export function gridOf(file: Buffer): Grid {
  if (file.length === 0) throw misshapen('sheet-empty', '文件是空的。请填写模板后上传。');
  return file.subarray(0, ZIP.length).equals(ZIP) ? workbookGrid(file) : csvGrid(textOf(file));
}

function csvGrid(text: string): Grid {
  const grid = parsed(text).map((row) => row.map((cell) => cell.trim()));
  while (grid.at(-1)?.every((cell) => cell === '') === true) grid.pop();
  const isWithin = grid.length <= EXTENT.rows && grid.every(({ length }) => length <= EXTENT.columns);
  if (!isWithin) throw tooMuch();
  return grid;
}

function parsed(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true });
  } catch {
    throw misshapen('sheet-unreadable', 'CSV 的引号不成对。请用表格软件打开后另存为 CSV 或 .xlsx 再上传。');
  }
}

function textOf(file: Buffer): string {
  const text = decoded(file, 'utf-8') ?? decoded(file, 'gb18030');
  // No text has such a character, and every other file has.
  if (text === undefined || text.includes('\0')) throw unreadable();
  return text;
}

function decoded(file: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
