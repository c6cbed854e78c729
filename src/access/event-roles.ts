import type { ProcessName, Role } from '../../workflows/process.js';

/** Whoever may hold a post of a bank's sign-off chain. The first that an actor holds is the capacity it acts in. */
const BANK_CHAIN: readonly Role[] = ['bank.checker', 'bank.maker', 'bank.admin', 'bank.client'];
const BANK_MAKERS: readonly Role[] = ['bank.maker', 'bank.client'];
/** What a bank says about its own report: by maker or checker, as its own rules divide the work. */
const BANK_OFFICERS: readonly Role[] = ['bank.checker', 'bank.maker', 'bank.client'];
const REVIEWERS: readonly Role[] = ['finance.reviewer', 'industry.reviewer'];
/** Whoever may hold a post of an office's chain. */
const OFFICE_CHAIN: readonly Role[] = [...REVIEWERS, 'finance.leader', 'industry.leader'];
const FINANCE_REVIEWER: readonly Role[] = ['finance.reviewer'];
const FINANCE_LEADER: readonly Role[] = ['finance.leader'];

/**
 * Who may send an event of a process at all. A maker stands among those who may file so that it hears why it may not: who
 * holds which step of a chain is the guards' to say.
 */
export const EVENT_ROLES: Readonly<Partial<Record<ProcessName, Readonly<Record<string, readonly Role[]>>>>> =
  {
    filing: {
      SEND_TO_CHECK: BANK_MAKERS,
      DISCARD: BANK_MAKERS,
      SIGN_FILING: BANK_CHAIN,
      RETURN_TO_MAKER: ['bank.checker', 'bank.admin', 'bank.client'],
      FILE: BANK_CHAIN,
      RESUBMIT: BANK_OFFICERS,
      SUPPLEMENT: BANK_OFFICERS,
      UNDERTAKE: BANK_OFFICERS,
      DECLINE: BANK_OFFICERS,
      EXTEND_COORDINATION: BANK_OFFICERS,
      POSTPONE: BANK_OFFICERS,
      AMEND: BANK_OFFICERS,
      WITHDRAW: BANK_OFFICERS,
      VOID: BANK_OFFICERS,
      REPORT_EXECUTION: BANK_OFFICERS,
      REPORT_RETAINED: BANK_OFFICERS,

      ACKNOWLEDGE: FINANCE_REVIEWER,
      REQUEST_COMPLETION: FINANCE_REVIEWER,
      RULE_OUT_OF_SCOPE: FINANCE_REVIEWER,
      OPINE: OFFICE_CHAIN,
      SIGN_OPINION: OFFICE_CHAIN,
      RETURN_OPINION: OFFICE_CHAIN,
      REQUEST_SUPPLEMENT: REVIEWERS,
      ASK_FACTS: OFFICE_CHAIN,
      REPORT_FACTS: ['county.coordinator'],
      COMMENT: ['bank.delegate'],
      SET_FOCUS: OFFICE_CHAIN,
      SUSPECT_SPLIT: OFFICE_CHAIN,
      CLEAR: FINANCE_LEADER,
      SUGGEST_DEFERRAL: FINANCE_LEADER,
      INTERVENE: FINANCE_LEADER,
      REFER_TO_COMMITTEE: FINANCE_LEADER,
      CONFIRM_EXECUTION: FINANCE_REVIEWER,
      QUERY_EXECUTION: FINANCE_REVIEWER,
    },
  };

export function eventRoles(process: ProcessName, type: string): readonly Role[] {
  const events = EVENT_ROLES[process] ?? {};
  return Object.hasOwn(events, type) ? (events[type] ?? []) : [];
}
