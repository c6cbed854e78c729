import type { CivilDay, ProcessEvent } from '../process.js';
import type { Agreement } from './agreement.js';
import type { ClaimBasis, DeclaredClaim } from './claims.js';
import type { CommitteeForm, Strategy } from './committee.context.js';
import type {
  AccedeFacts,
  BaseFacts,
  CallMeetingFacts,
  CarriedFacts,
  ClaimsFacts,
  CreditorsFacts,
  DeclareFacts,
  DismissedFacts,
  DraftAgreementFacts,
  ElectFacts,
  InviteFacts,
  LapsedElectionFacts,
  LapsedSigningFacts,
  MeetingFacts,
  MinutesAnswerFacts,
  MinutesFacts,
  NameViceChairsFacts,
  ProposeFacts,
  ReminderFacts,
  RolloverDoneFacts,
  ScheduleFacts,
  SignFacts,
  StandingFacts,
  TransferFacts,
  WindUpFacts,
} from './committee.facts.js';
import type { MeetingWay } from './meetings.js';
import type { RolloverOutcome } from './rollover.js';

type Nothing = Record<never, never>;
type Reasoned = { reason: string };

/** A creditor is an organization; its units are one head with it, and named only to be found. */
export interface NamedCreditor {
  organization: string;
  unit?: string;
}

/** Every event of the committee: what its sender says, and what the engine looks up for it. */
interface EventTable {
  /** `lead` 主办行: light form only; the proposing bank when left out. */
  PROPOSE: [
    { form: CommitteeForm; creditors: readonly NamedCreditor[]; reason: string; lead?: string },
    ProposeFacts,
  ];
  /** The creditors of the proposal are invited with the first invitation; `creditors` are further ones. */
  INVITE: [{ creditors?: readonly NamedCreditor[]; text?: string }, InviteFacts];
  /** Declared again, it replaces what the bank declared before, until the claims are confirmed. */
  DECLARE_CLAIM: [
    DeclaredClaim & { basis: ClaimBasis; documents: readonly string[]; willingToChair?: boolean },
    DeclareFacts,
  ];
  WILLING: [Nothing, StandingFacts];
  DECLINE: [{ reason?: string }, StandingFacts];
  CONFIRM_CLAIMS: [{ recordDate: CivilDay }, ClaimsFacts];
  /** One creditor's vote. The vote that makes the majority elects. */
  ELECT: [{ chair: string }, ElectFacts];
  NAME_VICE_CHAIRS: [{ viceChairs: readonly string[] }, NameViceChairsFacts];
  DRAFT_AGREEMENT: [{ agreement: Agreement; text?: string }, DraftAgreementFacts];
  /** `agreement`: the draft that is signed, by its number; `authorization`: the bank's own document. */
  SIGN: [{ agreement: number; authorization: string }, SignFacts];
  ABANDON: [Reasoned, BaseFacts];

  SET_STRATEGY: [{ strategy: Strategy; reason?: string }, StandingFacts];
  ACCEDE: [{ agreement: number; authorization: string }, AccedeFacts];
  TRANSFER_CLAIM: [{ to: string; amount: string; on: CivilDay }, TransferFacts];
  SCHEDULE_ROLLOVER: [
    {
      bank: string;
      loan: string;
      amount: string;
      maturity: CivilDay;
      renewal?: { amount: string; until: CivilDay };
    },
    ScheduleFacts,
  ];
  ROLLOVER_DONE: [{ rollover: string; outcome: RolloverOutcome; text?: string }, RolloverDoneFacts];
  /** With `meeting` it changes one that was called before. */
  CALL_MEETING: [
    {
      meeting?: string;
      on: CivilDay;
      /** `09:30` */
      at: string;
      /** Two hours when left out. */
      durationMinutes?: number;
      place: string;
      way: MeetingWay;
      agenda: readonly string[];
    },
    CallMeetingFacts,
  ];
  CANCEL_MEETING: [{ meeting: string; reason: string }, MeetingFacts];
  RECORD_MINUTES: [{ meeting: string; text: string; present: readonly string[] }, MinutesFacts];
  CONFIRM_MINUTES: [{ meeting: string }, MinutesAnswerFacts];
  OBJECT_MINUTES: [{ meeting: string; text: string }, MinutesAnswerFacts];
  WIND_UP: [Reasoned, WindUpFacts];

