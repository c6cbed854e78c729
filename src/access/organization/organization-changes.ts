import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { PAGE_SIZE, pageOf } from '../../platform/http/page.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import { constraintOf, type Statement, type Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { loggingRefusal } from '../grant/refused-alone.js';
import { sealRight } from '../seal/seal-rights.js';
import type {
  NewOrganizationChangeDto,
  OrganizationChangeDto,
  OrganizationChangesDto,
  OrganizationChangesQueryDto,
} from './organization-change.dto.js';
import { organizationFacts } from './organization-facts.js';
import { changeOrganization } from './organization-rows.js';
import { type OrganizationWish, organizationRefusals } from './organization-rules.js';

const SHOWN = `c.id, c.change, c.state, c.organization, c.unit, c.kind, c.key, c.series, c.name, c.english_name as "englishName",
    c.from_or_until as "on", c.reason, c.proposed_at as "proposedAt", c.settled_at as "settledAt",
    json_build_object('id', p.id, 'name', p.name) as "proposedBy",
    case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as "settledBy",
    (select n.name from organization_name n where n.jurisdiction = c.jurisdiction and n.organization = c.organization
      order by n.valid_from desc limit 1) as "organizationName",
    (select u.name from unit u where u.jurisdiction = c.jurisdiction and u.id = c.unit) as "unitName"
  from organization_change c
  join person p on p.jurisdiction = c.jurisdiction and p.id = c.proposed_by
  left join person s on s.jurisdiction = c.jurisdiction and s.id = c.settled_by`;
