import { Injectable } from '@nestjs/common';
import { type Actor, capacityAmong } from '../access/actor.js';
import { eventRoles } from '../access/event-roles.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { CaseOpener } from '../process/case-opener.js';
import type { Outcome } from '../process/command.js';
import type { IdempotencyClaim } from '../process/idempotency.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { NewCommitteeDto } from './view/committee.dto.js';

/** In the proposer's own scope: nobody founds a committee of a firm that it may not know. */
const FIRM: Statement = {
  name: 'firm-to-found-for',
  text: 'select id from firm where jurisdiction = $1 and id = $2',
};

/** How a committee begins: proposed by a creditor, or on a bureau's advice. */
@Injectable()
export class Committees {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opener: CaseOpener,
  ) {}

  /** Opens and proposes in one transaction. @throws {Problem} not-found for the firm; guard-failed, with nothing opened */
  async propose(actor: Actor, body: NewCommitteeDto, claim: IdempotencyClaim): Promise<Outcome> {
    const { firm, form, creditors, reason, lead } = body;
    const { organization = '', jurisdiction } = actor;
    const [known] = await this.database.as(actor, (tx) => tx.query(FIRM, [jurisdiction, firm]));
    if (known === undefined) throw new Problem('not-found');
    return this.opener.open(
      {
        process: 'committee',
        actor,
        // The bank as a whole is a creditor, whichever of its branches has lent.
        owner: { organization, unit: null },
        capacity: capacityAmong(actor, eventRoles('committee', 'PROPOSE')),
        claim,
        firm,
        input: (committee) => ({ committee }),
        first: {
          type: 'PROPOSE',
          payload: {
            form,
            creditors: creditors.map((creditor) => ({ ...creditor })),
            reason,
            ...(lead === undefined ? {} : { lead }),
          },
        },
      },
      () => undefined,
    );
  }
}