  'RESOLUTION.CARRIED': [
    {
      resolution: string;
      /** `chair`, `strategy`, `accession`, `agreement`, `dissolution` change the committee; every other subject is recorded. */
      subject: string;
      chair?: string;
      strategy?: Strategy;
      /** `accession`: who may join, on declaring its claim and signing. */
      organization?: string;
      /** `agreement`: the text that takes the place of the one in force. */
      agreement?: Agreement;
    },
    CarriedFacts,
  ];
  'STANDSTILL.STARTED': [{ standstill: string; until?: CivilDay }, BaseFacts];
  'STANDSTILL.ENDED': [{ standstill: string }, BaseFacts];
  'SUPPORT.ENDED': [{ support: string; outcome: 'done' | 'notDone' | 'cancelled' }, BaseFacts];
  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];
  'COURT.DISMISSED': [{ caseNo?: string; on?: CivilDay }, DismissedFacts];
  'COURT.CLOSED': [{ caseNo?: string; on?: CivilDay }, BaseFacts];

  'DEADLINE.propose': [Nothing, CreditorsFacts];
  'DEADLINE.claims': [Nothing, ClaimsFacts];
  'DEADLINE.elect': [Nothing, LapsedElectionFacts];
  'DEADLINE.sign': [Nothing, LapsedSigningFacts];
  'DEADLINE.wind': [Nothing, BaseFacts];
  'DEADLINE.record': [Nothing, BaseFacts];
  'DEADLINE.minutes': [Nothing, BaseFacts];
  'DEADLINE.rollover': [Nothing, ReminderFacts];
}

export type CommitteeEventType = keyof EventTable;
export type PayloadOf<Type extends CommitteeEventType> = EventTable[Type][0];
export type FactsOf<Type extends CommitteeEventType> = EventTable[Type][1];
export type CommitteeEventOf<Type extends CommitteeEventType> = Type extends CommitteeEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type CommitteeEvent = CommitteeEventOf<CommitteeEventType>;

/** What people send; everything else comes from clocks and other cases. */
export const PUBLIC_EVENTS = [
  'PROPOSE',
  'INVITE',
  'DECLARE_CLAIM',
  'WILLING',
  'DECLINE',
  'CONFIRM_CLAIMS',
  'ELECT',
  'NAME_VICE_CHAIRS',
  'DRAFT_AGREEMENT',
  'SIGN',
  'ABANDON',
  'SET_STRATEGY',
  'ACCEDE',
  'TRANSFER_CLAIM',
  'SCHEDULE_ROLLOVER',
  'ROLLOVER_DONE',
  'CALL_MEETING',
  'CANCEL_MEETING',
  'RECORD_MINUTES',
  'CONFIRM_MINUTES',
  'OBJECT_MINUTES',
  'WIND_UP',
] as const satisfies readonly CommitteeEventType[];
export type PublicCommitteeEventType = (typeof PUBLIC_EVENTS)[number];

/** What other cases and the court tell a committee. */
export const MESSAGES = [
  'RESOLUTION.CARRIED',
  'STANDSTILL.STARTED',
  'STANDSTILL.ENDED',
  'SUPPORT.ENDED',
  'COURT.ACCEPTED',
  'COURT.DISMISSED',
  'COURT.CLOSED',
] as const satisfies readonly CommitteeEventType[];

/** The clocks of a committee; each sends `DEADLINE.<name>`. */
export const DEADLINES = [
  'propose',
  'claims',
  'elect',
  'sign',
  'wind',
  'record',
  'minutes',
  'rollover',
] as const;
export type DeadlineName = (typeof DEADLINES)[number];
