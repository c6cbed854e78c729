import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CHECKS, entriesOf } from '../../platform/http/validation.js';
import type { ProblemEntry } from '../../platform/problem.js';
import { FilingContentDto } from '../content/filing-content.dto.js';
import { cellValue } from './cell-value.js';
import { type Choice, COLUMNS, REFERENCE, REMARK } from './sheet-columns.js';
import type { Grid } from './sheet-extent.js';
import { misshapen } from './sheet-fault.js';

/** What is wrong with one cell, or with a row as a whole. Rows are counted as the spreadsheet does. */
export interface Remark {
  row: number;
  column: string | null;
  message: string;
}

/** One report of a sheet: its rows as they were written, and what they come to. */
export interface SheetReport {
  rows: number[];
  reference: string;
  /** By heading. */
  cells: Readonly<Record<string, string>>[];
  content: FilingContentDto;
  remarks: Remark[];
}

interface Row {
  number: number;
  cells: Record<string, string>;
}

/**
 * The reports of a sheet in its order, each checked as the body of `POST /filings` is.
 * @throws {Problem} guard-failed when its headings are not those of the template
 */
export function reportsIn(grid: Grid, counties: readonly Choice[]): Promise<SheetReport[]> {
  const [head = [], ...body] = grid;
  const headings = head.map((text) => text.trim());
  refuseHeadings(headings);
  const stray = body.flatMap((cells) => cells.findIndex((text, at) => text.trim() !== '' && !headings[at]));
  const [untitled] = stray.filter((at) => at >= 0);
  if (untitled !== undefined)
    throw misshapen('sheet-headings', `第${String(untitled + 1)}列没有标题却有内容，请补上标题或删除该列。`);
  const rows = body.flatMap((cells, index): Row[] => {
    const said = cells.flatMap((text, at) => {
      const heading = headings[at] ?? '';
      return text.trim() === '' || heading === REMARK ? [] : [[heading, text.trim()] as const];
    });
    return said.length === 0 ? [] : [{ number: index + 2, cells: Object.fromEntries(said) }];
  });
  if (rows.length === 0) throw misshapen('sheet-empty', '表中没有内容。请在标题行之下填写，每行一笔贷款。');
  return Promise.all(byReport(rows).map((group) => reportOf(group, counties)));
}

