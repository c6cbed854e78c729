import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { writeEntry } from '../../audit/write-entry.js';
import { FieldCipher } from '../../platform/field-cipher.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { tellOfAccount } from '../account-notices.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { SessionService } from '../session.service.js';

const ISSUER = '稳贷';
const SECRET_BYTES = 20;
/** RFC 6238 5.2: one step of 30 seconds either way for a clock that is off. */
const WINDOW = 1;
const STEP_MS = 30_000;

const BEGIN: Statement = {
  name: 'begin-second-factor',
  text: `update person set totp_secret = $3, totp_last_step = null where jurisdiction = $1 and id = $2
    and totp_confirmed_at is null returning id`,
};
const SECRET: Statement = {
  name: 'secret-of-second-factor',
  text: `select totp_secret as sealed, totp_confirmed_at is not null as confirmed, wendai_now() as now from person
    where jurisdiction = $1 and id = $2`,
};
const CONFIRM: Statement = {
  name: 'confirm-second-factor',
  text: `update person set totp_confirmed_at = wendai_now() where jurisdiction = $1 and id = $2`,
};
/** A code counts once: of two that come with the same one, the second changes nothing here. */
const USE: Statement = {
  name: 'use-code',
  text: `update person set totp_last_step = $3 where jurisdiction = $1 and id = $2
    and (totp_last_step is null or totp_last_step < $3) returning id`,
};
const PROVEN: Statement = {
  name: 'session-has-second-factor',
  text: `update session set second_factor = true, proven_at = wendai_now() where jurisdiction = $1 and id = $2`,
};
const REMOVE: Statement = {
  name: 'remove-second-factor',
  text: `update person set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
    where jurisdiction = $1 and id = $2`,
};

type SecretRow = { sealed: string | null; confirmed: boolean; now: Date } & Record<string, unknown>;

/** 动态口令: time-based codes of RFC 6238. Mail is never a factor. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly cipher: FieldCipher,
    private readonly sessions: SessionService,
  ) {}

  /** A new secret, told once. It counts from the first code on. @throws {Problem} already-exists */
  async begin({ jurisdiction, person = '', login = '' }: Actor): Promise<{ secret: string; uri: string }> {
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = this.cipher.seal(secret.base32, aboutSecret(person));
    await this.database.asSystem(async (tx) => {
      const begun = await tx.query(BEGIN, [jurisdiction, person, sealed]);
      if (begun.length === 0) throw new Problem('already-exists');
      sealRight(tx, jurisdiction, { kind: 'person', key: person });
    });
    return { secret: secret.base32, uri: new TOTP({ issuer: ISSUER, label: login, secret }).toString() };
  }

  /** The first code shows that the device has the secret. @throws {Problem} guard-failed with `code-wrong` */
  async confirm(actor: Actor, code: string): Promise<void> {
    const { jurisdiction, person = '', session } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const isRight = await this.accepts(tx, { jurisdiction, person, code });
      if (!isRight) throw codeWrong();
      tx.send(CONFIRM, [jurisdiction, person]);
      sealRight(tx, jurisdiction, { kind: 'person', key: person });
      tx.send(PROVEN, [jurisdiction, session]);
      tellOfAccount(tx, jurisdiction, { person, what: 'secondFactorSet' });
      await writeEntry(tx, {
        kind: 'access',
        type: 'SECOND_FACTOR_SET',
        jurisdiction,
        actor: eventActor(actor),
      });
    });
    this.sessions.forget(session);
  }

  /** Whether the code is one of now, and new. */
  async accepts(
    tx: Transaction,
    { jurisdiction, person, code }: { jurisdiction: string; person: string; code: string },
  ): Promise<boolean> {
    const [row] = await tx.query<SecretRow>(SECRET, [jurisdiction, person]);
    if (row === undefined || row.sealed === null) return false;
    const totp = new TOTP({ secret: Secret.fromBase32(this.cipher.open(row.sealed, aboutSecret(person))) });
    const timestamp = row.now.getTime();
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return false;
    const step = Math.floor(timestamp / STEP_MS) + delta;
    return (await tx.query(USE, [jurisdiction, person, step])).length > 0;
  }

  /** The device is lost: the person sets up another one at its next sign-in. */
  remove(tx: Transaction, jurisdiction: string, person: string): void {
    tx.send(REMOVE, [jurisdiction, person]);
    sealRight(tx, jurisdiction, { kind: 'person', key: person });
  }
}

export function codeWrong(): Problem {
  return new Problem('guard-failed', {
    errors: [{ pointer: '/code', code: 'code-wrong', message: '动态口令不正确或已用过，请输入新的一组' }],
  });
}

export function aboutSecret(person: string): string {
  return `person.totp_secret/${person}`;
}
