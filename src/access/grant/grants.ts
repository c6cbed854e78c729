import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { timeOf } from '../../platform/database-time.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../../platform/http/page.js';
import { Problem } from '../../platform/problem.js';
import type { Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { appointmentFacts, organizationOf, postToEnd } from './appointment-facts.js';
import type { GrantDto, GrantQueryDto, GrantsDto, NewGrantDto } from './grant.dto.js';
import {
  COUNT_GRANTS,
  findGrant,
  type GrantRow,
  holdGrant,
  LIST_GRANTS,
  type StoredGrant,
  settleGrant,
  shownGrant,
  writeGrant,
} from './grant-rows.js';
import { appointmentRefusals } from './grant-rules.js';
import { mayExecute, mayPropose, seenOrganization } from './keepers.js';

type Wish = Omit<StoredGrant, 'state' | 'id' | 'proposedBy'>;

/** 授权: what one person proposes and another executes. */
@Injectable()
export class Grants {
  constructor(private readonly database: ScopedDatabase) {}

  /** The newest first; a bank's administrator those of the bank. */
  async list(actor: Actor, { limit = PAGE_SIZE, cursor, state }: GrantQueryDto): Promise<GrantsDto> {
    const chosen = [actor.jurisdiction, seenOrganization(actor), state ?? null];
    // People of every organization are named in it, which row-level security keeps from all but the engine.
    const [rows, counts] = await this.database.asSystem((tx) =>
      Promise.all([
        tx.query<GrantRow>(LIST_GRANTS, [...chosen, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT_GRANTS, [...chosen, COUNT_LIMIT]),
      ]),
    );
    return { ...pageOf(rows.map(shownGrant), limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /**
   * Nothing changes yet, and nobody proposes anything for himself.
   * @throws {Problem} guard-failed, forbidden, second-person-needed
   */
  async propose(actor: Actor, said: NewGrantDto): Promise<GrantDto> {
    const { jurisdiction } = actor;
    return this.database.asSystemFor(actor, async (tx) => {
      const wish = await wishIn(tx, actor, said);
      if (!mayPropose(actor, wish)) throw new Problem('forbidden');
      if (wish.person === actor.person) throw new Problem('second-person-needed');
      const id = uuid();
      await writeGrant(tx, jurisdiction, { ...wish, id, proposedBy: actor.person ?? '' });
      await this.log(tx, actor, 'GRANT_PROPOSED', { id, ...wish });
      return findGrant(tx, jurisdiction, id);
    });
  }

  /** By whoever could have proposed or executed it. @throws {Problem} not-found, decided-already, forbidden */
  async withdraw(actor: Actor, id: string): Promise<GrantDto> {
    const { jurisdiction } = actor;
    return this.database.asSystemFor(actor, async (tx) => {
      const grant = await waitingGrant(tx, actor, id);
      if (!mayPropose(actor, grant) && !mayExecute(actor, grant)) throw new Problem('forbidden');
      await settleGrant(tx, jurisdiction, {
        ...{ grant: id, by: actor.person, state: 'withdrawn', person: grant.person, post: grant.post },
      });
      await this.log(tx, actor, 'GRANT_WITHDRAWN', grant);
      return findGrant(tx, jurisdiction, id);
    });
  }

  private async log(
    tx: Transaction,
    actor: Actor,
    type: string,
    { id, organization, role, unit, person, newLogin, post, endsPost }: Partial<StoredGrant>,
  ): Promise<void> {
    const values = { grant: id, organization, role, unit, person, newLogin, post, endsPost };
    const { jurisdiction } = actor;
    await writeEntry(tx, { kind: 'grant', type, jurisdiction, actor: eventActor(actor), values });
  }
}

/** Held. @throws {Problem} not-found for what is not the actor's to see, decided-already */
export async function waitingGrant(tx: Transaction, actor: Actor, id: string): Promise<StoredGrant> {
  const grant = await holdGrant(tx, actor.jurisdiction, id);
  const seen = seenOrganization(actor);
  if (grant === undefined || (seen !== null && seen !== grant.organization)) throw new Problem('not-found');
  if (grant.state !== 'proposed') {
    const { settledBy, settledAt } = await findGrant(tx, actor.jurisdiction, id);
    throw new Problem('decided-already', { extension: { by: settledBy?.name, at: settledAt } });
  }
  return grant;
}

async function wishIn(tx: Transaction, actor: Actor, said: NewGrantDto): Promise<Wish> {
  const { person, newPerson, revoke } = said;
  const ways = [person, newPerson, revoke].filter((way) => way !== undefined && way !== null);
  if (ways.length !== 1) {
    throw refused('grant-unclear', '', '请在现有人员、新开账号、撤销岗位三者中选填一项。');
  }
  return revoke === undefined || revoke === null
    ? appointmentIn(tx, actor, said)
    : endingIn(tx, actor, { ...said, revoke });
}

async function appointmentIn(tx: Transaction, actor: Actor, said: NewGrantDto): Promise<Wish> {
  const { jurisdiction } = actor;
  const newcomer = said.newPerson ?? undefined;
  const { person = null, role, unit = null, validFrom, validUntil = null, reason } = said;
  if (role === undefined || role === null) throw refused('role-missing', '/role', '请选择岗位。');
  if (validFrom === undefined || validFrom === null) {
    throw refused('valid-from-missing', '/validFrom', '请填写首日。');
  }
  const named = newcomer?.organization ?? (await organizationOf(tx, jurisdiction, person ?? ''));
  // To a bank's administrator, the people and organizations of others are not there.
  const isHidden = !actor.roles.includes('security.admin') && named !== actor.organization;
  const organization = isHidden ? undefined : named;
  const staffNo = newcomer?.staffNo ?? null;
  const facts = await appointmentFacts(tx, jurisdiction, {
    ...{ organization, unit, person: isHidden ? null : person },
    newcomer: newcomer === undefined ? undefined : { login: newcomer.login, staffNo },
  });
  const wish = { role, unit, validFrom, validUntil, isNewcomer: newcomer !== undefined };
  const refusals = appointmentRefusals(wish, facts);
  if (validFrom < facts.today) {
    const message = '首日不能早于今日，请调整日期。';
    refusals.push({ code: 'grant-backdated', pointer: '/validFrom', message });
  }
  if (refusals.length > 0) throw Problem.of(refusals);
  return {
    ...{ organization: organization ?? '', role, unit, person, validFrom, validUntil, reason },
    ...{ newLogin: newcomer?.login ?? null, newName: newcomer?.name ?? null },
    ...{ newEmail: newcomer?.email ?? null, newStaffNo: staffNo, post: null, endsPost: false },
  };
}

async function endingIn(
  tx: Transaction,
  actor: Actor,
  { revoke, validUntil: until, reason }: NewGrantDto & { revoke: string },
): Promise<Wish> {
  const validUntil = until ?? null;
  const [{ today }, post] = await Promise.all([timeOf(tx), postToEnd(tx, actor.jurisdiction, revoke)]);
  const isSeen = actor.roles.includes('security.admin') || post?.organization === actor.organization;
  if (post === undefined || !isSeen) {
    throw refused('post-unknown', '/revoke', '没有该岗位，或不由您管理，请重新选择。');
  }
  if (post.isOver) throw refused('post-over', '/revoke', '该岗位任期已满，无须撤销。');
  if (validUntil !== null && validUntil < today) {
    throw refused('period-reversed', '/validUntil', '末日不能早于今日；不填为立即撤销。');
  }
  const { id, organization, role, unit, person } = post;
  return {
    ...{ organization, role, unit, person, validFrom: null, validUntil, reason },
    ...{ newLogin: null, newName: null, newEmail: null, newStaffNo: null, post: id, endsPost: true },
  };
}

export function refused(code: string, pointer: string, message: string): Problem {
  return Problem.of([{ code, message, ...(pointer === '' ? {} : { pointer }) }]);
}