const LIST: Statement = {
  name: 'list-organization-changes',
  text: `select ${SHOWN} where c.jurisdiction = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
};
const FIND: Statement = {
  name: 'find-organization-change',
  text: `select ${SHOWN} where c.jurisdiction = $1 and c.id = $2 for update of c`,
};
const PROPOSE: Statement = {
  name: 'propose-organization-change',
  text: `insert into organization_change (jurisdiction, id, change, organization, unit, key, kind, series, name, english_name,
      from_or_until, reason, proposed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const SETTLE: Statement = {
  name: 'settle-organization-change',
  text: `update organization_change set state = $3, settled_by = $4, settled_at = wendai_now(), organization = $5, unit = $6
    where jurisdiction = $1 and id = $2`,
};
/** Written at once by two, each of whom had seen none of the other. */
const LATE_REFUSALS: Readonly<Record<string, [string, string, string]>> = {
  organization_jurisdiction_key_key: ['key-taken', '/key', '该代码已被使用，请更换。'],
  organization_jurisdiction_series_key: ['series-taken', '/series', '该简称已被其他银行使用，请更换。'],
  unit_jurisdiction_organization_key_key: ['key-taken', '/key', '该代码已被使用，请更换。'],
};

type ChangeRow = Record<string, unknown> &
  OrganizationWish &
  Pick<OrganizationChangeDto, 'id' | 'state' | 'reason' | 'proposedBy' | 'settledBy'> & {
    organizationName: string | null;
    unitName: string | null;
    proposedAt: Date;
    settledAt: Date | null;
  };

/** 机构变更: the security administrator proposes who takes part and by which name, the system administrator executes it. */
@Injectable()
export class OrganizationChanges {
  constructor(private readonly database: ScopedDatabase) {}

  async list({ limit = PAGE_SIZE, cursor }: OrganizationChangesQueryDto): Promise<OrganizationChangesDto> {
    const rows = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<ChangeRow>(LIST, [jurisdiction, cursor ?? null, limit + 1]),
    );
    return pageOf(rows.map(shown), limit);
  }

  /** @throws {Problem} guard-failed */
  async propose(actor: Actor, { reason, ...said }: NewOrganizationChangeDto): Promise<OrganizationChangeDto> {
    const { jurisdiction } = actor;
    const wish = wishIn(said);
    return this.database.asSystemFor(actor, async (tx) => {
      await refuseUnfit(tx, jurisdiction, wish);
      const id = uuid();
      const { change, organization, unit, key, kind, series, name, englishName, on } = wish;
      await tx.query(PROPOSE, [
        ...[jurisdiction, id, change, organization, unit, key, kind, series, name, englishName],
        ...[on, reason, actor.person],
      ]);
      sealRight(tx, jurisdiction, { kind: 'organization_change', key: id });
      await log(tx, actor, 'ORGANIZATION_CHANGE_PROPOSED', { id, ...wish });
      return shown(await changeOf(tx, jurisdiction, id));
    });
  }

  /** @throws {Problem} not-found, second-person-needed with an entry in the log, decided-already, guard-failed */
  async execute(actor: Actor, id: string): Promise<OrganizationChangeDto> {
    const attempt = { actor, type: 'ORGANIZATION_CHANGE_EXECUTED', values: { change: id } };
    try {
      return await loggingRefusal(this.database, attempt, () =>
        this.settle(actor, id, 'executed', async (tx, change) => {
          if (change.proposedBy.id === actor.person) throw new Problem('second-person-needed');
          await refuseUnfit(tx, actor.jurisdiction, change);
          return changeOrganization(tx, actor.jurisdiction, change);
        }),
      );
    } catch (error) {
      const late = LATE_REFUSALS[constraintOf(error) ?? ''];
      if (late === undefined) throw error;
      const [code, pointer, message] = late;
      throw Problem.of([{ code, pointer, message }]);
    }
  }

  /** @throws {Problem} not-found, decided-already */
  async withdraw(actor: Actor, id: string): Promise<OrganizationChangeDto> {
    return this.settle(actor, id, 'withdrawn', async (_, { organization, unit }) => ({ organization, unit }));
  }

  private settle(
    actor: Actor,
    id: string,
    state: 'executed' | 'withdrawn',
    work: (tx: Transaction, change: ChangeRow) => Promise<Pick<OrganizationWish, 'organization' | 'unit'>>,
  ): Promise<OrganizationChangeDto> {
    const { jurisdiction } = actor;
    return this.database.asSystemFor(actor, async (tx) => {
      const [change] = await tx.query<ChangeRow>(FIND, [jurisdiction, id]);
      if (change === undefined) throw new Problem('not-found');
      if (change.state !== 'proposed') {
        const { settledBy: by, settledAt: at } = shown(change);
        throw new Problem('decided-already', { extension: { by: by?.name, at } });
      }
      const { organization, unit } = await work(tx, change);
      await tx.query(SETTLE, [jurisdiction, id, state, actor.person, organization, unit]);
      sealRight(tx, jurisdiction, { kind: 'organization_change', key: id });
      const type = state === 'executed' ? 'ORGANIZATION_CHANGE_EXECUTED' : 'ORGANIZATION_CHANGE_WITHDRAWN';
      await log(tx, actor, type, { ...change, organization, unit });
      return shown(await changeOf(tx, jurisdiction, id));
    });
  }
}

function wishIn(said: Omit<NewOrganizationChangeDto, 'reason'>): OrganizationWish {
  const { change, organization = null, unit = null, key = null, kind = null } = said;
  const { series = null, name = null, englishName = null, on = null } = said;
  return { change, organization, unit, key, kind, series, name, englishName, on };
}

async function refuseUnfit(tx: Transaction, jurisdiction: string, wish: OrganizationWish): Promise<void> {
  const refusals = organizationRefusals(wish, await organizationFacts(tx, jurisdiction, wish));
  if (refusals.length > 0) throw Problem.of(refusals);
}

async function changeOf(tx: Transaction, jurisdiction: string, id: string): Promise<ChangeRow> {
  const [row] = await tx.query<ChangeRow>(FIND, [jurisdiction, id]);
  if (row === undefined) throw new Error('The change that was just written is gone.');
  return row;
}

async function log(
  tx: Transaction,
  actor: Actor,
  type: string,
  { id, change, organization, unit, key, kind, series, name, on }: OrganizationWish & { id: string },
): Promise<void> {
  const values = { change: id, what: change, organization, unit, key, kind, series, name, on };
  const { jurisdiction } = actor;
  await writeEntry(tx, { kind: 'configuration', type, jurisdiction, actor: eventActor(actor), values });
}

function shown(row: ChangeRow): OrganizationChangeDto {
  const { organizationName, unitName, proposedAt, settledAt, organization, unit, ...said } = row;
  return {
    ...said,
    organization: organization === null ? null : { id: organization, name: organizationName ?? '' },
    unit: unit === null ? null : { id: unit, name: unitName ?? '' },
    proposedAt: shanghai(proposedAt),
    settledAt: settledAt === null ? null : shanghai(settledAt),
  };
}
