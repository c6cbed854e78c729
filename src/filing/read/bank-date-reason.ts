import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { monthAndDay } from '../../cases/day-in-words.js';
import { policyInWords, policyNumber } from '../../cases/policy-number.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { BankDateReasonDto } from './explanation.dto.js';

/**
 * 银行日期: the later of planned date and received day + lead time, later still when the bank itself moved it. No act of an
 * office moves it. Null for a draft, and for an act already done, which has no date to wait for.
 */
export function bankDateReason(context: FilingContext, reference: ReferenceData): BankDateReasonDto | null {
  const { bankDate, firstBankDate, plannedDate, receivedOn, policy: id } = context;
  if (bankDate === null || id === null) return null;
  const policy = policyNumber(reference.policy(id), 'leadWd');
  if (policy === undefined) return null;
  const { calendar } = reference;
  const lead = receivedOn === null ? undefined : calendar.add(receivedOn, policy.value);
  const earliest = lead?.day ?? null;
  const moved = firstBankDate !== null && firstBankDate !== bankDate;
  return {
    bankDate,
    receivedOn,
    earliest,
    plannedDate,
    firstBankDate: moved ? firstBankDate : null,
    provisional: lead?.provisional === true && earliest === firstBankDate,
    passed: receivedOn === null ? [] : calendar.passed(receivedOn, policy.value),
    policy,
    text: `${firstInWords({ ...context, earliest }, policyInWords(policy), policy.value)}${
      moved ? `银行此后自行推后至${monthAndDay(bankDate)}。` : ''
    }部门的办理不改变此日期。`,
  };
}

function firstInWords(
  {
    firstBankDate,
    plannedDate,
    receivedOn,
    earliest,
  }: Pick<FilingContext, 'firstBankDate' | 'plannedDate' | 'receivedOn'> & {
    earliest: string | null;
  },
  ground: string,
  leadWd: number,
): string {
  if (receivedOn === null || earliest === null) return '';
  const lead = `收到日${monthAndDay(receivedOn)}起满${String(leadWd)}个工作日为${monthAndDay(earliest)}（${ground}）`;
  const planned = plannedDate === null ? '' : `，拟实施日为${monthAndDay(plannedDate)}`;
  const first = firstBankDate === null ? '' : `，以较晚者${monthAndDay(firstBankDate)}为准`;
  return `${lead}${planned}${first}。`;
}