function refuseHeadings(headings: readonly string[]): void {
  if (!headings.includes(REFERENCE)) {
    throw misshapen('sheet-headings', `第1行须为标题，并含“${REFERENCE}”。请下载模板，照其标题填写。`);
  }
  const known = new Set([...COLUMNS.map(({ heading }) => heading), REMARK, '']);
  const unknown = headings.filter((heading) => !known.has(heading));
  const twice = headings.filter((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (unknown.length > 0)
    throw misshapen(
      'sheet-headings',
      `模板中没有这些列：${unknown.slice(0, 5).join('、')}。请删除或改用模板的标题。`,
    );
  if (twice.length > 0)
    throw misshapen('sheet-headings', `这些标题重复：${twice.slice(0, 5).join('、')}。请只保留一列。`);
}

function byReport(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const reference = row.cells[REFERENCE];
    // Rows without a reference belong to nothing, and not to each other.
    const key = reference ?? `\n${String(row.number)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

async function reportOf(rows: readonly Row[], counties: readonly Choice[]): Promise<SheetReport> {
  const [first] = rows as [Row, ...Row[]];
  const reference = first.cells[REFERENCE] ?? '';
  const remarks: Remark[] = [];
  const note = (row: Row, column: string | null, message: string) =>
    remarks.push({ row: row.number, column, message });
  if (reference === '') note(first, REFERENCE, '不能为空，请填写本行自己的编号');
  const content: Record<string, unknown> = {};
  const loans: { row: Row; loan: Record<string, unknown> }[] = [];
  for (const row of rows) {
    const loan: Record<string, unknown> = {};
    for (const { heading, kind, path, isOfLoan = false, entry } of COLUMNS) {
      const text = row.cells[heading];
      if (text === undefined) continue;
      if (row !== first && !isOfLoan) {
        if (text !== first.cells[heading]) note(row, heading, differsFrom(first));
        continue;
      }
      const read = cellValue(text, kind, counties);
      if ('fault' in read) note(row, heading, read.fault);
      else if (entry !== undefined) append(content, path, { ...entry, ...(read.value as object) });
      else put(isOfLoan ? loan : content, path, read.value);
    }
    if (COLUMNS.some(({ heading, isOfLoan }) => isOfLoan === true && heading in row.cells))
      loans.push({ row, loan });
    else if (rows.length > 1) note(row, null, '同一编号有几行时，每行须填写一笔贷款');
  }
  const checked = await contentOf(content, loans);
  for (const { pointer = '', message } of checked.faults) {
    const { row, column } = placeOf(pointer, { cells: rows.map(({ cells }) => cells) });
    note(rows[row] ?? first, column, message);
  }
  return {
    rows: rows.map(({ number }) => number),
    reference,
    cells: rows.map(({ cells }) => cells),
    content: checked.content,
    remarks: remarks.sort((a, b) => a.row - b.row),
  };
}

function differsFrom({ number }: Row): string {
  return `与第${String(number)}行不一致：同一编号的各行，除贷款各列外须相同，或只在首行填写`;
}

async function contentOf(
  said: Record<string, unknown>,
  loans: readonly { loan: Record<string, unknown> }[],
): Promise<{ content: FilingContentDto; faults: ProblemEntry[] }> {
  const [only, ...others] = loans;
  // One loan bears the whole amount, as in the form.
  if (only !== undefined && others.length === 0 && said['amount'] !== undefined) {
    only.loan['amount'] ??= said['amount'];
  }
  const whole = loans.length === 0 ? said : { ...said, loans: loans.map(({ loan }) => loan) };
  const content = plainToInstance(FilingContentDto, whole);
  return { content, faults: entriesOf(await validate(content, CHECKS)) };
}

/** From `/loans/2/amount` to the row of the third loan, counted within its report, and its column. */
export function placeOf(
  pointer: string,
  { cells }: Pick<SheetReport, 'cells'>,
): { row: number; column: string | null } {
  const steps = pointer.slice(1).split('/');
  const isOfLoan = steps[0] === 'loans' && steps.length > 2;
  const path = (isOfLoan ? steps.slice(2) : steps).join('.');
  const column = COLUMNS.find(
    (each) => (each.isOfLoan ?? false) === isOfLoan && each.path.join('.') === path,
  );
  if (isOfLoan) return { row: loanRows(cells)[Number(steps[1])] ?? 0, column: column?.heading ?? null };
  // Within a list: the cell that holds all of it, or the one of this entry.
  const [list, index] = steps;
  const holding = COLUMNS.filter(({ path: [name], entry, kind, heading }) => {
    const isList = entry !== undefined || kind === 'instalments' || kind === 'priorActs';
    return isList && name === list && cells[0]?.[heading] !== undefined;
  });
  const within = holding.length > 1 ? holding[Number(index)] : holding[0];
  return { row: 0, column: (column ?? within)?.heading ?? null };
}

function loanRows(cells: SheetReport['cells']): number[] {
  const ofLoan = COLUMNS.filter(({ isOfLoan }) => isOfLoan === true);
  return cells.flatMap((row, at) => (ofLoan.some(({ heading }) => heading in row) ? [at] : []));
}

function append(content: Record<string, unknown>, [list = '']: readonly string[], entry: object): void {
  content[list] = [...((content[list] as object[] | undefined) ?? []), entry];
}

function put(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    object[name] = value;
    return;
  }
  const inner = (object[name] ?? {}) as Record<string, unknown>;
  object[name] = inner;
  put(inner, rest, value);
}
