import { posix } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Problem } from '../../platform/problem.js';
import { dateOfSerial, isDateFormat, numberText } from './cell-number.js';
import { EXTENT, type Grid } from './sheet-extent.js';
import { tooMuch, unreadable } from './sheet-fault.js';
import { ZipParts } from './zip-parts.js';

/**
 * The first sheet of an .xlsx (ECMA-376) as texts. Cells are taken where they say they stand; one outside of the
 * extent is refused and costs no memory, however far away. Formulas count as what they had come to when the file was saved.
 * @throws {Problem} unsupported-media-type; guard-failed when something stands outside of the extent
 */
export function workbookGrid(file: Buffer): Grid {
  try {
    return gridIn(new ZipParts(file));
  } catch (error) {
    // Whatever is wrong with the XML or the archive: it is no workbook that a spreadsheet has saved.
    throw error instanceof Problem ? error : unreadable();
  }
}

function gridIn(parts: ZipParts): Grid {
  const workbook = parts.text('xl/workbook.xml');
  const relations = parts.text('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw unreadable();
  const { sheet, epoch1904 } = firstSheet(workbook);
  const path = pathOf(relations, sheet);
  const content = path === undefined ? undefined : parts.text(path);
  if (content === undefined) throw unreadable();
  const strings = sharedStrings(parts.text('xl/sharedStrings.xml') ?? '');
  const dates = dateStyles(parts.text('xl/styles.xml') ?? '');
  const read = ({ type, style, text }: Cell): string => {
    if (type === 's') return strings[Number(text)] ?? '';
    if (type === 'b') return text === '1' ? '是' : '否';
    if (type === 'd') return text.slice(0, 'YYYY-MM-DD'.length);
    if (type !== 'n' || text === '') return text;
    return dates.has(style) ? dateOfSerial(text, epoch1904) : numberText(text);
  };
  return cellsOf(content, read);
}

interface Cell {
  type: string;
  style: number;
  text: string;
}

function firstSheet(xml: string): { sheet: string; epoch1904: boolean } {
  let sheet: string | undefined;
  let epoch1904 = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name === 'sheet') sheet ??= attributes['r:id'] ?? attributes['id'] ?? '';
    },
  });
  if (sheet === undefined) throw unreadable();
  return { sheet, epoch1904 };
}

function pathOf(xml: string, id: string): string | undefined {
  let target: string | undefined;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target'];
    },
  });
  return target === undefined ? undefined : posix.resolve('/xl', target).slice(1);
}

/** Texts of several formats within one cell are one text; what tells how to read it aloud (`rPh`) is none of it. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let aloud = 0;
  let isText = false;
  walk(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') aloud += 1;
      isText = name === 't' && aloud === 0;
    },
    close: (name) => {
      if (name === 'rPh') aloud -= 1;
      isText = false;
    },
    text: (text) => {
      if (isText) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

/** Which styles of cells show a number as a day. */
function dateStyles(xml: string): Set<number> {
  const own = new Map<number, string>();
  const dates = new Set<number>();
  let styles = 0;
  let isOfCells = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isOfCells = true;
      if (name !== 'xf' || !isOfCells) return;
      const format = Number(attributes['numFmtId'] ?? 0);
      if (isDateFormat(format, own.get(format))) dates.add(styles);
      styles += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return dates;
}

function cellsOf(xml: string, read: (cell: Cell) => string): Grid {
  const grid: Grid = [];
  let row = -1;
  let column = -1;
  let cell: Cell | undefined;
  let isValue = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? -1), text: '' };
      }
      isValue = name === 'v' || name === 't';
    },
    close: (name) => {
      isValue = false;
      if (name !== 'c' || cell === undefined) return;
      const isWithin = row >= 0 && row < EXTENT.rows && column >= 0 && column < EXTENT.columns;
      const text = read(cell);
      cell = undefined;
      if (text === '') return;
      if (!isWithin) throw tooMuch();
      while (grid.length <= row) grid.push([]);
      const cells = grid[row] as string[];
      while (cells.length <= column) cells.push('');
      cells[column] = text;
    },
    text: (text) => {
      if (isValue && cell !== undefined) cell.text += text;
    },
  });
  return grid;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface Walk {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Names are without their prefix: some programs write `x:row`. Entities other than the five of XML are refused by the parser. */
function walk(xml: string, { open, close, text }: Walk): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw unreadable();
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => close?.(localName(name)));
  parser.on('text', (content) => text?.(content));
  parser.write(xml).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
