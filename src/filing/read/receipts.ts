import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { ReadLog } from '../../audit/read-log.js';
import { SigningKey } from '../../audit/signing-key.js';
import { seenCase } from '../../cases/seen-case.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { readReceipt } from '../receipt/read-receipt.js';
import type { ReceiptDto } from '../receipt/receipt.dto.js';

/** The entry that sent a revision. A number that none was sent under finds nothing. */
const SENT_AS: Statement = {
  name: 'entry-of-revision',
  text: `select e.id from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and e.type in ('FILE', 'AMEND', 'RESUBMIT')
      and (v."values"::jsonb -> 'facts' ->> 'revision')::int = $3`,
};

/** 回执, as often as it is asked for: made anew from what was logged, and the same each time. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly key: SigningKey,
    private readonly readLog: ReadLog,
  ) {}

  /**
   * The receipt of a revision; without one, the latest.
   * @throws {Problem} not-found: also while nothing was filed, and for a revision that has no receipt of its own
   */
  async of(actor: Actor, id: string, revision: number | undefined): Promise<ReceiptDto> {
    const { receipt, ownerOrg } = await this.database.as(actor, async (tx) => {
      const filing = await seenCase(tx, this.registry, actor, { process: 'filing', id });
      const entry = revision === undefined ? undefined : await entryOf(tx, actor, id, revision);
      const address = { jurisdiction: actor.jurisdiction, id, ...(entry === undefined ? {} : { entry }) };
      const found = await readReceipt(tx, address, filing.reference, this.key);
      return { receipt: found, ownerOrg: filing.ownerOrg };
    });
    if (receipt === undefined) throw noReceipt(revision);
    await this.readLog.note(actor, { id, process: 'filing', ownerOrg });
    return receipt;
  }
}

async function entryOf(
  tx: Transaction,
  { jurisdiction }: Actor,
  id: string,
  revision: number,
): Promise<string> {
  const [found] = await tx.query<{ id: string }>(SENT_AS, [jurisdiction, id, revision]);
  if (found === undefined) throw noReceipt(revision);
  return found.id;
}

function noReceipt(revision: number | undefined): Problem {
  const detail =
    revision === undefined
      ? '本件尚未报送，没有回执。'
      : '该修订版次没有单独的回执；请查阅不带 revision 参数的最新回执。';
  return new Problem('not-found', { detail });
}
