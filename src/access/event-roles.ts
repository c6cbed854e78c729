import type { ProcessName, Role } from '../../workflows/process.js';

/** Whoever may hold a post of a bank's sign-off chain. The first that an actor holds is the capacity it acts in. */
const BANK_CHAIN: readonly Role[] = ['bank.checker', 'bank.maker', 'bank.admin', 'bank.client'];
const BANK_MAKERS: readonly Role[] = ['bank.maker', 'bank.client'];
/** What a bank says about its own report: by maker or checker, as its own rules divide the work. */
const BANK_OFFICERS: readonly Role[] = ['bank.checker', 'bank.maker', 'bank.client'];
const REVIEWERS: readonly Role[] = ['finance.reviewer', 'industry.reviewer'];
/** Whoever may hold a post of an office's chain. */
const OFFICE_CHAIN: readonly Role[] = [...REVIEWERS, 'finance.leader', 'industry.leader'];
/** A creditor speaks through its delegate; a bureau may advise a committee and see it through to its claims. */
const DELEGATE: readonly Role[] = ['bank.delegate'];
const PROPOSERS: readonly Role[] = [...DELEGATE, ...OFFICE_CHAIN];
const FINANCE_REVIEWER: readonly Role[] = ['finance.reviewer'];
const FINANCE_LEADER: readonly Role[] = ['finance.leader'];
const FINANCE: readonly Role[] = ['finance.reviewer', 'finance.leader'];
/** Whoever may be made responsible for a coordination; which of them is, the case says. */
const RESPONSIBLE: readonly Role[] = [...OFFICE_CHAIN, 'county.coordinator'];
/** Whoever may carry a measure of support out; who does, the case says. */
const SUPPORTERS: readonly Role[] = ['helper.officer', ...BANK_OFFICERS, ...RESPONSIBLE];

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
    coordination: {
      ASSIGN: FINANCE_LEADER,
      ADD_SUPPORT: RESPONSIBLE,
      CALL_MEETING: RESPONSIBLE,
      CANCEL_MEETING: RESPONSIBLE,
      RECORD_MINUTES: RESPONSIBLE,
      PROPOSE: RESPONSIBLE,
      CONCLUDE_FILING: RESPONSIBLE,
      PREPARE_OUTCOME: BANK_MAKERS,
      CONFIRM_OUTCOME: BANK_CHAIN,
    },
    support: {
      // Only through `POST /supports`: nobody may send it as an event.
      'SUPPORT.PROPOSED': RESPONSIBLE,
      ASSIGN: FINANCE,
      REASSIGN: FINANCE,
      CHANGE_DATE: FINANCE_LEADER,
      CANCEL: SUPPORTERS,
      START: SUPPORTERS,
      WAIT: SUPPORTERS,
      RESUME: SUPPORTERS,
      REPORT_REPAID: SUPPORTERS,
      REPORT_DONE: SUPPORTERS,
      REPORT_NOT_DONE: SUPPORTERS,
      CONFIRM_CONTINUING: SUPPORTERS,
    },
    committee: {
      PROPOSE: PROPOSERS,
      INVITE: PROPOSERS,
      CONFIRM_CLAIMS: PROPOSERS,
      DRAFT_AGREEMENT: PROPOSERS,
      ABANDON: PROPOSERS,
      DECLARE_CLAIM: DELEGATE,
      WILLING: DELEGATE,
      DECLINE: DELEGATE,
      ELECT: DELEGATE,
      NAME_VICE_CHAIRS: DELEGATE,
      SIGN: DELEGATE,
      SET_STRATEGY: DELEGATE,
      ACCEDE: DELEGATE,
      TRANSFER_CLAIM: DELEGATE,
      SCHEDULE_ROLLOVER: DELEGATE,
      ROLLOVER_DONE: DELEGATE,
      CALL_MEETING: DELEGATE,
      CANCEL_MEETING: DELEGATE,
      RECORD_MINUTES: DELEGATE,
      CONFIRM_MINUTES: DELEGATE,
      OBJECT_MINUTES: DELEGATE,
      WIND_UP: DELEGATE,
    },
    resolution: {
      'RESOLUTION.DRAFTED': DELEGATE,
      NOTICE: DELEGATE,
      DROP: DELEGATE,
      DECIDE: DELEGATE,
      DECLARE_CONFLICT: DELEGATE,
      RECORD_CONFLICT: PROPOSERS,
      NAME_PROXY: DELEGATE,
      REVOKE_PROXY: DELEGATE,
      CAST_BALLOT: DELEGATE,
      ATTACH_PAPER: DELEGATE,
      STATE_PENDING_APPROVAL: DELEGATE,
      EXTEND_VOTE: DELEGATE,
      BREACH: DELEGATE,
    },
    inquiry: {
      'INQUIRY.OPENED': ['finance.reviewer', 'finance.leader', 'county.coordinator'],
      ASK: ['finance.reviewer', 'finance.leader'],
      EXPLAIN: BANK_OFFICERS,
      SUBSTANTIATE: ['finance.reviewer', 'finance.leader'],
      NOT_SUBSTANTIATE: ['finance.reviewer', 'finance.leader'],
      ADVISE: FINANCE_LEADER,
      NOTIFY_REGULATOR: FINANCE_LEADER,
      RECORD_MEASURE: ['regulator.observer'],
      CLOSE: FINANCE_LEADER,
    },
  };

export function eventRoles(process: ProcessName, type: string): readonly Role[] {
  const events = EVENT_ROLES[process] ?? {};
  return Object.hasOwn(events, type) ? (events[type] ?? []) : [];
}
