import { OUTCOME_LABELS, POSITION_LABELS } from '../../../workflows/filing/filing.labels.js';
import type { EntryValueDto } from './history.dto.js';

/**
 * What of an entry's payload is told, and as what. A name that does not stand here is not shown: ids and the engine's own
 * facts are no reader's business.
 */
const FIELDS: Readonly<Record<string, { label: string; words(value: unknown): string }>> = {
  reason: { label: '理由', words: (value) => wordOf(REASONS, value) },
  text: { label: '内容', words: plain },
  defects: { label: '需补充的内容', words: lines },
  questions: { label: '问题', words: lines },
  question: { label: '问题', words: plain },
  position: { label: '意见', words: (value) => wordOf(POSITION_LABELS, value) },
  viability: { label: '企业生产经营情况研判单', words: () => '见研判单' },
  office: { label: '答复部门', words: (value) => wordOf(OFFICES, value) },
  suspected: { label: '疑似拆分', words: yesOrNo },
  until: { label: '暂缓至', words: plain },
  date: { label: '日期', words: plain },
  on: { label: '日期', words: plain },
  lines: { label: '实施明细', words: lines },
  final: { label: '已全部实施', words: yesOrNo },
  corrects: { label: '更正此前数字', words: yesOrNo },
  outcome: { label: '结果', words: (value) => wordOf(OUTCOMES, value) },
  amount: { label: '金额', words: (value) => `${plain(value)}元` },
  cap: { label: '限额', words: (value) => `${plain(value)}元` },
  consent: { label: '同意', words: yesOrNo },
  caseNo: { label: '案号', words: plain },
};

const REASONS: Readonly<Record<string, string>> = {
  retained: OUTCOME_LABELS.retained,
  replaced: OUTCOME_LABELS.replaced,
  other: '其他',
};
const OFFICES: Readonly<Record<string, string>> = { finance: '金融部门', industry: '工信部门' };
const OUTCOMES: Readonly<Record<string, string>> = {
  retained: OUTCOME_LABELS.retained,
  replacedBy: OUTCOME_LABELS.replaced,
  reducedTo: '减少金额',
  deferredUntil: '暂缓实施',
  notAgreed: '未达成一致',
};

const PREFIX = 'payload.';

/** The values of an entry that were opened to its reader, in the order of the table. Undefined ones are left out. */
export function payloadValues(opened: Readonly<Record<string, unknown>>): EntryValueDto[] {
  return Object.entries(FIELDS).flatMap(([name, { label, words }]) => {
    const value = opened[`${PREFIX}${name}`];
    return value === undefined || value === null ? [] : [{ name, label, value, text: words(value) }];
  });
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function yesOrNo(value: unknown): string {
  return value === true ? '是' : '否';
}

function wordOf(words: Readonly<Record<string, string>>, value: unknown): string {
  const text = plain(value);
  return Object.hasOwn(words, text) ? (words[text] ?? text) : text;
}

/** Texts, defects with the field they name, or lines of an execution with their loan. */
function lines(value: unknown): string {
  return Array.isArray(value) ? value.map(line).join('；') : '';
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plain(value);
  const { text, loan, amount } = value as { text?: unknown; loan?: unknown; amount?: unknown };
  if (text !== undefined) return plain(text);
  return `${loan === undefined ? '' : `${plain(loan)}：`}${plain(amount)}元`;
}
