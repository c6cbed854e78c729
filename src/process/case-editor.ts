import { Injectable } from '@nestjs/common';
import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, type ProcessName, restore } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import { Database, type Statement, type Transaction } from '../platform/transaction.js';
import { lockVisibleCase } from './locked-case.js';
import { ProcessRegistry } from './process-registry.js';
import type { StoredCase } from './process-shell.js';
import { retriedTransaction } from './retried-transaction.js';
import { refuseStale, versionOf } from './staleness.js';

const EDITED: Statement = {
  name: 'count-edit',
  text: `update process_case set edits = edits + 1, updated_at = greatest(updated_at, $3)
    where jurisdiction = $1 and id = $2`,
};

/** A case of the actor's own organization, locked; the transaction is in engine scope. */
export interface HeldCase {
  tx: Transaction;
  stored: StoredCase;
  snapshot: AnyMachineSnapshot;
  definition: ProcessDefinition;
  reference: ReferenceData;
  /** RFC 3339, of this transaction. */
  at: string;
  today: string;
}

export interface Edit {
  process: ProcessName;
  id: string;
  actor: Actor;
  /** The version that the sender has seen (If-Match). */
  version: string;
  /** The event that this prepares: what does not touch it does not make the version old. */
  prepares: string;
}

/** What an owner changes in the open draft beside its case. It is no event: the state stays, only the owner's version moves. */
@Injectable()
export class CaseEditor {
  constructor(
    private readonly database: Database,
    private readonly registry: ProcessRegistry,
  ) {}

  /**
   * Gives the case to `work`, and the version that its owner sees afterwards.
   * @throws {Problem} not-found, forbidden for whoever does not own the case, stale-version
   */
  async edit<Result>(
    edit: Edit,
    work: (held: HeldCase) => Promise<Result>,
  ): Promise<{ version: string; result: Result }> {
    return retriedTransaction(this.database, async (tx) => {
      const { actor, process, id, version, prepares } = edit;
      const { jurisdiction } = actor;
      const locked = await lockVisibleCase(tx, { jurisdiction, id, process }, actor);
      const stored = locked?.cases.get(id);
      if (locked === undefined || stored === undefined) throw new Problem('not-found');
      if (stored.ownerOrg !== actor.organization) throw new Problem('forbidden');
      const { definition } = this.registry.shell(stored.process, stored.version);
      await refuseStale(tx, stored, definition, { type: prepares, office: undefined, version, owner: true });
      const at = shanghai(locked.now);
      const result = await work({
        tx,
        stored,
        snapshot: restore(definition, stored),
        definition,
        reference: await referenceData(tx, locked.stamp),
        at,
        today: civilDay(locked.now),
      });
      tx.send(EDITED, [jurisdiction, id, at]);
      return { version: versionOf({ ...stored, edits: stored.edits + 1 }, true), result };
    });
  }
}
