import { OUTCOME_LABELS, POSITION_LABELS } from '../../../workflows/filing/filing.labels.js';
import { lines, type PayloadField, plain, wordOf, yesOrNo } from '../../cases/payload-fields.js';

/** What only a filing's payloads say; a withdrawal's reason is one of a list. */
export const FILING_FIELDS: Readonly<Record<string, PayloadField>> = {
  reason: { label: '理由', words: (value) => wordOf(REASONS, value) },
  defects: { label: '需补充的内容', words: lines },
  position: { label: '意见', words: (value) => wordOf(POSITION_LABELS, value) },
  viability: { label: '企业生产经营情况研判单', words: () => '见研判单' },
  office: { label: '答复部门', words: (value) => wordOf(OFFICES, value) },
  suspected: { label: '疑似拆分', words: yesOrNo },
  until: { label: '暂缓至', words: plain },
  lines: { label: '实施明细', words: lines },
  final: { label: '已全部实施', words: yesOrNo },
  corrects: { label: '更正此前数字', words: yesOrNo },
  outcome: { label: '结果', words: (value) => wordOf(OUTCOMES, value) },
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
