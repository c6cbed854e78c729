import { Inject, Injectable } from '@nestjs/common';
import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import { FORM_LABELS } from '../../../workflows/committee/committee.labels.js';
import type { Actor } from '../../access/actor.js';
import { ReadLog } from '../../audit/read-log.js';
import { seenCase } from '../../cases/seen-case.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { civilDay } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { ClaimsDto, CommitteeAgreementDto, MeetingsDto, RolloversDto } from './beside.dto.js';
import type { BesideCommittee } from './beside-committee.js';
import { agreementPage, claimsPage } from './claims-page.js';
import { invitationOf } from './invitation.js';
import { meetingRows, meetingsPage, rolloversPage } from './meetings-page.js';

const FIRM_NAME: Statement = {
  name: 'firm-name-of-committee',
  text: `select f.name from committee c join firm f on f.jurisdiction = c.jurisdiction and f.id = c.firm
    where c.jurisdiction = $1 and c.id = $2`,
};

/** What lies beside a committee: claims, agreement, meetings, the rollover schedule. Read in the reader's own scope. */
@Injectable()
export class BesidePage {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly readLog: ReadLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws {Problem} not-found */
  claims(actor: Actor, id: string): Promise<ClaimsDto> {
    return this.read(actor, id, (tx, committee) => claimsPage(tx, committee, actor));
  }

  /** @throws {Problem} not-found, also for the light form, which has no agreement */
  async agreement(actor: Actor, id: string): Promise<CommitteeAgreementDto> {
    const found = await this.read(actor, id, agreementPage);
    if (found === undefined) throw new Problem('not-found');
    return found;
  }

  /** @throws {Problem} not-found */
  async meetings(actor: Actor, id: string): Promise<MeetingsDto> {
    return { items: await this.read(actor, id, meetingsPage) };
  }

  /** @throws {Problem} not-found */
  async rollovers(actor: Actor, id: string): Promise<RolloversDto> {
    return { items: await this.read(actor, id, rolloversPage) };
  }

  /** @throws {Problem} not-found, for a meeting of another committee and a missing one alike */
  async invitation(actor: Actor, id: string, meeting: string): Promise<string> {
    return this.read(actor, id, async (tx, committee) => {
      const { seen, today } = committee;
      const { context, reference, jurisdiction } = seen;
      const [rows, [firm]] = await Promise.all([
        meetingRows(tx, committee),
        tx.query<{ name: string }>(FIRM_NAME, [jurisdiction, id]),
      ]);
      const found = rows.find((row) => row.id === meeting);
      if (found === undefined || firm === undefined) throw new Problem('not-found');
      const { chair, form } = context;
      const formLabel = FORM_LABELS[form ?? 'full'];
      return invitationOf(found, {
        firm: firm.name,
        chair: chair === null ? formLabel : reference.nameOn(chair, today),
        formLabel,
        host: new URL(this.config.publicUrl).hostname,
      });
    });
  }

  private async read<Result>(
    actor: Actor,
    id: string,
    work: (tx: Transaction, committee: BesideCommittee) => Promise<Result>,
  ): Promise<Result> {
    const { result, ownerOrg } = await this.database.as(actor, async (tx) => {
      const seen = await seenCase<CommitteeContext>(tx, this.registry, actor, { process: 'committee', id });
      const committee = { seen, today: civilDay(seen.now) };
      return { result: await work(tx, committee), ownerOrg: seen.ownerOrg };
    });
    await this.readLog.note(actor, { id, process: 'committee', ownerOrg });
    return result;
  }
}
