import { Injectable } from '@nestjs/common';
import { restore } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { whyNotRemove } from './adding-rule.js';
import { type AddressedCase, CASE_OF_ATTACHMENT, HOLD_CASE } from './attachment-row.js';
import { AttachmentStore } from './attachment-store.js';

const REMOVE: Statement = {
  name: 'remove-attachment',
  text: 'delete from attachment where jurisdiction = $1 and filing = $2 and sha256 = $3 returning id',
};

/** What was put beside a draft by mistake is taken away again, while nobody but the bank has seen it. */
@Injectable()
export class AttachmentRemoval {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly store: AttachmentStore,
  ) {}

  /** @throws {Problem} not-found, forbidden, not-editable */
  async remove(actor: Actor, filing: string, sha256: string): Promise<void> {
    const key = [actor.jurisdiction, filing];
    await this.database.as(actor, async (tx) => {
      const [found] = await tx.query<AddressedCase>(CASE_OF_ATTACHMENT, key);
      if (found === undefined) throw new Problem('not-found');
      if (found.ownerOrg !== actor.organization) throw new Problem('forbidden');
    });
    const id = await this.database.asSystem(async (tx) => {
      // While it is held the draft is not sent: what the checker finds is what was there when it was.
      const [held] = await tx.query<AddressedCase>(HOLD_CASE, key);
      if (held === undefined) throw new Problem('not-found');
      const { definition } = this.registry.shell('filing', held.version);
      const reason = whyNotRemove(restore(definition, held));
      if (reason !== undefined) throw new Problem('not-editable', { detail: reason });
      const [gone] = await tx.query<{ id: string }>(REMOVE, [...key, sha256]);
      if (gone === undefined) throw new Problem('not-found');
      return gone.id;
    });
    // Its row is gone for good by now; a server that dies here leaves the file to the sweep.
    await this.store.remove(id);
  }
}
