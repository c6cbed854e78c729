import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type ProcessName, restore } from '../../workflows/process.js';
import type { Actor, Capacity } from '../access/actor.js';
import { referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { Database, type Transaction } from '../platform/transaction.js';
import type { Outcome } from './command.js';
import { eventActor } from './event-actor.js';
import { formerAnswer } from './former-answer.js';
import { claimKey, formerOutcome, type IdempotencyClaim, keepOutcome } from './idempotency.js';
import { openCase } from './open-case.js';
import { ProcessRegistry } from './process-registry.js';
import type { StoredCase } from './process-shell.js';
import { retriedTransaction } from './retried-transaction.js';
import { enterEngineScope } from './scope.js';

export interface NewCase {
  process: ProcessName;
  actor: Actor;
  /** The organization that it will belong to. */
  owner: { organization: string; unit: string | null };
  capacity: Capacity | undefined;
  claim: IdempotencyClaim;
  /** The input of the machine's first state. */
  input(id: string): object;
}

/** How a person or a bank's system begins a case: once for each key. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly database: Database,
    private readonly registry: ProcessRegistry,
  ) {}

  /** Opens a case of the newest version; `beside` writes the feature's own rows, unless the key had opened one before. */
  async open(wanted: NewCase, beside: (tx: Transaction, stored: StoredCase) => void): Promise<Outcome> {
    const { process, actor, owner, capacity, claim, input } = wanted;
    const { jurisdiction } = actor;
    return retriedTransaction(this.database, async (tx) => {
      const [, isNew] = await Promise.all([enterEngineScope(tx, actor), claimKey(tx, actor, claim)]);
      if (!isNew) {
        const former = await formerOutcome(tx, actor, claim);
        return formerAnswer(tx, this.registry, { jurisdiction, id: former.caseId, process }, former);
      }
      const [{ at }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const id = uuid();
      const shell = this.registry.newest(process);
      const { stored, entry } = openCase(tx, shell, this.registry.hashOf(shell.definition), {
        jurisdiction,
        id,
        ownerOrg: owner.organization,
        ownerUnit: owner.unit,
        firm: null,
        input: input(id),
        actor: eventActor(actor, capacity),
        at,
      });
      beside(tx, stored);
      keepOutcome(tx, actor, claim, { caseId: id, entryId: entry.id, status: 201 });
      const snapshot = restore(shell.definition, stored);
      return { stored, snapshot, entry, shell, reference };
    });
  }
}
