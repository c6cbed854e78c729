import { type ContentRefusal, refuse } from './content-refusal.js';
import { type Fen, formatYuan, parseYuan } from './fen.js';
import type { ActKind } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';

/** What limit and balance lose by the act: the larger of the two losses, since one cut often lowers both. */
export function cutShown({ after, before }: FilingContent): Fen | undefined {
  const position = positionsOf({ after, before });
  if (position === undefined) return undefined;
  const { limitBefore, limitAfter, balanceBefore, balanceAfter } = position;
  return larger(limitBefore - limitAfter, balanceBefore - balanceAfter);
}

/**
 * 泉政办规〔2023〕1号（十）measures the act. A withdrawal calls in what is drawn, so it cannot exceed the balance; a squeeze or
 * a suspension may cut the limit too, though nothing drawn changes.
 */
export function amountRefusals(content: FilingContent): ContentRefusal[] {
  const amount = parseYuan(content.amount ?? '');
  if (amount === undefined) return [];
  const refusals: ContentRefusal[] = [];
  if (amount === 0n) refusals.push(refuse('amount-not-positive', '/amount', '报告金额须大于零，请核对。'));
  const position = positionsOf(content);
  const cut = cutShown(content);
  if (position === undefined || cut === undefined || !content.kind) return refusals;
  const { limitBefore, balanceBefore } = position;
  const most = mostThatCanBeCut(content.kind, limitBefore, balanceBefore);
  if (amount > most) {
    refusals.push(
      refuse(
        'amount-exceeds-balance',
        '/amount',
        `报告金额大于措施前的${content.kind === 'withdraw' ? '用信余额' : '额度和余额'} ${formatYuan(most)} 元，请核对金额或措施前数据。`,
      ),
    );
  }
  if (amount !== cut && !content.amountReason?.trim()) {
    refusals.push(
      refuse(
        'amount-differs-from-cut',
        '/amount',
        `措施前后额度、余额显示减少 ${formatYuan(cut)} 元，请更正报告金额，或说明不一致的原因。`,
      ),
    );
  }
  return refusals;
}

function mostThatCanBeCut(kind: ActKind, limit: Fen, balance: Fen): Fen {
  return kind === 'withdraw' ? balance : larger(limit, balance);
}

function positionsOf({ after, before }: Pick<FilingContent, 'after' | 'before'>) {
  const limitBefore = parseYuan(before?.limit ?? '');
  const limitAfter = parseYuan(after?.limit ?? '');
  const balanceBefore = parseYuan(before?.balance ?? '');
  const balanceAfter = parseYuan(after?.balance ?? '');
  if (limitBefore === undefined || limitAfter === undefined) return undefined;
  if (balanceBefore === undefined || balanceAfter === undefined) return undefined;
  return { limitBefore, limitAfter, balanceBefore, balanceAfter };
}

function larger(one: Fen, other: Fen): Fen {
  return one > other ? one : other;
}
