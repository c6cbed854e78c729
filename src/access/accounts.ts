import { Injectable } from '@nestjs/common';
import { writeEntry } from '../audit/write-entry.js';
import { Problem } from '../platform/problem.js';
import { constraintOf, type Statement, type Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { tellOfAccount } from './account-notices.js';
import type { Actor } from './actor.js';
import { warnSoleAdministrators } from './grant/sole-administrator.js';
import { Passkeys } from './passkey/passkeys.js';
import { sealRight } from './seal/seal-rights.js';
import { SessionService } from './session.service.js';
import { Passwords } from './sign-in/passwords.js';
import { SecondFactor } from './sign-in/second-factor.js';

const ACCOUNT: Statement = {
  name: 'account-to-keep',
  text: `select id, login, organization from person where jurisdiction = $1 and id = $2 for no key update`,
};
const DISABLE: Statement = {
  name: 'disable-account',
  text: `update person set disabled_at = wendai_now(), disabled_for = 'left' where jurisdiction = $1 and id = $2
    and disabled_at is null`,
};
/** Begins anew: what it was unused for before does not count again. */
const ENABLE: Statement = {
  name: 'enable-account',
  text: `update person set disabled_at = null, disabled_for = null, signed_in_at = wendai_now() where jurisdiction = $1 and id = $2`,
};

const SET_STAFF_NUMBER: Statement = {
  name: 'set-staff-number',
  text: `update person set staff_no = $3 where jurisdiction = $1 and id = $2`,
};

/** What was asked before an answer keeps standing beside it. */
const CORRECT: Statement = {
  name: 'correct-person',
  text: `update person set name = coalesce($3, name),
      correction_answer = case when correction_asked_at is not null then $4 end,
      correction_answered_at = case when correction_asked_at is not null then wendai_now() end
    where jurisdiction = $1 and id = $2`,
};

interface Account extends Record<string, unknown> {
  id: string;
  login: string;
  organization: string;
}

/** 账号管理 by the administrator who keeps them. Nobody keeps its own account, and no one chooses another's password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly passkeys: Passkeys,
  ) {}

  /** @throws {Problem} not-found, for an account of another bank as for none; second-person-needed for one's own */
  resetPassword(
    keeper: Actor,
    person: string,
  ): Promise<{ login: string; initialPassword: string; validUntil: string }> {
    return this.keep(keeper, { person, type: 'PASSWORD_RESET' }, async (tx, { login }) => ({
      login,
      ...(await this.passwords.reset(tx, keeper.jurisdiction, person)),
    }));
  }

  /** @throws {Problem} as resetPassword */
  disable(keeper: Actor, person: string): Promise<void> {
    return this.keep(keeper, { person, type: 'ACCOUNT_DISABLED' }, async (tx) => {
      tx.send(DISABLE, [keeper.jurisdiction, person]);
      this.sessions.endAllOf(tx, keeper.jurisdiction, { person });
      await warnSoleAdministrators(tx, keeper.jurisdiction);
    });
  }

  /** @throws {Problem} as resetPassword */
  enable(keeper: Actor, person: string): Promise<void> {
    return this.keep(keeper, { person, type: 'ACCOUNT_ENABLED' }, async (tx) =>
      tx.send(ENABLE, [keeper.jurisdiction, person]),
    );
  }

  /** 动态口令 and 通行密钥 alike. @throws {Problem} as resetPassword */
  removeSecondFactor(keeper: Actor, person: string): Promise<void> {
    return this.keep(keeper, { person, type: 'SECOND_FACTOR_REMOVED' }, async (tx) => {
      this.secondFactor.remove(tx, keeper.jurisdiction, person);
      await this.passkeys.removeAll(tx, keeper.jurisdiction, person);
      tellOfAccount(tx, keeper.jurisdiction, { person, what: 'secondFactorRemoved' });
      this.sessions.endAllOf(tx, keeper.jurisdiction, { person });
    });
  }

  /**
   * By which a bank's systems name the person: whoever has the number is one person to 双人复核, at the console and behind a key.
   * @throws {Problem} as resetPassword; already-exists for the number of a colleague
   */
  async setStaffNumber(keeper: Actor, person: string, staffNo: string | null): Promise<void> {
    try {
      await this.keep(keeper, { person, type: 'STAFF_NUMBER_SET' }, async (tx) =>
        // Awaited, so that a number that is taken is what fails.
        tx.query(SET_STAFF_NUMBER, [keeper.jurisdiction, person, staffNo]),
      );
    } catch (error) {
      if (constraintOf(error) !== 'person_jurisdiction_organization_staff_no_key') throw error;
      const message = '本机构已有该工号的人员，请核对。';
      throw new Problem('already-exists', {
        errors: [{ pointer: '/staffNo', code: 'already-exists', message }],
      });
    }
  }

  /**
   * 更正 (个人信息保护法 46): answers what the person has asked for, with another name or without. What was signed before keeps the name
   * of its day.
   * @throws {Problem} as resetPassword
   */
  correct(keeper: Actor, person: string, said: { name?: string; answer: string }): Promise<void> {
    const values = { name: said.name ?? null, answer: said.answer };
    return this.keep(keeper, { person, type: 'CORRECTION_SETTLED', values }, async (tx) => {
      tx.send(CORRECT, [keeper.jurisdiction, person, values.name, values.answer]);
      tellOfAccount(tx, keeper.jurisdiction, { person, what: 'correctionAnswered' });
    });
  }

  private keep<Result>(
    keeper: Actor,
    { person, type, values = {} }: { person: string; type: string; values?: Record<string, unknown> },
    work: (tx: Transaction, account: Account) => Promise<Result>,
  ): Promise<Result> {
    const { jurisdiction } = keeper;
    return this.database.asSystemFor(keeper, async (tx) => {
      const [account] = await tx.query<Account>(ACCOUNT, [jurisdiction, person]);
      const isKept = keeper.roles.includes('security.admin') || account?.organization === keeper.organization;
      if (account === undefined || !isKept) throw new Problem('not-found');
      if (person === keeper.person) throw new Problem('second-person-needed');
      const result = await work(tx, account);
      sealRight(tx, jurisdiction, { kind: 'person', key: person });
      await writeEntry(tx, {
        kind: 'grant',
        type,
        jurisdiction,
        actor: eventActor(keeper),
        values: { person, ...values },
      });
      return result;
    });
  }
}
