import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { tellOfAccount } from '../account-notices.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { SessionService } from '../session.service.js';
import { PasswordHashes } from './password-hashes.js';
import { FORMER_PASSWORDS, passwordFaults } from './password-rules.js';

/** Without letters and digits that look alike: somebody types it from a screen, once. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const INITIAL_LENGTH = 20;
const INITIAL_HOURS = 24;

const PRESENT: Statement = {
  name: 'present-password',
  text: `select p.password_hash as "passwordHash", p.initial_until is not null as "isInitial",
      (select n.name from organization_name n where n.jurisdiction = p.jurisdiction and n.organization = p.organization
        order by n.valid_from desc limit 1) as organization,
      array(select f.password_hash from former_password f where f.jurisdiction = p.jurisdiction and f.person = p.id
        order by f.replaced_at desc limit ${FORMER_PASSWORDS - 1}) as former
    from person p where p.jurisdiction = $1 and p.id = $2 for no key update of p`,
};
const KEEP_FORMER: Statement = {
  name: 'keep-former-password',
  text: `insert into former_password (jurisdiction, person, password_hash) values ($1, $2, $3)`,
};
const SET: Statement = {
  name: 'set-password',
  text: `update person set password_hash = $3, password_set_at = wendai_now(), initial_until = null
    where jurisdiction = $1 and id = $2`,
};
const RESET: Statement = {
  name: 'reset-password',
  text: `update person set password_hash = $3, password_set_at = wendai_now(),
      initial_until = wendai_now() + make_interval(hours => ${INITIAL_HOURS})
    where jurisdiction = $1 and id = $2 returning initial_until as "validUntil"`,
};

interface Present extends Record<string, unknown> {
  passwordHash: string | null;
  isInitial: boolean;
  organization: string | null;
  former: string[];
}

/** 口令: chosen by the person alone. An administrator starts a reset and tells an initial one, good once within a day. */
@Injectable()
export class Passwords {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    private readonly hashes: PasswordHashes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Chooses a new one. All other sessions of the person end.
   * @throws {Problem} guard-failed with what to change
   */
  async change(
    actor: Actor,
    { current, password }: { current?: string | undefined; password: string },
  ): Promise<void> {
    const { jurisdiction, person = '', login = '', name = '', session } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const [present] = await tx.query<Present>(PRESENT, [jurisdiction, person]);
      if (present === undefined) throw new Problem('not-found');
      // Whoever came with an initial password has just shown it, and it is gone.
      if (!present.isInitial && !(await this.hashes.matches(present.passwordHash, current ?? '')))
        throw currentWrong();
      const { organization } = present;
      const owner = { login, name, organization: organization ?? '' };
      const faults = passwordFaults(password, this.config.signIn.passwordProfile, owner);
      if (await this.isFormer(present, password)) faults.push(usedBefore());
      if (faults.length > 0) throw new Problem('guard-failed', { errors: faults });
      if (present.passwordHash !== null) tx.send(KEEP_FORMER, [jurisdiction, person, present.passwordHash]);
      tx.send(SET, [jurisdiction, person, await this.hashes.hash(password)]);
      sealRight(tx, jurisdiction, { kind: 'person', key: person });
      this.sessions.endAllOf(tx, jurisdiction, { person, but: session });
      tellOfAccount(tx, jurisdiction, { person, what: 'passwordChanged' });
      await writeEntry(tx, {
        kind: 'access',
        type: 'PASSWORD_CHANGED',
        jurisdiction,
        actor: eventActor(actor),
      });
    });
  }

  /** An initial password, told to whoever asked and kept nowhere. All sessions of the person end. */
  async reset(
    tx: Transaction,
    jurisdiction: string,
    person: string,
  ): Promise<{ initialPassword: string; validUntil: string }> {
    const initialPassword = newInitialPassword();
    const values = [jurisdiction, person, await this.hashes.hash(initialPassword)];
    const [row] = await tx.query<{ validUntil: Date }>(RESET, values);
    if (row === undefined) throw new Problem('not-found');
    sealRight(tx, jurisdiction, { kind: 'person', key: person });
    this.sessions.endAllOf(tx, jurisdiction, { person });
    tellOfAccount(tx, jurisdiction, { person, what: 'passwordReset' });
    return { initialPassword, validUntil: shanghai(row.validUntil) };
  }

  private async isFormer({ passwordHash, former }: Present, password: string): Promise<boolean> {
    for (const each of [passwordHash, ...former]) if (await this.hashes.matches(each, password)) return true;
    return false;
  }
}

export function newInitialPassword(): string {
  return Array.from({ length: INITIAL_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

function currentWrong(): Problem {
  return new Problem('guard-failed', {
    errors: [{ pointer: '/current', code: 'current-password-wrong', message: '当前密码不正确，请重新输入' }],
  });
}

function usedBefore(): { pointer: string; code: string; message: string } {
  const message = `最近 ${String(FORMER_PASSWORDS)} 次用过的密码不能再用，请换一个`;
  return { pointer: '/password', code: 'password-used-before', message };
}
