import type { CivilDay, ProcessEvent } from '../process.js';
import type {
  BallotFacts,
  BaseFacts,
  BirthFacts,
  BreachFacts,
  CommitteeFacts,
  ConflictFacts,
  EndedFacts,
  MembersFacts,
  NoticeFacts,
  ProxyFacts,
  VoteFacts,
  VoterFacts,
} from './resolution.facts.js';
import type { Subject } from './subjects.js';

type Nothing = Record<never, never>;
type Reasoned = { reason: string };

/** Every event of a resolution: what its sender says, and what the engine looks up for it. */
interface EventTable {
  /** What an item drafted by hand is born of. Its text lies beside the case. */
  'RESOLUTION.DRAFTED': [{ subject: Subject; askedBy: string; title: string; text: string }, BirthFacts];
  /** What a consent item is born of: a filing that the finance leader has referred. */
  'FILING.REFERRED': [
    { filing: string; revision: number; referral: number; bank: string; amount: string },
    BirthFacts,
  ];

  /** `cap`: less than was asked, for a consent. */
  NOTICE: [{ cap?: string }, NoticeFacts];
  DROP: [Reasoned, CommitteeFacts];
  /** 程序性事项: whoever presides decides. */
  DECIDE: [{ carried: boolean; text: string }, CommitteeFacts];
  /** A member says of itself that it is related to the debtor. */
  DECLARE_CONFLICT: [Reasoned, VoterFacts & { entitled: NoticeFacts['entitled'] }];
  /** Whoever presides, or a bureau, records that a member is related to the debtor, before the count. */
  RECORD_CONFLICT: [Reasoned & { member: string; document: string }, ConflictFacts];
  NAME_PROXY: [{ holder: string; document: string }, ProxyFacts];
  REVOKE_PROXY: [Nothing, VoterFacts];
  /** The choice is sealed: what is said here is who votes, and the hash of salt, choice and reason. */
  CAST_BALLOT: [{ member: string; commitment: string; document?: string }, BallotFacts];
  /** 盖章表决票, by its hash. */
  ATTACH_PAPER: [{ member: string; document: string }, BallotFacts];
  STATE_PENDING_APPROVAL: [{ text?: string; expectedOn?: CivilDay }, VoterFacts];
  EXTEND_VOTE: [Reasoned, CommitteeFacts];
  BREACH: [{ member: string; text: string; on?: CivilDay }, BreachFacts];

  'REFERRAL.LEFT': [{ filing: string; revision: number; referral: number }, BaseFacts];
  'STANDSTILL.BREACHED': [
    {
      kind: string;
      detail: { standstill: string; consentCap: string | null; amount: string };
      filing: string;
      bank: string;
    },
    BreachFacts,
  ];
  'COMMITTEE.ENDED': [{ committee: string }, EndedFacts];
  'COURT.ACCEPTED': [{ caseNo?: string; on?: CivilDay }, MembersFacts];
  /** From a resolution that has been carried: this one holds longer, no longer, or gives way. */
  EXTEND_TERM: [{ by: string; days: number }, MembersFacts];
  RESCIND: [{ by: string }, MembersFacts];
  SUPERSEDE: [{ by: string }, MembersFacts];

  'DEADLINE.draft': [Nothing, BaseFacts];
  'DEADLINE.notice': [Nothing, BaseFacts];
  'DEADLINE.vote': [Nothing, VoteFacts];
  'DEADLINE.extend': [Nothing, VoteFacts];
  'DEADLINE.sealedPaper': [Nothing, VoteFacts];
  'DEADLINE.term': [Nothing, MembersFacts];
}

export type ResolutionEventType = keyof EventTable;
export type PayloadOf<Type extends ResolutionEventType> = EventTable[Type][0];
export type FactsOf<Type extends ResolutionEventType> = EventTable[Type][1];
export type ResolutionEventOf<Type extends ResolutionEventType> = Type extends ResolutionEventType
  ? ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>>
  : never;
export type ResolutionEvent = ResolutionEventOf<ResolutionEventType>;

/** What may end a vote: a ballot, a paper, a clock, and whoever was waited for leaving the count. */
export const VOTE_EVENTS = [
  'CAST_BALLOT',
  'ATTACH_PAPER',
  'RECORD_CONFLICT',
  'DEADLINE.vote',
  'DEADLINE.extend',
  'DEADLINE.sealedPaper',
] as const satisfies readonly ResolutionEventType[];

/** What the members' delegates send. A ballot goes through a route of its own, so that its choice stays sealed. */
export const PUBLIC_EVENTS = [
  'NOTICE',
  'DROP',
  'DECIDE',
  'DECLARE_CONFLICT',
  'RECORD_CONFLICT',
  'NAME_PROXY',
  'REVOKE_PROXY',
  'CAST_BALLOT',
  'ATTACH_PAPER',
  'STATE_PENDING_APPROVAL',
  'EXTEND_VOTE',
  'BREACH',
] as const satisfies readonly ResolutionEventType[];
export type ResolutionActType = (typeof PUBLIC_EVENTS)[number];

/** What other cases tell a resolution, and what it is born of. */
export const MESSAGES = [
  'RESOLUTION.DRAFTED',
  'FILING.REFERRED',
  'REFERRAL.LEFT',
  'STANDSTILL.BREACHED',
  'COMMITTEE.ENDED',
  'COURT.ACCEPTED',
  'EXTEND_TERM',
  'RESCIND',
  'SUPERSEDE',
] as const satisfies readonly ResolutionEventType[];

/** The clocks of a resolution; each sends `DEADLINE.<name>`. */
export const DEADLINES = ['draft', 'notice', 'vote', 'extend', 'sealedPaper', 'term'] as const;
