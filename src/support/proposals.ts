import { Injectable } from '@nestjs/common';
import type { Role } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { capacityAmong } from '../access/actor.js';
import { eventRoles } from '../access/event-roles.js';
import { referenceData } from '../directory/reference-data.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { CaseOpener } from '../process/case-opener.js';
import type { Outcome } from '../process/command.js';
import type { IdempotencyClaim } from '../process/idempotency.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { NewSupportDto, SupportParentDto } from './support.dto.js';

/** In the proposer's own scope: what it cannot see, it can hang nothing on. */
const FIRM_OF_CASE: Statement = {
  name: 'firm-of-parent-case',
  text: 'select firm from process_case where jurisdiction = $1 and id = $2 and process = $3',
};
const FIRM: Statement = {
  name: 'firm-as-parent',
  text: 'select id as firm from firm where jurisdiction = $1 and id = $2',
};

/** The finance bureau gives a measure to its owner as it proposes it; what others propose, it decides on. */
const ASSIGNING: readonly Role[] = ['finance.reviewer', 'finance.leader'];

/** A measure that somebody proposes by hand, for a filing, a committee or a firm. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opener: CaseOpener,
  ) {}

  /** @throws {Problem} not-found when there is no such parent to be seen; guard-failed */
  async open(
    actor: Actor,
    { type, parent, owner, dueOn, input }: NewSupportDto,
    claim: IdempotencyClaim,
  ): Promise<Outcome> {
    const { firm, finance } = await this.groundOf(actor, parent);
    const capacity = capacityAmong(actor, eventRoles('support', 'SUPPORT.PROPOSED'));
    const assigned = capacity !== undefined && ASSIGNING.includes(capacity.role);
    return this.opener.open(
      {
        process: 'support',
        actor,
        owner: { organization: finance, unit: null },
        capacity,
        claim,
        firm,
        input: () => ({}),
        first: {
          type: 'SUPPORT.PROPOSED',
          payload: { type, parent: { ...parent }, owner: { ...owner }, dueOn, input: { ...input }, assigned },
        },
      },
      () => undefined,
    );
  }

  private async groundOf(
    actor: Actor,
    { process, id }: SupportParentDto,
  ): Promise<{ firm: string; finance: string }> {
    return this.database.as(actor, async (tx) => {
      const key = [actor.jurisdiction, id];
      const [rows, reference] = await Promise.all([
        process === 'firm'
          ? tx.query<{ firm: string }>(FIRM, key)
          : tx.query<{ firm: string | null }>(FIRM_OF_CASE, [...key, process]),
        referenceData(tx),
      ]);
      const firm = rows[0]?.firm;
      const finance = reference.soleOf('finance')?.id;
      if (firm === undefined || firm === null || finance === undefined) throw new Problem('not-found');
      return { firm, finance };
    });
  }
}
