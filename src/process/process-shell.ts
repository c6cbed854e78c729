import type { AnyMachineSnapshot } from 'xstate';
import type {
  CivilDay,
  Effect,
  Message,
  Office,
  Party,
  ProcessDefinition,
  ProcessEvent,
  ProcessName,
  Role,
} from '../../workflows/process.js';
import type { PolicyValues } from '../../workflows/rules/policy.js';
import type { Actor, Capacity, Staff } from '../access/actor.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** A case as it is stored, locked by the transaction that holds it. */
export interface StoredCase {
  jurisdiction: string;
  id: string;
  process: ProcessName;
  version: number;
  definitionHash: string;
  value: unknown;
  status: 'active' | 'done';
  context: unknown;
  /** The flat name of the state. */
  state: string;
  /** Counts the events of this case; its log entry carries the same number. */
  seq: number;
  /** Counts the changes of an open draft since; `seq.edits` is the version that clients name. */
  edits: number;
  ownerOrg: string;
  ownerUnit: string | null;
  firm: string | null;
  disclosed: boolean;
  updatedAt: Date;
}

/** What a feature may use to find the facts of an event. The transaction is in engine scope: facts are not the actor's to see. */
export interface FactQuestion {
  tx: Transaction;
  stored: StoredCase;
  snapshot: AnyMachineSnapshot;
  type: string;
  payload: object;
  actor: Actor;
  capacity: Capacity | undefined;
  /** RFC 3339, of this transaction. */
  at: string;
  /** The working day on which the act counts. */
  day: CivilDay;
  /** The civil day of `at`. */
  today: CivilDay;
  reference: ReferenceData;
  /** Somebody only asks what they could do: nothing may be taken, such as a number. */
  preview: boolean;
  /** What the sender keeps beside the case and the log must not hold, such as a ballot's choice. */
  sealed?: object | undefined;
}

/** One case that has moved, just before it is written. */
export interface Move {
  stored: StoredCase;
  before: AnyMachineSnapshot;
  next: AnyMachineSnapshot;
  event: ProcessEvent;
  effects: readonly Effect[];
  entryId: string;
  reference: ReferenceData;
  sealed?: object | undefined;
  /** The person behind a bank's system, as it was named. */
  behind?: Staff | undefined;
}

/** A case that another case lets begin: about the same firm, in its first state, with its first event behind it. */
export interface Birth {
  owner: { organization: string; unit: string | null };
  /** The input of the machine's first state. */
  input: object;
}

/** A case that waits, as it stands. */
export interface Waiting {
  snapshot: AnyMachineSnapshot;
  stored: StoredCase;
}

/**
 * What a feature tells the engine about its process, beside the definition itself. The engine does the rest: locking,
 * logging, clocks, notices, replay.
 */
export interface ProcessShell {
  definition: ProcessDefinition;
  /** Which roles may send an event at all; apart from the guards, which speak about the case. */
  rolesFor(eventType: string): readonly Role[];
  /** The office that an event of a bank answers: it stands in the entry as the speaker of an office does. */
  officeFor?(eventType: string, payload: object): Office | undefined;
  /** Whether the actor's organization has a part in this case that such an event belongs to. Absent: whoever sees it has. */
  isPartyTo?(eventType: string, actor: Actor, stored: StoredCase, snapshot: AnyMachineSnapshot): boolean;
  /**
   * Whether an event holds the firm from the start, with all open cases about it: then nothing about the firm changes while
   * its facts are looked up. Absent: every event does. An event that does not, but turns out to have something to say to
   * another case, begins again and holds the firm.
   */
  holdsFirm?(eventType: string): boolean;
  /** The firm that the case is about once this event is taken, when events may change it. */
  firmAfter?(event: ProcessEvent, stored: StoredCase): string | null;
  /** How a case of this process begins when another case says this; undefined when it does not begin by that. */
  birth?(tx: Transaction, message: Message, from: Move): Promise<Birth | undefined>;
  facts(question: FactQuestion): Promise<object>;
  /** The numbers that this case's clocks run by: pinned when it was filed. */
  policyOf(
    snapshot: AnyMachineSnapshot,
    reference: ReferenceData,
    day: CivilDay,
  ): { id: string; values: PolicyValues };
  /**
   * The feature's list row. `text` is one `update … from jsonb_to_record($1::jsonb)`, fed with `row(move)`; it travels with
   * the engine's own write.
   */
  projection: { statement: Statement; row(move: Move): object };
  /** Rows beside the case, sent with `tx.send`: an opinion, an execution, a sealed revision. */
  alsoWrite?(tx: Transaction, move: Move): void;
  /** What a notice about this case says: amounts and names of firms stay out of it, mails are made from it. */
  noticeData(snapshot: AnyMachineSnapshot): Record<string, string | number | boolean | null>;
  /** The key of the county that is concerned, once it is known. */
  countyOf(snapshot: AnyMachineSnapshot): string | null;
  /** Organizations that the engine cannot name by itself: a committee's chair and members, a support's helper. */
  partiesOf?(tx: Transaction, party: Party, move: Move): Promise<readonly string[]>;
  /** Where a post that the case waits for is reminded, when it is not the one that the post's name tells. */
  organizationsOf?(
    role: Role,
    snapshot: AnyMachineSnapshot,
    stored: Pick<StoredCase, 'id' | 'ownerOrg' | 'firm'>,
  ): readonly string[] | undefined;
  /**
   * Whom a ladder reminds at a post that the case waits for, where not all who hold it have something left to do. Undefined:
   * as `organizationsOf` says.
   */
  remindedAt?(tx: Transaction, role: Role, about: Waiting): Promise<readonly string[] | undefined>;
  /** The hash of the content that an event sends, when it sends any. */
  contentHashOf?(event: ProcessEvent): string | undefined;
}
