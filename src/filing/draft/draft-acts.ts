import { Injectable } from '@nestjs/common';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { Actor } from '../../access/actor.js';
import { Problem } from '../../platform/problem.js';
import type { Statement } from '../../platform/transaction.js';
import type { Outcome } from '../../process/command.js';
import type { IdempotencyClaim } from '../../process/idempotency.js';
import { ProcessService } from '../../process/process.service.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { FilingContentDto } from '../content/filing-content.dto.js';
import { revisionsOf } from '../revisions.js';
import { Drafts } from './drafts.js';

const STATE: Statement = {
  name: 'state-of-filing',
  text: `select state, owner_org as "ownerOrg", (context -> 'revision')::int as revision from process_case
    where jurisdiction = $1 and id = $2 and process = 'filing'`,
};

interface StateRow extends Record<string, unknown> {
  state: string;
  ownerOrg: string;
  revision: number;
}

/** What a bank does with its drafts as a whole. */
@Injectable()
export class DraftActs {
  constructor(
    private readonly drafts: Drafts,
    private readonly database: ScopedDatabase,
    private readonly processes: ProcessService,
  ) {}

  open(actor: Actor, said: FilingContent, claim: IdempotencyClaim): Promise<Outcome> {
    return this.drafts.open(actor, said, claim);
  }

  change(actor: Actor, change: { id: string; version: string; said: FilingContent }): Promise<string> {
    return this.drafts.change(actor, change);
  }

  /** Deletes a draft by its event, or drops what was prepared beside a filed report. */
  async discard(actor: Actor, { id, version }: { id: string; version: string }): Promise<void> {
    const { state } = await this.stateOf(actor, id);
    if (state !== 'drafting') return this.drafts.drop(actor, { id, version });
    await this.processes.send({ process: 'filing', id, type: 'DISCARD', payload: {}, actor, version });
  }

  /** The content of a report of the own bank without what is one report's alone. */
  async copy(actor: Actor, id: string, claim: IdempotencyClaim): Promise<Outcome> {
    const content = await this.contentOf(actor, id);
    const { externalRef: _reference, bankDocumentNo: _document, ...copied } = content;
    return this.drafts.open(actor, copied, claim);
  }

  private async contentOf(actor: Actor, id: string): Promise<FilingContentDto> {
    const { ownerOrg, revision } = await this.stateOf(actor, id);
    if (ownerOrg !== actor.organization) throw new Problem('forbidden');
    const { open, inForce } = await this.database.as(actor, (tx) =>
      revisionsOf(tx, { jurisdiction: actor.jurisdiction, id }, revision),
    );
    return (inForce ?? open)?.content ?? {};
  }

  private async stateOf(actor: Actor, id: string): Promise<StateRow> {
    const [row] = await this.database.as(actor, (tx) => tx.query<StateRow>(STATE, [actor.jurisdiction, id]));
    if (row === undefined) throw new Problem('not-found');
    return row;
  }
}
