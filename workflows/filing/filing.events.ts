import type { CivilDay, ProcessEvent } from '../process.js';
import type { OpiningOffice } from './filing.context.js';
import type {
  AmendFacts,
  BaseFacts,
  CommitteeFacts,
  ConcludedFacts,
  ContentFacts,
  DateFacts,
  ExecutionFacts,
  FileFacts,
  OpinionFacts,
  ScopeFacts,
  VoidFacts,
} from './filing.facts.js';
import type { Position } from './positions.js';
import type { Viability } from './viability.js';

/** What was done on one loan. `loan` is its contract or note number, absent when the act is on the limit. */
export interface ExecutionLine {
  loan?: string;
  /** Yuan, more than zero. */
  amount: string;
}

/** Names a filing to another case, and what that case answers. */
export interface Reference {
  filing: string;
  /** The revision whose review is answered: `reviewed` of the context. */
  revision: number;
}

type Nothing = Record<never, never>;
type Reasoned = { reason: string };
type MaybeReasoned = { reason?: string };

/** Every event of the filing process: what its sender says, and what the engine looks up for it. */
interface EventTable {
  SEND_TO_CHECK: [Nothing, ContentFacts];
  DISCARD: [Nothing, BaseFacts];
  /** A middle post of a chain longer than two. */
  SIGN_FILING: [Nothing, ContentFacts];
  RETURN_TO_MAKER: [Reasoned, BaseFacts];
  FILE: [Nothing, FileFacts];

  ACKNOWLEDGE: [Nothing, BaseFacts];
  /** 一次性告知: every defect at once. */
  REQUEST_COMPLETION: [{ defects: readonly { pointer?: string; text: string }[] }, BaseFacts];
  RULE_OUT_OF_SCOPE: [MaybeReasoned, ScopeFacts];
  RESUBMIT: [Nothing, AmendFacts];

  /** `reason` when the position is not the one that the viability sheet shows. */
  OPINE: [{ position: Position; text: string; viability?: Viability; reason?: string }, OpinionFacts];
  SIGN_OPINION: [Nothing, CommitteeFacts];
  RETURN_OPINION: [Reasoned, BaseFacts];
  REQUEST_SUPPLEMENT: [{ questions: readonly string[] }, BaseFacts];
  /** The bank answers one office; attachments lie beside the case. */
  SUPPLEMENT: [{ office: OpiningOffice; text: string }, BaseFacts];
  ASK_FACTS: [{ questions: readonly string[] }, BaseFacts];
  REPORT_FACTS: [{ text: string }, BaseFacts];
  /** The committee's chair, while a committee is active. Recorded, nobody waits for it. */
  COMMENT: [{ text: string }, CommitteeFacts];
  SET_FOCUS: [Reasoned, BaseFacts];
  /** 疑似拆分: set by an official, and taken back by one. Offices only. */
  SUSPECT_SPLIT: [{ suspected: boolean; reason: string }, BaseFacts];

  CLEAR: [MaybeReasoned, BaseFacts];
  SUGGEST_DEFERRAL: [MaybeReasoned & { until?: CivilDay }, BaseFacts];
  INTERVENE: [MaybeReasoned, BaseFacts];
  REFER_TO_COMMITTEE: [MaybeReasoned, CommitteeFacts];

  UNDERTAKE: [{ until: CivilDay }, DateFacts];
  DECLINE: [Reasoned, BaseFacts];
  /** The bank's consent to ten more days; the bank date stays where it is. */
  EXTEND_COORDINATION: [Nothing, BaseFacts];
  POSTPONE: [{ date: CivilDay }, DateFacts];
  AMEND: [MaybeReasoned, AmendFacts];
  WITHDRAW: [{ reason: 'retained' | 'replaced' | 'other'; text?: string }, BaseFacts];
  VOID: [Reasoned, VoidFacts];
  /** `corrects`: the lines replace every figure reported so far. `final`: nothing more will be done. */
  REPORT_EXECUTION: [
    { date: CivilDay; lines: readonly ExecutionLine[]; final: boolean; corrects?: boolean },
    ExecutionFacts,
  ];
  REPORT_RETAINED: [{ text?: string }, BaseFacts];
  CONFIRM_EXECUTION: [Nothing, BaseFacts];
  QUERY_EXECUTION: [{ question: string }, BaseFacts];

