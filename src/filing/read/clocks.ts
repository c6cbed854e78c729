import { audienceOf, mayRead } from '../../../workflows/filing/filing.audiences.js';
import type { DeadlineName } from '../../../workflows/filing/filing.events.js';
import type { Audience } from '../../../workflows/process.js';
import type { PolicyKey } from '../../../workflows/rules/policy.js';

/** Whoever has to act before a clock strikes; the bank's own date and other cases' clocks ask nobody of the filing. */
export type ClockParty = 'bank' | 'finance' | 'industry';

interface ClockMeaning {
  label: string;
  party: ClockParty | null;
  /** The number of the policy that sets it. */
  policyKey: PolicyKey;
}

/** The clocks of a filing: what they are called, whose they are, and which number of the policy they run by. */
export const CLOCKS: Readonly<Record<DeadlineName, ClockMeaning>> = {
  check: { label: '行内复核', party: 'bank', policyKey: 'checkWd' },
  acknowledge: { label: '签收', party: 'finance', policyKey: 'acknowledgeWd' },
  complete: { label: '补充材料', party: 'bank', policyKey: 'completeWd' },
  'review.finance': { label: '金融部门反馈意见', party: 'finance', policyKey: 'reviewWd' },
  'review.industry': { label: '工信部门反馈意见', party: 'industry', policyKey: 'reviewWd' },
  'supplement.finance': { label: '向金融部门补充说明', party: 'bank', policyKey: 'supplementWd' },
  'supplement.industry': { label: '向工信部门补充说明', party: 'bank', policyKey: 'supplementWd' },
  conclude: { label: '形成处置意见', party: 'finance', policyKey: 'concludeWd' },
  bankDate: { label: '银行日期', party: null, policyKey: 'leadWd' },
  coordinate: { label: '协调', party: null, policyKey: 'coordinateWd' },
  committee: { label: '债委会研判', party: null, policyKey: 'committeeWd' },
  executionReminder: { label: '报告实施情况（提醒）', party: 'bank', policyKey: 'executionReminderWd' },
  validity: { label: '实施期限', party: 'bank', policyKey: 'validityDays' },
  query: { label: '答复实施情况询问', party: 'bank', policyKey: 'queryWd' },
  confirm: { label: '核实实施情况', party: 'finance', policyKey: 'confirmWd' },
};

/** Why a clock stands still. */
export const STOP_LABELS: Readonly<Record<string, string>> = {
  supplement: '等待银行补充说明',
  query: '等待银行答复询问',
};

export function isClock(name: string): name is DeadlineName {
  return Object.hasOwn(CLOCKS, name);
}

export function clocksOf(party: ClockParty): DeadlineName[] {
  return Object.keys(CLOCKS).filter(
    (name): name is DeadlineName => isClock(name) && CLOCKS[name].party === party,
  );
}

/** Whoever may read that a clock struck may see it run. */
export function seesClock(reader: Audience, name: string): boolean {
  return mayRead(reader, audienceOf(`DEADLINE.${name}`));
}
