import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/problem.js';
import type { Statement } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { type Place, SessionService } from '../session.service.js';
import { type Attempt, Attempts } from './attempts.js';
import { SecondFactor } from './second-factor.js';

/** Hash of no password: checked when the login is unknown, so that both answers take the same time. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$zEGZsC3OGEHcWWPPyjR+QUwnGhWQVYy0WWfBKqRMbUo';
/** What `hash` makes today; a hash of other figures is made anew at the next sign-in. */
const TODAYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$';

const FIND_LOGIN: Statement = {
  name: 'find-login',
  text: `select id, password_hash as "passwordHash", initial_until is not null as "isInitial",
      coalesce(initial_until <= wendai_now(), false) as "isTooLate", totp_confirmed_at is not null as "hasFactor",
      greatest(created_at, password_set_at, signed_in_at) <= wendai_now() - make_interval(days => $3) as "isUnused"
    from person where jurisdiction = $1 and login = $2 and disabled_at is null`,
};
/** An initial password is good once: it is gone with the sign-in that must choose another. */
const SIGNED_IN: Statement = {
  name: 'person-signed-in',
  text: `update person set signed_in_at = wendai_now(), password_hash = $3 where jurisdiction = $1 and id = $2`,
};

interface Found extends Record<string, unknown> {
  id: string;
  passwordHash: string | null;
  isInitial: boolean;
  isTooLate: boolean;
  hasFactor: boolean;
  isUnused: boolean;
}

/** What somebody says to prove who it is. */
export interface Proof {
  login: string;
  password: string;
  code?: string | undefined;
}

/** 登录: password, second factor, count of attempts; then a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly secondFactor: SecondFactor,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws {Problem} login-failed, the same for an unknown login, a wrong password, a wrong code and an account that is closed;
   *   second-factor-needed; too-many-requests
   */
  async begin(proof: Proof, place: Place): Promise<{ token: string; actor: Actor }> {
    const login = proof.login.normalize('NFKC').trim().toLowerCase();
    const attempt = await this.attempts.begin(login, place.address);
    const found = await this.find(login);
    const matches = await verify(found?.passwordHash ?? NOBODY, proof.password).catch(() => false);
    const isOpen = found !== undefined && found.passwordHash !== null && !found.isTooLate && !found.isUnused;
    if (!matches || !isOpen) return this.refuse(login, place);
    if (found.hasFactor && proof.code === undefined) {
      await this.attempts.takeBack(attempt);
      throw new Problem('second-factor-needed');
    }
    const passwordHash = await hashAfter(found, proof.password);
    return (await this.enter({ found, passwordHash, attempt, proof, place })) ?? this.refuse(login, place);
  }

  /**
   * Proves once more who holds the session, which gets a new token.
   * @throws {Problem} as `begin`
   */
  async stepUp(
    token: string,
    actor: Actor,
    { proof, place }: { proof: Omit<Proof, 'login'>; place: Place },
  ): Promise<{ token: string; actor: Actor }> {
    const renewed = await this.begin({ ...proof, login: actor.login ?? '' }, place);
    await this.sessions.end(token, place);
    return renewed;
  }

  private async find(login: string): Promise<Found | undefined> {
    const [found] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<Found>(FIND_LOGIN, [jurisdiction, login, this.config.signIn.unusedDays]),
    );
    return found;
  }

  private enter({
    found,
    passwordHash,
    attempt,
    proof,
    place,
  }: {
    found: Found;
    passwordHash: string | null;
    attempt: Attempt;
    proof: Proof;
    place: Place;
  }): Promise<{ token: string; actor: Actor } | undefined> {
    const { id: person, hasFactor } = found;
    return this.database.asSystemFor(place, async (tx, { jurisdiction }) => {
      if (hasFactor) {
        const { code = '' } = proof;
        if (!(await this.secondFactor.accepts(tx, { jurisdiction, person, code }))) return undefined;
      }
      const opened = await this.sessions.open(tx, { jurisdiction, person, secondFactor: hasFactor, place });
      this.attempts.succeeded(tx, jurisdiction, attempt);
      tx.send(SIGNED_IN, [jurisdiction, person, passwordHash]);
      if (passwordHash !== found.passwordHash) sealRight(tx, jurisdiction, { kind: 'person', key: person });
      await writeEntry(tx, {
        kind: 'access',
        type: 'SIGN_IN',
        jurisdiction,
        actor: eventActor(opened.actor),
        values: { address: place.address, browser: place.browser },
      });
      return opened;
    });
  }

  private async refuse(login: string, place: Place): Promise<never> {
    await this.database.asSystemFor(place, (tx, { jurisdiction }) =>
      writeEntry(tx, {
        kind: 'access',
        type: 'SIGN_IN_REFUSED',
        jurisdiction,
        actor: { kind: 'anonymous' },
        values: { login },
      }),
    );
    throw new Problem('login-failed');
  }
}

async function hashAfter({ passwordHash, isInitial }: Found, password: string): Promise<string | null> {
  if (isInitial) return null;
  return passwordHash?.startsWith(TODAYS_HASH) === true ? passwordHash : hash(password);
}
