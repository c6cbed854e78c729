import type { CivilDay, Refusal } from '../process.js';
import { fenOf, parseYuan } from '../rules/fen.js';

/**
 * What a coordination may come to for one filing: kept, replaced by another arrangement, cut to a smaller amount, put off to a
 * later day, or no agreement. Every one but the last is the bank's own word (商业银行法 4): the offices propose, it confirms.
 */
export const OUTCOMES = ['retained', 'replacedBy', 'reducedTo', 'deferredUntil', 'notAgreed'] as const;
export type CoordinationOutcome = (typeof OUTCOMES)[number];

/** An outcome with its figure. `amount` belongs to `reducedTo`, `until` to `deferredUntil`. */
export interface Agreement {
  outcome: CoordinationOutcome;
  /** Yuan. */
  amount?: string;
  until?: CivilDay;
}

/** What of a filing an agreement is measured by. */
export interface AgreedFiling {
  /** Yuan, as filed in the revision that joined. */
  amount: string;
  /** Null for an act already done, which nobody can wait with. */
  bankDate: CivilDay | null;
  /** The last day to which the bank may move its date. */
  latestDate: CivilDay | null;
}

const CLAUSE = '商业银行法第四条；泉政办规〔2023〕1号（十）：共同进退';

/** Why an agreement does not fit its filing. */
export function agreementRefusals(
  { outcome, amount, until }: Agreement,
  filing: AgreedFiling,
  today: CivilDay,
): Refusal[] {
  return [
    ...(outcome === 'reducedTo' ? reductionRefusals(amount, filing) : unexpected(amount, '/amount')),
    ...(outcome === 'deferredUntil' ? deferralRefusals(until, filing, today) : unexpected(until, '/until')),
  ];
}

/** Amounts are compared as money, so that `3000000` and `3000000.00` are one. */
export function isSameAgreement(one: Agreement, other: Agreement): boolean {
  return (
    one.outcome === other.outcome &&
    one.until === other.until &&
    (one.amount === undefined) === (other.amount === undefined) &&
    fenOf(one.amount ?? '0') === fenOf(other.amount ?? '0')
  );
}

function reductionRefusals(amount: string | undefined, filing: AgreedFiling): Refusal[] {
  const fen = amount === undefined ? undefined : parseYuan(amount);
  if (fen === undefined || fen === 0n) {
    return [refusal('amount-missing', '请填写减少后的金额，须大于零，最多两位小数。', '/amount')];
  }
  return fen < fenOf(filing.amount)
    ? []
    : [refusal('amount-not-below', `减少后的金额须低于报告金额${filing.amount}元，请核对。`, '/amount')];
}

function deferralRefusals(
  until: CivilDay | undefined,
  { bankDate, latestDate }: AgreedFiling,
  today: CivilDay,
): Refusal[] {
  if (bankDate === null) {
    return [refusal('deferral-not-offered', '本件所报事项已实施，不适用暂缓，请选择其他结果。', '/outcome')];
  }
  if (until === undefined) return [refusal('until-missing', '请填写暂缓至何日。', '/until')];
  const after = bankDate > today ? bankDate : today;
  if (until <= after) return [refusal('not-later', `暂缓日期须晚于${after}，请重新选择。`, '/until')];
  return latestDate !== null && until > latestDate
    ? [refusal('beyond-validity', `暂缓日期不能晚于${latestDate}，请重新选择。`, '/until')]
    : [];
}

function unexpected(value: string | undefined, pointer: string): Refusal[] {
  return value === undefined
    ? []
    : [refusal('agreement-field-unexpected', '该结果不填写此项，请删除后再提交。', pointer)];
}

function refusal(code: string, message: string, pointer: string): Refusal {
  return { code, message, pointer, clause: CLAUSE };
}
