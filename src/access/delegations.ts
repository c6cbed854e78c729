import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../audit/write-entry.js';
import { timeOf } from '../platform/database-time.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { Actor } from './actor.js';
import type {
  DelegationDto,
  DelegationQueryDto,
  DelegationsDto,
  NewDelegationDto,
} from './delegation.dto.js';
import { type DelegationFacts, delegationRefusals } from './delegation-rules.js';
import { sealRight } from './seal/seal-rights.js';

const COLUMNS = `d.id, d.role, json_build_object('id', f.id, 'name', f.name) as "from",
    json_build_object('id', t.id, 'name', t.name) as "to", d.valid_from as "validFrom", d.valid_until as "validUntil",
    d.reason, d.created_at as "createdAt", d.revoked_at as "revokedAt"
  from delegation d
  join person f on f.jurisdiction = d.jurisdiction and f.id = d.from_person
  join person t on t.jurisdiction = d.jurisdiction and t.id = d.to_person`;

const LIST: Statement = {
  name: 'list-delegations',
  text: `select ${COLUMNS} where d.jurisdiction = $1 and d.organization = $2 and ($3::uuid is null or d.id < $3)
    order by d.id desc limit $4`,
};
const COUNT: Statement = {
  name: 'count-delegations',
  text: `select count(*)::int as counted
    from (select from delegation where jurisdiction = $1 and organization = $2 limit ${COUNT_LIMIT}) counted`,
};
const FIND: Statement = {
  name: 'find-delegation',
  text: `select ${COLUMNS} where d.jurisdiction = $1 and d.id = $2`,
};
const FACTS: Statement = {
  name: 'delegation-facts',
  text: `select
      exists (select from post where jurisdiction = $1 and person = $2 and role = $3 and valid_from <= $5
        and (valid_until is null or valid_until >= $6)) as held,
      exists (select from person where jurisdiction = $1 and id = $4 and disabled_at is null) as colleague,
      exists (select from delegation where jurisdiction = $1 and from_person = $2 and to_person = $4 and role = $3
        and revoked_at is null and valid_from <= $6 and valid_until >= $5) as overlapping`,
};
const GIVE: Statement = {
  name: 'give-delegation',
  text: `insert into delegation (jurisdiction, id, organization, role, from_person, to_person, valid_from, valid_until, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const TAKE_BACK: Statement = {
  name: 'take-back-delegation',
  text: `update delegation set revoked_at = wendai_now()
    where jurisdiction = $1 and id = $2 and from_person = $3 and revoked_at is null
    returning role, to_person as "to"`,
};

type DelegationRow = Record<string, unknown> &
  Omit<DelegationDto, 'createdAt' | 'revokedAt'> & { createdAt: Date; revokedAt: Date | null };

/** 委托代办. Seen by the whole organization, so that everybody knows who stands in for whom. */
@Injectable()
export class Delegations {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor, { limit = PAGE_SIZE, cursor }: DelegationQueryDto): Promise<DelegationsDto> {
    const key = [actor.jurisdiction, actor.organization ?? null];
    const [rows, counts] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query<DelegationRow>(LIST, [...key, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, key),
      ]),
    );
    return { ...pageOf(rows.map(shown), limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /** @throws {Problem} guard-failed, forbidden for whoever is no person */
  async give(actor: Actor, wish: NewDelegationDto): Promise<DelegationDto> {
    const { jurisdiction, organization, person } = actor;
    if (person === undefined || organization === undefined) throw new Problem('forbidden');
    return this.database.as(actor, async (tx) => {
      const refusals = delegationRefusals(wish, await factsOf(tx, actor, person, wish));
      if (refusals.length > 0) throw Problem.of(refusals);
      const id = uuid();
      const { role, to, validFrom, validUntil, reason } = wish;
      tx.send(GIVE, [jurisdiction, id, organization, role, person, to, validFrom, validUntil, reason]);
      sealRight(tx, jurisdiction, { kind: 'delegation', key: id });
      await this.log(tx, actor, 'DELEGATE', { delegation: id, ...wish });
      const [row] = await tx.query<DelegationRow>(FIND, [jurisdiction, id]);
      if (row === undefined) throw new Error('The delegation that was just given is gone.');
      return shown(row);
    });
  }

  /** @throws {Problem} not-found: another's delegation, one that was taken back, and none at all are alike */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const [taken] = await tx.query<{ role: string; to: string }>(TAKE_BACK, [
        actor.jurisdiction,
        id,
        actor.person ?? null,
      ]);
      if (taken === undefined) throw new Problem('not-found');
      sealRight(tx, actor.jurisdiction, { kind: 'delegation', key: id });
      await this.log(tx, actor, 'REVOKE_DELEGATION', { delegation: id, ...taken });
    });
  }

  private async log(tx: Transaction, actor: Actor, type: string, values: object): Promise<void> {
    await writeEntry(tx, {
      kind: 'grant',
      type,
      jurisdiction: actor.jurisdiction,
      actor: eventActor(actor),
      values: { ...values },
    });
  }
}

/** Row-level security hides people of other organizations, so that nobody outside is a colleague. */
async function factsOf(
  tx: Transaction,
  { jurisdiction, delegated }: Actor,
  delegator: string,
  { role, to, validFrom, validUntil }: NewDelegationDto,
): Promise<DelegationFacts> {
  const key = [jurisdiction, delegator, role, to, validFrom, validUntil];
  const [{ today }, [row]] = await Promise.all([
    timeOf(tx),
    tx.query<Pick<DelegationFacts, 'held' | 'colleague' | 'overlapping'>>(FACTS, key),
  ]);
  if (row === undefined) throw new Error('The facts of a delegation could not be read.');
  return { today, delegator, lent: delegated.some((each) => each.role === role), ...row };
}

function shown({ createdAt, revokedAt, ...row }: DelegationRow): DelegationDto {
  return {
    ...row,
    createdAt: shanghai(createdAt),
    revokedAt: revokedAt === null ? null : shanghai(revokedAt),
  };
}
