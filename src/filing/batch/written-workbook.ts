import { MAX_ROWS } from './sheet-extent.js';
import { zipArchive } from './zip-archive.js';

/** One sheet of texts; its first row is its headings. */
export interface WrittenSheet {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** What may be chosen in a column, by its place. */
  choices?: ReadonlyMap<number, readonly string[]>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** A spreadsheet takes a list within a rule up to here. */
const MAX_CHOICES_LENGTH = 255;

/** Text (`@`), so that what is typed there keeps all of its digits, and the same in bold. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;
const TEXT = 1;
const HEADING = 2;

/** An .xlsx whose every cell is a text: nothing in it is ever run as a formula, whoever wrote it. */
export function writtenWorkbook(sheets: readonly WrittenSheet[]): Buffer {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const styles = numbered.length + 1;
  const types = numbered.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${String(number)}.xml" ContentType="${partType('worksheet')}"/>`,
  );
  const listed = numbered.map(
    ({ sheet, number }) =>
      `<sheet name="${escaped(sheet.name)}" sheetId="${String(number)}" r:id="rId${String(number)}"/>`,
  );
  const relations = numbered.map(({ number }) =>
    relation(number, 'worksheet', `worksheets/sheet${String(number)}.xml`),
  );
  return zipArchive({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${partType('sheet.main')}"/>${types.join('')}<Override PartName="/xl/styles.xml" ContentType="${partType('styles')}"/></Types>`,
    '_rels/.rels': `${DECLARATION}${relationships([relation(1, 'officeDocument', 'xl/workbook.xml')])}`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}${relationships([...relations, relation(styles, 'styles', 'styles.xml')])}`,
    'xl/styles.xml': `${DECLARATION}${STYLES}`,
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [
        `xl/worksheets/sheet${String(number)}.xml`,
        `${DECLARATION}${worksheet(sheet)}`,
      ]),
    ),
  });
}

function worksheet({ widths, rows, choices = new Map() }: WrittenSheet): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" style="${String(TEXT)}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, index) => {
    const style = String(index === 0 ? HEADING : TEXT);
    const written = cells.map((text, at) =>
      text === ''
        ? ''
        : `<c r="${letters(at)}${String(index + 1)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
    );
    return `<row r="${String(index + 1)}">${written.join('')}</row>`;
  });
  const rules = [...choices]
    .map(([at, allowed]) => ({ at, list: allowed.join(',') }))
    .filter(({ list }) => list.length <= MAX_CHOICES_LENGTH)
    .map(
      ({ at, list }) =>
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters(at)}2:${letters(at)}${String(MAX_ROWS + 1)}"><formula1>"${escaped(list)}"</formula1></dataValidation>`,
    );
  const validations =
    rules.length === 0
      ? ''
      : `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations}</worksheet>`;
}

function partType(name: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
}

function relation(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${String(number)}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationships(lines: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** 0 → A, 27 → AB. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold is left out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
