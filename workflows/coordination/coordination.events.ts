import type { CivilDay, ProcessEvent } from '../process.js';
import type { SupportValues } from '../rules/support-fields.js';
import type { SupportOutcome, SupportOwner, SupportType } from '../rules/support-types.js';
import type { ResponsiblePost } from './coordination.context.js';
import type {
  BaseFacts,
  FilingFacts,
  InvitedFacts,
  JoiningFacts,
  LapseFacts,
  LeavingFacts,
  MeetingFacts,
  OfficialFacts,
  SupportFacts,
} from './coordination.facts.js';
import type { Agreement, CoordinationOutcome } from './outcomes.js';

type Nothing = Record<never, never>;

/** Names a filing and the revision whose review brought it here. */
export interface FilingReference {
  filing: string;
  revision: number;
}

/** Every event of a coordination: what its sender says, and what the engine looks up for it. */
interface EventTable {
  /** 交办, and again when another official takes over. */
  ASSIGN: [{ official: string; posts: readonly ResponsiblePost[] }, OfficialFacts];
  ADD_SUPPORT: [
    { measure: SupportType; owner: SupportOwner; dueOn: CivilDay; input: SupportValues },
    SupportFacts,
  ];
  /** 政银企协调会. Only the banks of the filings named are invited, so that no bank learns of another's. */
  CALL_MEETING: [
    { on: CivilDay; time?: string; place: string; agenda: string; filings: readonly string[] },
    MeetingFacts,
  ];
  CANCEL_MEETING: [{ reason: string }, InvitedFacts];
  RECORD_MINUTES: [{ heldOn: CivilDay; participants: readonly string[]; text: string }, InvitedFacts];
  /** What the offices put before the bank of one filing. */
  PROPOSE: [{ filing: string; text: string } & Agreement, FilingFacts];
  /** The bank's maker writes the bank's word; its checker confirms it. */
  PREPARE_OUTCOME: [{ filing: string; text?: string } & Agreement, FilingFacts];
  CONFIRM_OUTCOME: [{ filing: string } & Agreement, FilingFacts];
  CONCLUDE_FILING: [{ filing: string; outcome: CoordinationOutcome; text?: string }, FilingFacts];

  /** The first event of a coordination, and one for each filing that joins later. `support`: found a committee. */
  'FILING.JOINED': [FilingReference & { bank: string; support?: 'foundCommittee' }, JoiningFacts];
  'FILING.LEFT': [FilingReference, LeavingFacts];
  'SUPPORT.ENDED': [{ support: string; outcome: SupportOutcome }, BaseFacts];
  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];

  'DEADLINE.assign': [Nothing, LapseFacts];
  'DEADLINE.plan': [Nothing, BaseFacts];
  'DEADLINE.meeting': [Nothing, BaseFacts];
}

export type CoordinationEventType = keyof EventTable;
export type PayloadOf<Type extends CoordinationEventType> = EventTable[Type][0];
export type FactsOf<Type extends CoordinationEventType> = EventTable[Type][1];
export type CoordinationEventOf<Type extends CoordinationEventType> = Type extends CoordinationEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type CoordinationEvent = CoordinationEventOf<CoordinationEventType>;

/** What a bank sends, each about its own filing. */
export const BANK_EVENTS = [
  'PREPARE_OUTCOME',
  'CONFIRM_OUTCOME',
] as const satisfies readonly CoordinationEventType[];

export const OFFICE_EVENTS = [
  'ASSIGN',
  'ADD_SUPPORT',
  'CALL_MEETING',
  'CANCEL_MEETING',
  'RECORD_MINUTES',
  'PROPOSE',
  'CONCLUDE_FILING',
] as const satisfies readonly CoordinationEventType[];

export const PUBLIC_EVENTS = [...OFFICE_EVENTS, ...BANK_EVENTS] as const;

/** What filings, measures and the directory tell a coordination. */
export const MESSAGES = [
  'FILING.JOINED',
  'FILING.LEFT',
  'SUPPORT.ENDED',
  'COURT.ACCEPTED',
] as const satisfies readonly CoordinationEventType[];

/** The clocks of a coordination; each sends `DEADLINE.<name>`. That of a filing's answer is the filing's own. */
export const DEADLINES = ['assign', 'plan', 'meeting'] as const;