  'COORDINATION.CONCLUDED': [
    Reference & {
      outcome: 'retained' | 'replacedBy' | 'reducedTo' | 'deferredUntil' | 'notAgreed';
      /** The entry of the bank's own `CONFIRM_OUTCOME`: without it nothing but `notAgreed` is taken. */
      confirmation?: string;
      /** `reducedTo`: yuan. */
      amount?: string;
      /** `deferredUntil`. */
      until?: CivilDay;
    },
    ConcludedFacts,
  ];
  'RESOLUTION.PASSED': [Reference & { referral?: number; consent: boolean; cap?: string }, BaseFacts];
  'RESOLUTION.FAILED': [Reference & { referral?: number; cause: 'refused' | 'dropped' }, BaseFacts];
  'COMMITTEE.ENDED': [{ committee: string }, BaseFacts];
  'STANDSTILL.STARTED': [{ standstill: string; until?: CivilDay }, BaseFacts];
  'STANDSTILL.ENDED': [{ standstill: string }, BaseFacts];
  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];

  'DEADLINE.check': [Nothing, BaseFacts];
  'DEADLINE.acknowledge': [Nothing, BaseFacts];
  'DEADLINE.complete': [Nothing, BaseFacts];
  'DEADLINE.review.finance': [Nothing, CommitteeFacts];
  'DEADLINE.review.industry': [Nothing, CommitteeFacts];
  'DEADLINE.supplement.finance': [Nothing, BaseFacts];
  'DEADLINE.supplement.industry': [Nothing, BaseFacts];
  'DEADLINE.conclude': [Nothing, CommitteeFacts];
  'DEADLINE.bankDate': [Nothing, BaseFacts];
  'DEADLINE.coordinate': [Nothing, BaseFacts];
  'DEADLINE.committee': [Nothing, BaseFacts];
  'DEADLINE.executionReminder': [Nothing, BaseFacts];
  'DEADLINE.validity': [Nothing, BaseFacts];
  'DEADLINE.query': [Nothing, BaseFacts];
  'DEADLINE.confirm': [Nothing, BaseFacts];
}

export type FilingEventType = keyof EventTable;
export type PayloadOf<Type extends FilingEventType> = EventTable[Type][0];
export type FactsOf<Type extends FilingEventType> = EventTable[Type][1];
export type FilingEventOf<Type extends FilingEventType> = Type extends FilingEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type FilingEvent = FilingEventOf<FilingEventType>;

/** What a bank sends. */
export const BANK_EVENTS = [
  'SEND_TO_CHECK',
  'DISCARD',
  'SIGN_FILING',
  'RETURN_TO_MAKER',
  'FILE',
  'RESUBMIT',
  'SUPPLEMENT',
  'UNDERTAKE',
  'DECLINE',
  'EXTEND_COORDINATION',
  'POSTPONE',
  'AMEND',
  'WITHDRAW',
  'VOID',
  'REPORT_EXECUTION',
  'REPORT_RETAINED',
] as const satisfies readonly FilingEventType[];
export type BankEventType = (typeof BANK_EVENTS)[number];

/** What offices, the county and the committee's chair send. */
export const OFFICE_EVENTS = [
  'ACKNOWLEDGE',
  'REQUEST_COMPLETION',
  'RULE_OUT_OF_SCOPE',
  'OPINE',
  'SIGN_OPINION',
  'RETURN_OPINION',
  'REQUEST_SUPPLEMENT',
  'ASK_FACTS',
  'REPORT_FACTS',
  'COMMENT',
  'SET_FOCUS',
  'SUSPECT_SPLIT',
  'CLEAR',
  'SUGGEST_DEFERRAL',
  'INTERVENE',
  'REFER_TO_COMMITTEE',
  'CONFIRM_EXECUTION',
  'QUERY_EXECUTION',
] as const satisfies readonly FilingEventType[];

/** What a person or a bank's own system may send; everything else comes from clocks and other cases. */
export const PUBLIC_EVENTS = [...BANK_EVENTS, ...OFFICE_EVENTS] as const;

/** What other cases and the directory tell a filing. */
export const MESSAGES = [
  'COORDINATION.CONCLUDED',
  'RESOLUTION.PASSED',
  'RESOLUTION.FAILED',
  'COMMITTEE.ENDED',
  'STANDSTILL.STARTED',
  'STANDSTILL.ENDED',
  'COURT.ACCEPTED',
] as const satisfies readonly FilingEventType[];

/** The clocks of a filing; each sends `DEADLINE.<name>`. */
export const DEADLINES = [
  'check',
  'acknowledge',
  'complete',
  'review.finance',
  'review.industry',
  'supplement.finance',
  'supplement.industry',
  'conclude',
  'bankDate',
  'coordinate',
  'committee',
  'executionReminder',
  'validity',
  'query',
  'confirm',
] as const;
export type DeadlineName = (typeof DEADLINES)[number];
