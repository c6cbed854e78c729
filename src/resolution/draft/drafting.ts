import { Injectable } from '@nestjs/common';
import { type Actor, capacityAmong } from '../../access/actor.js';
import { eventRoles } from '../../access/event-roles.js';
import { Problem } from '../../platform/problem.js';
import type { Statement } from '../../platform/transaction.js';
import { CaseOpener } from '../../process/case-opener.js';
import type { Outcome } from '../../process/command.js';
import type { IdempotencyClaim } from '../../process/idempotency.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { chairOf } from '../resolution.shell.js';
import type { NewResolutionDto } from './new-resolution.dto.js';
import { subjectOf } from './subject-of.js';

/** In the drafter's own scope: a committee that it cannot see is none. */
const COMMITTEE: Statement = {
  name: 'committee-to-draft-for',
  text: 'select firm from committee where jurisdiction = $1 and id = $2',
};

/** How an item begins that no filing has brought: drafted by a member of the committee. */
@Injectable()
export class Drafting {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opener: CaseOpener,
  ) {}

  /** Opens and drafts in one transaction. @throws {Problem} not-found for the committee; guard-failed, with nothing opened */
  async open(
    actor: Actor,
    committee: string,
    { body, claim }: { body: NewResolutionDto; claim: IdempotencyClaim },
  ): Promise<Outcome> {
    const { jurisdiction, organization = '' } = actor;
    const subject = subjectOf(body.subject);
    const [found] = await this.database.as(actor, (tx) =>
      tx.query<{ firm: string }>(COMMITTEE, [jurisdiction, committee]),
    );
    if (found === undefined) throw new Problem('not-found');
    const chair = await this.database.asSystem((tx) => chairOf(tx, jurisdiction, committee));
    return this.opener.open(
      {
        process: 'resolution',
        actor,
        owner: { organization: chair ?? organization, unit: null },
        capacity: capacityAmong(actor, eventRoles('resolution', 'RESOLUTION.DRAFTED')),
        claim,
        firm: found.firm,
        input: () => ({}),
        first: {
          type: 'RESOLUTION.DRAFTED',
          payload: { subject, askedBy: organization, title: body.title, text: body.text },
        },
      },
      () => undefined,
    );
  }
}
