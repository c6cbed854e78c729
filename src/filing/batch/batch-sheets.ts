import type { Remark } from './reports-in-sheet.js';
import { type Choice, COLUMNS, type Column, REMARK } from './sheet-columns.js';
import { MAX_ROWS } from './sheet-extent.js';
import { type WrittenSheet, writtenWorkbook } from './written-workbook.js';

const WIDTH = 18;
const WIDE = 60;
const AS_SAID: Readonly<Record<string, string>> = {
  text: '文字',
  amount: '金额',
  day: '日期',
  whole: '整数',
  yesNo: '是、否',
  considered: '是、否，或未采用的原因',
  instalments: '如 2026-12-08 300000.00；2027-01-08 200000.00',
  priorActs: '如 压贷 2026-10-08 300000.00 已实施；抽贷 2026-11-02 800000.00 拟实施 关系保留',
};

/** 导入模板: the headings, what may be chosen under each, and a second sheet that explains them. */
export function templateWorkbook(counties: readonly Choice[]): Buffer {
  return writtenWorkbook([
    headed('报告', [], counties),
    {
      name: '填写说明',
      widths: [24, 12, WIDE, WIDE],
      rows: [
        ['列', '所属', '填写内容', '说明'],
        ...COLUMNS.map((column) => [
          column.heading,
          column.isOfLoan === true ? '贷款' : '报告',
          contentOf(column, counties),
          column.help ?? '',
        ]),
        ['', '', '', ''],
        [
          '规则',
          '',
          `每行一笔贷款；一份报告有几笔贷款的，用同一行内编号填几行，报告各列只填首行。每次至多${String(MAX_ROWS)}行。`,
          '',
        ],
        ['', '', '草稿可以不完整，空着的项可在系统中补填。标题不能改名，用不到的列可以删除。', ''],
        ['', '', '导入只生成草稿（未报送），须经复核后报送。同一行内编号不会重复生成。', ''],
      ],
    },
  ]);
}

/** What was not taken, as it was written, with what is wrong with each row; once mended it may be uploaded again. */
export function remarkedWorkbook(
  rows: readonly { cells: Readonly<Record<string, string>>; remarks: readonly Remark[] }[],
  counties: readonly Choice[],
): Buffer {
  const lines = rows.map(({ cells, remarks }) => [
    ...COLUMNS.map(({ heading }) => cells[heading] ?? ''),
    remarks.map(inWords).join('；'),
  ]);
  return writtenWorkbook([headed('需修改的行', lines, counties)]);
}

function inWords({ column, message }: Remark): string {
  return column === null ? message : `「${column}」${message}`;
}

function headed(name: string, lines: readonly string[][], counties: readonly Choice[]): WrittenSheet {
  const choices = COLUMNS.flatMap(({ kind }, at) => {
    const allowed = choicesOf(kind, counties);
    return allowed.length === 0 ? [] : [[at, allowed] as const];
  });
  return {
    name,
    widths: [...COLUMNS.map(() => WIDTH), ...(lines.length === 0 ? [] : [WIDE])],
    rows: [[...COLUMNS.map(({ heading }) => heading), ...(lines.length === 0 ? [] : [REMARK])], ...lines],
    choices: new Map(choices),
  };
}

function contentOf({ kind }: Column, counties: readonly Choice[]): string {
  if (typeof kind === 'object' && 'several' in kind) return kind.several.map(({ label }) => label).join('、');
  const allowed = choicesOf(kind, counties);
  return allowed.length > 0 ? allowed.join('、') : (AS_SAID[String(kind)] ?? '');
}

function choicesOf(kind: Column['kind'], counties: readonly Choice[]): readonly string[] {
  if (kind === 'county') return counties.map(({ label }) => label);
  if (kind === 'yesNo') return ['是', '否'];
  return typeof kind === 'string' || 'several' in kind ? [] : kind.map(({ label }) => label);
}
