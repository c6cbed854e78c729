import type { Actor } from '../access/actor.js';
import type { ProblemCode } from '../platform/problem-codes.js';
import type { Transaction } from '../platform/transaction.js';
import type { Outcome } from '../process/command.js';
import type { CaseDescription } from './case-description.js';
import type { EventBodies } from './event-body.js';
import type { SeenCase } from './seen-case.js';

/** What a state alone says of a case: of one that was seen now, or of the one that an event led to. */
export type CaseState<Context> = Pick<
  SeenCase<Context>,
  'id' | 'jurisdiction' | 'ownerOrg' | 'seq' | 'snapshot' | 'reference'
> & { context: Context };

/**
 * A process as people meet it through HTTP: its routes are made from this by `caseController`. What is its own, such as its
 * list or a vote, the feature adds in a controller beside it.
 */
export interface CaseResource<Context = unknown> extends CaseDescription<Context> {
  /** The first part of its paths, e.g. `coordinations`. */
  path: string;
  bodies: EventBodies;
  /** What its guards answer to whoever may not do a thing in this very case: documented, and each leaves an entry. */
  denials?: readonly ProblemCode[];
  /** The answer to an event. Made of the state alone, so that a repeated request gets the same bytes. */
  state: { type: new () => object; of(state: CaseState<Context>, actor: Actor): object };
  /** One case, with what lies beside it; in the reader's own scope. */
  page: {
    type: new () => object;
    of(tx: Transaction, seen: SeenCase<Context>, actor: Actor): Promise<object>;
  };
  /**
   * The number of the latest entry that the reader may know of: its version. Absent: the latest of all. What came after it
   * must be independent of whatever such a reader can send.
   */
  latestSeqFor?(tx: Transaction, seen: SeenCase<Context>, actor: Actor): Promise<number>;
}

export function stateAfter<Context>({ stored, snapshot, reference }: Outcome): CaseState<Context> {
  const { id, jurisdiction, ownerOrg, seq } = stored;
  return { id, jurisdiction, ownerOrg, seq, snapshot, reference, context: snapshot.context as Context };
}
