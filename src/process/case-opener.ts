import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Message, type ProcessName, restore } from '../../workflows/process.js';
import type { Actor, Capacity } from '../access/actor.js';
import { referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { Database, type Transaction } from '../platform/transaction.js';
import type { Outcome } from './command.js';
import { eventActor } from './event-actor.js';
import { formerAnswer } from './former-answer.js';
import { claimKey, formerOutcome, type IdempotencyClaim, keepOutcome } from './idempotency.js';
import { holdFirm } from './locked-case.js';
import { isRefusedPerson, logRefusal } from './log-refusal.js';
import { openCase } from './open-case.js';
import { ProcessService } from './process.service.js';
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
  /** The firm that it is about from the start; the transaction holds it. */
  firm?: string;
  /** The input of the machine's first state. */
  input(id: string): object;
  /** The event that it takes at once, when it does not begin as a draft. Judged like any other. */
  first?: Message;
}

/** How a person or a bank's system begins a case: once for each key. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly database: Database,
    private readonly registry: ProcessRegistry,
    private readonly processes: ProcessService,
  ) {}

  /**
   * Opens a case of the newest version; `beside` writes the feature's own rows, unless the key had opened one before.
   * @throws {Problem} what its first event is refused for; nothing was opened then
   */
  async open(wanted: NewCase, beside: (tx: Transaction, stored: StoredCase) => void): Promise<Outcome> {
    try {
      return await this.openOnce(wanted, beside);
    } catch (error) {
      const { process, actor, first } = wanted;
      if (isRefusedPerson(error) && first !== undefined) {
        await logRefusal(this.database, { process, type: first.type, actor }, error);
      }
      throw error;
    }
  }

  private async openOnce(
    wanted: NewCase,
    beside: (tx: Transaction, stored: StoredCase) => void,
  ): Promise<Outcome> {
    const { process, actor, owner, capacity, claim, input, firm = null, first } = wanted;
    const { jurisdiction } = actor;
    return retriedTransaction(this.database, async (tx) => {
      const [, isNew] = await Promise.all([enterEngineScope(tx, actor), claimKey(tx, actor, claim)]);
      if (!isNew) {
        const former = await formerOutcome(tx, actor, claim);
        return formerAnswer(tx, this.registry, { jurisdiction, id: former.caseId, process }, former);
      }
      const locked = await holdFirm(tx, { jurisdiction, firm });
      const [{ at }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const id = uuid();
      const shell = this.registry.newest(process);
      const { stored, entry } = openCase(tx, shell, this.registry.hashOf(shell.definition), {
        jurisdiction,
        id,
        ownerOrg: owner.organization,
        ownerUnit: owner.unit,
        firm,
        input: input(id),
        actor: eventActor(actor, capacity),
        behind: actor.behind,
        at,
      });
      beside(tx, stored);
      locked.cases.set(id, stored);
      const opened = { stored, snapshot: restore(shell.definition, stored), entry, shell, reference };
      const outcome =
        first === undefined
          ? opened
          : await this.processes.move(tx, locked, stored, { process, id, actor, ...first });
      keepOutcome(tx, actor, claim, { caseId: id, entryId: outcome.entry.id, status: 201 });
      return outcome;
    });
  }
}
