import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { type ReferenceData, referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { mayPropose, seenOrganization } from '../grant/keepers.js';
import { loggingRefusal } from '../grant/refused-alone.js';
import { sealRight } from '../seal/seal-rights.js';
import type { ChainChangeDto, ChainDto, NewChainDto } from './chain.dto.js';
import { type ChainAct, type ChainLane, chainRefusals, chainsOf } from './chain-rules.js';

const CHANGE = `c.id, c.organization, c.act, c.lane, c.state, c.posts, c.reason, c.proposed_at as "proposedAt",
    json_build_object('id', p.id, 'name', p.name) as "proposedBy"
  from sign_off_change c join person p on p.jurisdiction = c.jurisdiction and p.id = c.proposed_by`;
const WAITING: Statement = {
  name: 'waiting-chain-changes',
  text: `select ${CHANGE} where c.jurisdiction = $1 and c.state = 'proposed'`,
};
const FIND: Statement = {
  name: 'find-chain-change',
  text: `select ${CHANGE} where c.jurisdiction = $1 and c.id = $2 for update of c`,
};
/** A new proposal takes the place of one that waits. */
const GIVE_WAY: Statement = {
  name: 'chain-change-gives-way',
  text: `update sign_off_change set state = 'withdrawn', settled_by = $5, settled_at = wendai_now()
    where jurisdiction = $1 and organization = $2 and act = $3 and lane = $4 and state = 'proposed' returning id`,
};
const PROPOSE: Statement = {
  name: 'propose-chain',
  text: `insert into sign_off_change (jurisdiction, id, organization, act, lane, posts, reason, proposed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const SETTLE: Statement = {
  name: 'settle-chain-change',
  text: `update sign_off_change set state = $3, settled_by = $4, settled_at = wendai_now() where jurisdiction = $1 and id = $2`,
};
const SET: Statement = {
  name: 'set-chain',
  text: `insert into sign_off_chain (jurisdiction, organization, act, lane, posts) values ($1, $2, $3, $4, $5)
    on conflict (jurisdiction, organization, act, lane) do update set posts = excluded.posts`,
};
const HOLDERS: Statement = {
  name: 'holders-of-posts',
  text: `select t.role, count(distinct t.person)::int as holders from post t
    join person p on p.jurisdiction = t.jurisdiction and p.id = t.person and p.disabled_at is null
    where t.jurisdiction = $1 and t.organization = $2 and t.valid_from <= $3 and (t.valid_until is null or t.valid_until >= $3)
    group by t.role`,
};

interface ChangeRow extends Record<string, unknown> {
  id: string;
  organization: string;
  act: ChainAct;
  lane: ChainLane;
  state: string;
  posts: NewChainDto['posts'];
  reason: string;
  proposedBy: ChainChangeDto['proposedBy'];
  proposedAt: Date;
}

/** 签批链 of each organization: proposed by one person, put in force by another, and held by reports that are sent after it. */
@Injectable()
export class Chains {
  constructor(private readonly database: ScopedDatabase) {}

  /** Those of one's own organization; whoever runs the system sees all. */
  async list(actor: Actor): Promise<ChainDto[]> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const [{ today }, reference, waiting] = await Promise.all([
        timeOf(tx),
        referenceData(tx),
        tx.query<ChangeRow>(WAITING, [jurisdiction]),
      ]);
      const seen = seenOrganization(actor);
      return reference.organizations
        .filter(({ id }) => seen === null || id === seen)
        .flatMap(({ id, kind }) => chainsOf(kind).map((place) => ({ id, ...place })))
        .map(({ id, act, lane, byDefault }) => {
          const own = reference.chains.find(isAt({ organization: id, act, lane }));
          const change = waiting.find(isAt({ organization: id, act, lane }));
          return {
            organization: { id, name: reference.nameOn(id, today) },
            ...{ act, lane, posts: [...(own?.posts ?? byDefault)], byDefault: own === undefined },
            waiting: change === undefined ? null : shown(change),
          };
        });
    });
  }

  /** @throws {Problem} guard-failed; forbidden for a bank's administrator who names another organization */
  async propose(actor: Actor, said: NewChainDto): Promise<ChainChangeDto> {
    const { jurisdiction } = actor;
    const { act, lane, posts, reason } = said;
    const organization = said.organization ?? actor.organization ?? '';
    // A chain is kept by whoever keeps the posts in it.
    if (!mayPropose(actor, { organization, role: 'bank.checker' })) throw new Problem('forbidden');
    return this.database.asSystemFor(actor, async (tx) => {
      await refuseUnfit(tx, jurisdiction, { organization, act, lane, posts });
      const id = uuid();
      const gone = [jurisdiction, organization, act, lane, actor.person];
      const former = await tx.query<{ id: string }>(GIVE_WAY, gone);
      await tx.query(PROPOSE, [jurisdiction, id, organization, act, lane, posts, reason, actor.person]);
      const changes = [id, ...former.map((each) => each.id)];
      sealRight(tx, jurisdiction, ...changes.map((key) => ({ kind: 'sign_off_change' as const, key })));
      await log(tx, actor, 'CHAIN_PROPOSED', { change: id, organization, act, lane, posts });
      return shown(await changeOf(tx, jurisdiction, id));
    });
  }

  /** @throws {Problem} not-found, second-person-needed, decided-already, guard-failed */
  async execute(actor: Actor, id: string): Promise<ChainChangeDto> {
    const attempt = { actor, type: 'CHAIN_EXECUTED', values: { change: id } };
    return loggingRefusal(this.database, attempt, () =>
      this.settle(actor, id, 'executed', async (tx, change) => {
        if (change.proposedBy.id === actor.person) throw new Problem('second-person-needed');
        await refuseUnfit(tx, actor.jurisdiction, change);
        const { organization, act, lane, posts } = change;
        await tx.query(SET, [actor.jurisdiction, organization, act, lane, posts]);
        sealRight(tx, actor.jurisdiction, { kind: 'sign_off_chain', key: `${organization} ${act} ${lane}` });
      }),
    );
  }

  /** @throws {Problem} not-found, decided-already */
  async withdraw(actor: Actor, id: string): Promise<ChainChangeDto> {
    return this.settle(actor, id, 'withdrawn', async () => undefined);
  }

  private settle(
    actor: Actor,
    id: string,
    state: 'executed' | 'withdrawn',
    work: (tx: Transaction, change: ChangeRow) => Promise<void>,
  ): Promise<ChainChangeDto> {
    const { jurisdiction } = actor;
    return this.database.asSystemFor(actor, async (tx) => {
      const [change] = await tx.query<ChangeRow>(FIND, [jurisdiction, id]);
      const seen = seenOrganization(actor);
      const isSeen = change !== undefined && (seen === null || seen === change.organization);
      if (!isSeen) throw new Problem('not-found');
      if (change.state !== 'proposed') throw new Problem('decided-already');
      await work(tx, change);
      await tx.query(SETTLE, [jurisdiction, id, state, actor.person]);
      sealRight(tx, jurisdiction, { kind: 'sign_off_change', key: id });
      const { organization, act, lane, posts } = change;
      const type = state === 'executed' ? 'CHAIN_EXECUTED' : 'CHAIN_WITHDRAWN';
      await log(tx, actor, type, { change: id, organization, act, lane, posts });
      return shown({ ...change, state });
    });
  }
}

async function refuseUnfit(
  tx: Transaction,
  jurisdiction: string,
  { organization, act, lane, posts }: Pick<ChangeRow, 'organization' | 'act' | 'lane' | 'posts'>,
): Promise<void> {
  const [{ today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
  const rows = await tx.query<{ role: string; holders: number }>(HOLDERS, [
    jurisdiction,
    organization,
    today,
  ]);
  const holders = new Map(rows.map((row) => [row.role, row.holders]));
  const refusals = chainRefusals({ act, lane, posts }, { kind: kindIn(reference, organization), holders });
  if (refusals.length > 0) throw Problem.of(refusals);
}

function kindIn({ organizations }: ReferenceData, organization: string) {
  return organizations.find(({ id }) => id === organization)?.kind;
}

async function changeOf(tx: Transaction, jurisdiction: string, id: string): Promise<ChangeRow> {
  const [row] = await tx.query<ChangeRow>(FIND, [jurisdiction, id]);
  if (row === undefined) throw new Error('The chain that was just proposed is gone.');
  return row;
}

function isAt(place: { organization: string; act: string; lane: string }) {
  return (each: { organization: string; act: string; lane: string }): boolean =>
    each.organization === place.organization && each.act === place.act && each.lane === place.lane;
}

async function log(
  tx: Transaction,
  actor: Actor,
  type: string,
  values: Record<string, unknown>,
): Promise<void> {
  const { jurisdiction } = actor;
  await writeEntry(tx, { kind: 'configuration', type, jurisdiction, actor: eventActor(actor), values });
}

function shown({ id, state, posts, reason, proposedBy, proposedAt }: ChangeRow): ChainChangeDto {
  return { id, state, posts, reason, proposedBy, proposedAt: shanghai(proposedAt) };
}
