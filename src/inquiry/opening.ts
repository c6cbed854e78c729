import { Injectable } from '@nestjs/common';
import { type Actor, capacityAmong } from '../access/actor.js';
import { eventRoles } from '../access/event-roles.js';
import { referenceData } from '../directory/reference-data.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { CaseOpener } from '../process/case-opener.js';
import type { Outcome } from '../process/command.js';
import type { IdempotencyClaim } from '../process/idempotency.js';
import { ProcessService } from '../process/process.service.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { NewInquiryDto } from './inquiry.dto.js';

/** In the scope of whoever reports: nobody reports on a firm or a report that it may not know. */
const KNOWN: Statement = {
  name: 'known-for-inquiry',
  text: `select exists (select from firm f where f.jurisdiction = $1 and f.id = $2) as firm,
      $3::uuid is null or exists (select from filing f where f.jurisdiction = $1 and f.id = $3 and f.owner_org = $4) as filing`,
};

const OF_BANK: Statement = {
  name: 'act-of-bank',
  text: `select $3::uuid is null or exists (select from credit_act a where a.jurisdiction = $1 and a.firm = $2 and a.id = $3
      and a.bank = $4) as act`,
};

const FORMER: Statement = {
  name: 'former-inquiry',
  text: `select i.id, c.status = 'active' as open from inquiry i join process_case c
      on c.jurisdiction = i.jurisdiction and c.id = i.id
    where i.jurisdiction = $1 and i.kind = $2 and ((i.filing = $3::uuid) or (i.act = $4::uuid)) limit 1`,
};

/** How an inquiry begins that no filing opens by itself: by an official, a county, or what a firm has told an official. */
@Injectable()
export class Opening {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opener: CaseOpener,
    private readonly processes: ProcessService,
  ) {}

  /**
   * Opens one, or adds to the one that there is about the same act and kind. Whoever cannot see that one is told that it is
   * there: nothing is lost by that, and nothing said of it.
   * @throws {Problem} not-found for what is not known; already-exists; guard-failed
   */
  async open(actor: Actor, body: NewInquiryDto, claim: IdempotencyClaim): Promise<Outcome> {
    const event = { type: 'INQUIRY.OPENED', payload: payloadOf(actor, body) };
    const { finance, former } = await this.lookUp(actor, body);
    if (former !== undefined) {
      if (!former.open || actor.organization !== finance) throw new Problem('already-exists');
      return this.processes.send({ process: 'inquiry', id: former.id, actor, idempotency: claim, ...event });
    }
    return this.opener.open(
      {
        process: 'inquiry',
        actor,
        owner: { organization: finance, unit: null },
        capacity: capacityAmong(actor, eventRoles('inquiry', event.type)),
        claim,
        firm: body.firm,
        input: () => ({}),
        first: event,
      },
      () => undefined,
    );
  }

  private async lookUp(
    actor: Actor,
    { firm, bank, filing, act, kind }: NewInquiryDto,
  ): Promise<{ finance: string; former: { id: string; open: boolean } | undefined }> {
    const { jurisdiction } = actor;
    const [known] = await this.database.as(actor, (tx) =>
      tx.query<{ firm: boolean; filing: boolean }>(KNOWN, [jurisdiction, firm, filing ?? null, bank]),
    );
    if (known?.firm !== true || !known.filing) throw new Problem('not-found');
    return this.database.asSystem(async (tx) => {
      const [reference, [found], [former]] = await Promise.all([
        referenceData(tx),
        tx.query<{ act: boolean }>(OF_BANK, [jurisdiction, firm, act ?? null, bank]),
        formerIn(tx, [jurisdiction, kind, filing ?? null, act ?? null]),
      ]);
      const finance = reference.soleOf('finance');
      const isBank = reference.organizations.some(({ id, kind: sort }) => id === bank && sort === 'bank');
      if (finance === undefined || !isBank || found?.act !== true) throw new Problem('not-found');
      return { finance: finance.id, former };
    });
  }
}

function formerIn(tx: Transaction, values: unknown[]): Promise<{ id: string; open: boolean }[]> {
  return tx.query<{ id: string; open: boolean }>(FORMER, values);
}

function payloadOf({ organizationKind }: Actor, said: NewInquiryDto): object {
  const { kind, bank, filing, act, toldByFirm = false, text } = said;
  const byOffice = organizationKind === 'county' ? 'county' : 'official';
  return {
    kind,
    detail: {},
    bank,
    ...(filing === undefined ? {} : { filing }),
    ...(act === undefined ? {} : { act }),
    reportedBy: toldByFirm ? 'firm' : byOffice,
    text,
  };
}
