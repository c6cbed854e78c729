import type { CivilDay, ProcessEvent } from '../process.js';
import type { SupportValues } from '../rules/support-fields.js';
import type { SupportOutcome, SupportOwner, SupportParent, SupportType } from '../rules/support-types.js';
import type { BaseFacts, DateFacts, OwnerFacts, ProposalFacts, ResultFacts } from './support.facts.js';

type Nothing = Record<never, never>;
type Reasoned = { reason: string };

/** Every event of a measure of support: what its sender says, and what the engine looks up for it. */
interface EventTable {
  /** The first event. `assigned`: the proposer may give it to its owner at once, without the finance bureau's word. */
  'SUPPORT.PROPOSED': [
    {
      type: SupportType;
      parent: SupportParent;
      owner: SupportOwner;
      dueOn: CivilDay;
      input: SupportValues;
      assigned?: boolean;
      /** The organization whose official added it, when a case tells of it. */
      proposer?: string;
    },
    ProposalFacts,
  ];
  /** 交办: as proposed, or to another post, with another date. */
  ASSIGN: [{ owner?: SupportOwner; dueOn?: CivilDay }, OwnerFacts];
  /** 转办. The date stays. */
  REASSIGN: [{ owner: SupportOwner } & Reasoned, OwnerFacts];
  CHANGE_DATE: [{ dueOn: CivilDay } & Reasoned, DateFacts];

  START: [Nothing, BaseFacts];
  WAIT: [{ for: string; until?: CivilDay }, BaseFacts];
  RESUME: [Nothing, BaseFacts];
  /** 应急周转资金: the firm repaid its bank out of the fund. */
  REPORT_REPAID: [{ on: CivilDay; amount: string }, BaseFacts];
  REPORT_DONE: [{ result: SupportValues }, ResultFacts];
  REPORT_NOT_DONE: [Reasoned, BaseFacts];
  CANCEL: [Reasoned, BaseFacts];
  /** The answer after the court has accepted: the measure goes on. */
  CONFIRM_CONTINUING: [{ text?: string }, BaseFacts];

  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];

  'DEADLINE.assign': [Nothing, DateFacts];
  'DEADLINE.reminder': [Nothing, BaseFacts];
  'DEADLINE.due': [Nothing, BaseFacts];
  'DEADLINE.escalation': [Nothing, BaseFacts];
  'DEADLINE.bulletin': [Nothing, BaseFacts];
  'DEADLINE.wait': [Nothing, BaseFacts];
  'DEADLINE.relend': [Nothing, BaseFacts];
}

export type SupportEventType = keyof EventTable;
export type PayloadOf<Type extends SupportEventType> = EventTable[Type][0];
export type FactsOf<Type extends SupportEventType> = EventTable[Type][1];
export type SupportEventOf<Type extends SupportEventType> = Type extends SupportEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type SupportEvent = SupportEventOf<SupportEventType>;

/** What its case, whatever it hangs on, is told at the end. */
export interface SupportEnded {
  support: string;
  outcome: SupportOutcome;
}

export const OWNER_EVENTS = [
  'START',
  'WAIT',
  'RESUME',
  'REPORT_REPAID',
  'REPORT_DONE',
  'REPORT_NOT_DONE',
  'CONFIRM_CONTINUING',
] as const satisfies readonly SupportEventType[];

export const OFFICE_EVENTS = [
  'ASSIGN',
  'REASSIGN',
  'CHANGE_DATE',
  'CANCEL',
] as const satisfies readonly SupportEventType[];

export const PUBLIC_EVENTS = [...OFFICE_EVENTS, ...OWNER_EVENTS] as const;

/** What other cases and the directory tell a measure. The first brings it into being. */
export const MESSAGES = ['SUPPORT.PROPOSED', 'COURT.ACCEPTED'] as const satisfies readonly SupportEventType[];

/** The clocks of a measure; each sends `DEADLINE.<name>`. */
export const DEADLINES = ['assign', 'reminder', 'due', 'escalation', 'bulletin', 'wait', 'relend'] as const;
