import { Injectable } from '@nestjs/common';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { Actor } from '../../access/actor.js';
import { writeEntry } from '../../audit/write-entry.js';
import { seenCase } from '../../cases/seen-case.js';
import { Problem } from '../../platform/problem.js';
import { eventActor } from '../../process/event-actor.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { contentInForce, revisionsOf } from '../revisions.js';
import type { ShownContactDto } from './filing.dto.js';

/** 联系人 in full, for those who may have to call (个人信息保护法 51): everybody else reads it masked. */
@Injectable()
export class FilingContact {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
  ) {}

  /**
   * Every time leaves an entry in the log, except for the bank's own people.
   * @throws {Problem} not-found for what the actor may not see; forbidden for another bank that was told of the filing
   */
  async read(actor: Actor, id: string): Promise<ShownContactDto> {
    return this.database.as(actor, async (tx) => {
      const filing = await seenCase<FilingContext>(tx, this.registry, actor, { process: 'filing', id });
      const isOwner = actor.organization === filing.ownerOrg;
      if (!isOwner && actor.organizationKind === 'bank') throw new Problem('forbidden');
      const revisions = await revisionsOf(tx, filing, filing.context.revision);
      const { contact } = contentInForce(isOwner ? revisions : { ...revisions, open: undefined });
      if (!isOwner) {
        await writeEntry(tx, {
          kind: 'read',
          type: 'READ_CONTACT',
          jurisdiction: actor.jurisdiction,
          actor: eventActor(actor),
          about: { id, process: 'filing', ownerOrg: filing.ownerOrg },
        });
      }
      return { name: contact?.name ?? null, post: contact?.post ?? null, phone: contact?.phone ?? null };
    });
  }
}
