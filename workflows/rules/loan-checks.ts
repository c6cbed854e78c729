import { type ContentRefusal, refuse } from './content-refusal.js';
import { type Fen, formatYuan, parseYuan } from './fen.js';
import type { FilingContent } from './filing-content.js';

/** 提前报告表: loans and instalments are the act broken down, so each list adds up to its amount (泉政办规〔2023〕1号（十）). */
export function loanRefusals(content: FilingContent): ContentRefusal[] {
  const amount = parseYuan(content.amount ?? '');
  return [
    ...(amount === undefined ? [] : sumRefusals(content, amount)),
    ...recallRefusals(content),
    ...scheduleOrderRefusals(content),
  ];
}

function sumRefusals({ loans, schedule }: FilingContent, amount: Fen): ContentRefusal[] {
  const refusals: ContentRefusal[] = [];
  const loanSum = sumOf(loans ?? []);
  if (loanSum !== undefined && loanSum !== amount) {
    refusals.push(refuse('loans-do-not-add-up', '/loans', difference('各笔贷款涉及金额', loanSum, amount)));
  }
  const scheduleSum = sumOf(schedule ?? []);
  if (scheduleSum !== undefined && scheduleSum !== amount) {
    refusals.push(
      refuse('schedule-does-not-add-up', '/schedule', difference('分期金额', scheduleSum, amount)),
    );
  }
  return refusals;
}

/** A recall takes from each loan at most what is drawn on it. */
function recallRefusals({ kind, loans }: FilingContent): ContentRefusal[] {
  if (kind !== 'withdraw') return [];
  return (loans ?? []).flatMap((loan, row) => {
    const amount = parseYuan(loan.amount ?? '');
    const balance = parseYuan(loan.balance ?? '');
    if (amount === undefined || balance === undefined || amount <= balance) return [];
    const message = `本笔收回金额大于该笔余额 ${formatYuan(balance)} 元，请核对。`;
    return [refuse('amount-exceeds-balance', `/loans/${row}/amount`, message)];
  });
}

function scheduleOrderRefusals({ actedOn, plannedDate, schedule }: FilingContent): ContentRefusal[] {
  const dates = (schedule ?? []).map(({ date }) => date ?? '');
  const [first] = dates;
  if (!first || dates.includes('')) return [];
  const refusals: ContentRefusal[] = [];
  if (dates.some((date, row) => row > 0 && date <= (dates[row - 1] ?? ''))) {
    refusals.push(
      refuse('schedule-out-of-order', '/schedule', '分期请按日期先后填写，同一日期的金额请合并。'),
    );
  }
  const starts = actedOn ?? plannedDate;
  if (starts && first !== starts) {
    refusals.push(
      refuse('schedule-starts-elsewhere', '/schedule/0/date', `首期日期须与实施日 ${starts} 一致，请更正。`),
    );
  }
  return refusals;
}

/** Undefined for an empty list and while a row has no amount yet. */
function sumOf(rows: readonly { amount?: string | null | undefined }[]): Fen | undefined {
  if (rows.length === 0) return undefined;
  return rows.reduce<Fen | undefined>((sum, { amount }) => {
    const fen = parseYuan(amount ?? '');
    return sum === undefined || fen === undefined ? undefined : sum + fen;
  }, 0n);
}

function difference(what: string, sum: Fen, amount: Fen): string {
  return `${what}合计 ${formatYuan(sum)} 元，与报告金额相差 ${formatYuan(sum > amount ? sum - amount : amount - sum)} 元，请核对。`;
}
