import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { timeOf } from '../../platform/database-time.js';
import { Problem } from '../../platform/problem.js';
import { constraintOf, type Statement, type Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { SessionService } from '../session.service.js';
import { Passwords } from '../sign-in/passwords.js';
import { appointmentFacts, postToEnd } from './appointment-facts.js';
import type { GrantExecutedDto } from './grant.dto.js';
import { findGrant, type StoredGrant, settleGrant } from './grant-rows.js';
import { appointmentRefusals } from './grant-rules.js';
import { refused, waitingGrant } from './grants.js';
import { mayExecute } from './keepers.js';
import { loggingRefusal } from './refused-alone.js';
import { warnSoleAdministrators } from './sole-administrator.js';

/** Whoever a bank's system has named before keeps its id, so that it stays one person in every chain. */
const MAKE_ACCOUNT: Statement = {
  name: 'make-account',
  text: `insert into person (jurisdiction, id, organization, login, name, email, staff_no)
    select $1, coalesce((select s.id from staff s where s.jurisdiction = $1 and s.organization = $3 and s.staff_no = $7), $2),
      $3, $4, $5, $6, $7
    returning id`,
};
const APPOINT: Statement = {
  name: 'appoint',
  text: `insert into post (jurisdiction, id, organization, unit, role, person, valid_from, valid_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
/** Without a last day it ends now: the day before today, or before it would have begun. */
const END_POST: Statement = {
  name: 'end-post',
  text: `update post set valid_until = case when $3::date is not null then least(coalesce(valid_until, $3), $3)
      else greatest(valid_from, (wendai_now() at time zone 'Asia/Shanghai')::date) - 1 end
    where jurisdiction = $1 and id = $2`,
};

/** Written at once by two, each of whom had seen none of the other. */
const LATE_REFUSALS: Readonly<Record<string, [string, string, string]>> = {
  post_excludes_others: ['posts-exclude', '/role', '该人员的现有岗位与此互不兼任，请先撤销其现有岗位。'],
  person_login_key: ['login-taken', '/newPerson/login', '该登录名已被使用，请撤回后更换。'],
};

/** 执行授权: the second person does what the first has proposed. */
@Injectable()
export class GrantExecution {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
  ) {}

  /**
   * All sessions of the person end: whatever it holds now, it signs in for.
   * @throws {Problem} not-found, second-person-needed with an entry in the log, decided-already, guard-failed
   */
  async execute(actor: Actor, id: string): Promise<GrantExecutedDto> {
    const attempt = { actor, type: 'GRANT_EXECUTED', values: { grant: id } };
    return loggingRefusal(this.database, attempt, () =>
      refusingLate(() => this.database.asSystemFor(actor, (tx) => this.executeOnce(tx, actor, id))),
    );
  }

  private async executeOnce(tx: Transaction, actor: Actor, id: string): Promise<GrantExecutedDto> {
    const { jurisdiction } = actor;
    const grant = await waitingGrant(tx, actor, id);
    const isOwn = grant.proposedBy === actor.person || grant.person === actor.person;
    // Told first: who has proposed hears that another is needed, and not that the post is wrong.
    if (isOwn) throw new Problem('second-person-needed');
    if (!mayExecute(actor, grant)) throw new Problem('forbidden');
    const done = grant.endsPost
      ? await this.end(tx, jurisdiction, grant)
      : await this.appoint(tx, jurisdiction, grant);
    const { person, post, account } = done;
    sealRight(tx, jurisdiction, { kind: 'post', key: post }, { kind: 'person', key: person });
    this.sessions.endAllOf(tx, jurisdiction, { person });
    await settleGrant(tx, jurisdiction, { grant: id, by: actor.person, state: 'executed', person, post });
    const { organization, role, unit, endsPost } = grant;
    await writeEntry(tx, {
      kind: 'grant',
      type: 'GRANT_EXECUTED',
      jurisdiction,
      actor: eventActor(actor),
      values: { grant: id, organization, role, unit, person, post, endsPost, newAccount: account !== null },
    });
    await warnSoleAdministrators(tx, jurisdiction);
    return { grant: await findGrant(tx, jurisdiction, id), account };
  }

  /** What was true when it was proposed is judged once more. */
  private async appoint(tx: Transaction, jurisdiction: string, grant: StoredGrant) {
    const { organization, role, unit, newLogin, newStaffNo, validUntil } = grant;
    const newcomer = newLogin === null ? undefined : { login: newLogin, staffNo: newStaffNo };
    const candidate = { organization, unit, person: grant.person, newcomer };
    const [{ today }, facts] = await Promise.all([timeOf(tx), appointmentFacts(tx, jurisdiction, candidate)]);
    const validFrom = grant.validFrom === null || grant.validFrom < today ? today : grant.validFrom;
    const term = { role, unit, validFrom, validUntil };
    const refusals = appointmentRefusals({ ...term, isNewcomer: newcomer !== undefined }, facts);
    if (refusals.length > 0) throw Problem.of(refusals);
    const person = grant.person ?? (await makeAccount(tx, jurisdiction, grant));
    const account =
      newcomer === undefined
        ? null
        : { login: newcomer.login, ...(await this.passwords.reset(tx, jurisdiction, person)) };
    const post = uuid();
    await tx.query(APPOINT, [jurisdiction, post, organization, unit, role, person, validFrom, validUntil]);
    return { person, post, account };
  }

  private async end(tx: Transaction, jurisdiction: string, { post: id, validUntil }: StoredGrant) {
    const post = await postToEnd(tx, jurisdiction, id ?? '');
    if (post === undefined || post.isOver) {
      throw refused('post-over', '/revoke', '该岗位任期已满，无须撤销，请撤回本事项。');
    }
    await tx.query(END_POST, [jurisdiction, post.id, validUntil]);
    return { person: post.person, post: post.id, account: null };
  }
}

async function refusingLate<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const late = LATE_REFUSALS[constraintOf(error) ?? ''];
    throw late === undefined ? error : refused(...late);
  }
}

async function makeAccount(
  tx: Transaction,
  jurisdiction: string,
  { organization, newLogin, newName, newEmail, newStaffNo }: StoredGrant,
): Promise<string> {
  const [made] = await tx.query<{ id: string }>(MAKE_ACCOUNT, [
    ...[jurisdiction, uuid(), organization, newLogin, newName, newEmail, newStaffNo],
  ]);
  if (made === undefined) throw new Error('The account that was just made is gone.');
  return made.id;
}
