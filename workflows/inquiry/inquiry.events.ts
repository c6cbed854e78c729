import type { CivilDay, ProcessEvent } from '../process.js';
import type { InquiryKind, RegulatorMeasure } from './inquiry.context.js';
import type { BaseFacts, NotifiedFacts, OpenedFacts } from './inquiry.facts.js';

type Nothing = Record<never, never>;
type Reasoned = { reason: string };
type Worded = { text: string };

/** Every event of an inquiry: what its sender says, and what the engine looks up for it. */
interface EventTable {
  /** From a filing, or typed by an official. `reportedBy`: who told of it, when no filing did. */
  'INQUIRY.OPENED': [
    {
      kind: InquiryKind;
      detail: object;
      bank: string;
      filing?: string;
      act?: string;
      reportedBy?: 'official' | 'county' | 'firm';
      text?: string;
    },
    OpenedFacts,
  ];
  ASK: [{ questions: readonly string[] }, BaseFacts];
  EXPLAIN: [Worded, BaseFacts];
  SUBSTANTIATE: [Reasoned, BaseFacts];
  NOT_SUBSTANTIATE: [Reasoned, BaseFacts];
  /** 工作提示函. */
  ADVISE: [Worded, BaseFacts];
  /** 情况通报. */
  NOTIFY_REGULATOR: [Worded, NotifiedFacts];
  /** By the regulator branch; no measures: it takes none. */
  RECORD_MEASURE: [{ measures: readonly RegulatorMeasure[]; text: string; on?: CivilDay }, BaseFacts];
  CLOSE: [{ cured: boolean } & Reasoned, BaseFacts];

  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];

  'DEADLINE.triage': [Nothing, BaseFacts];
  'DEADLINE.explain': [Nothing, BaseFacts];
  'DEADLINE.assess': [Nothing, BaseFacts];
  'DEADLINE.step': [Nothing, BaseFacts];
  'DEADLINE.regulator': [Nothing, BaseFacts];
}

export type InquiryEventType = keyof EventTable;
export type PayloadOf<Type extends InquiryEventType> = EventTable[Type][0];
export type FactsOf<Type extends InquiryEventType> = EventTable[Type][1];
export type InquiryEventOf<Type extends InquiryEventType> = Type extends InquiryEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type InquiryEvent = InquiryEventOf<InquiryEventType>;

/** What people send. */
export const PUBLIC_EVENTS = [
  'ASK',
  'EXPLAIN',
  'SUBSTANTIATE',
  'NOT_SUBSTANTIATE',
  'ADVISE',
  'NOTIFY_REGULATOR',
  'RECORD_MEASURE',
  'CLOSE',
] as const satisfies readonly InquiryEventType[];
export type InquiryActType = (typeof PUBLIC_EVENTS)[number];

/** What other cases tell an inquiry, and what it is born of. */
export const MESSAGES = ['INQUIRY.OPENED', 'COURT.ACCEPTED'] as const satisfies readonly InquiryEventType[];

/** The clocks of an inquiry; each sends `DEADLINE.<name>`. */
export const DEADLINES = ['triage', 'explain', 'assess', 'step', 'regulator'] as const;
