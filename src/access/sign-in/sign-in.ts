import { Inject, Injectable } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import type { PasskeyProofDto } from '../passkey/passkey.dto.js';
import { type Answer, PasskeyCheck } from '../passkey/passkey-check.js';
import { HAS_PASSKEY } from '../passkey/passkey-rows.js';
import { sealRight } from '../seal/seal-rights.js';
import { type Place, SessionService } from '../session.service.js';
import { type Attempt, Attempts } from './attempts.js';
import { PasswordHashes } from './password-hashes.js';
import { SecondFactor } from './second-factor.js';

const FIND_LOGIN: Statement = {
  name: 'find-login',
  text: `select id, password_hash as "passwordHash", initial_until is not null as "isInitial",
      coalesce(initial_until <= wendai_now(), false) as "isTooLate", totp_confirmed_at is not null as "hasCode",
      ${HAS_PASSKEY} as "hasPasskey",
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
  hasCode: boolean;
  hasPasskey: boolean;
  isUnused: boolean;
}

/** What somebody says to prove who it is. */
export interface Proof {
  login: string;
  password: string;
  /** Of the two, whichever the person has. */
  code?: string | undefined;
  passkey?: PasskeyProofDto | undefined;
}

/** What becomes of a proof whose password is right. */
interface Entering {
  found: Found;
  proof: Proof;
  passwordHash: string | null;
  answer: Answer | undefined;
  attempt: Attempt;
  place: Place;
}

/** 登录: password, second factor, count of attempts; then a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly secondFactor: SecondFactor,
    private readonly passkeys: PasskeyCheck,
    private readonly hashes: PasswordHashes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws {Problem} login-failed, the same for an unknown login, a wrong password, a wrong factor and an account that is closed;
   *   second-factor-needed, with what a passkey has to answer; too-many-requests
   */
  begin(proof: Proof, place: Place): Promise<{ token: string; actor: Actor }> {
    return this.prove(proof, place, null);
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
    const renewed = await this.prove({ ...proof, login: actor.login ?? '' }, place, actor.session ?? null);
    await this.sessions.end(token, place);
    return renewed;
  }

  /** `session` is the one that is open, when there is one: a challenge that was asked in it counts in no other. */
  private async prove(
    proof: Proof,
    place: Place,
    session: string | null,
  ): Promise<{ token: string; actor: Actor }> {
    const login = proof.login.normalize('NFKC').trim().toLowerCase();
    const attempt = await this.attempts.begin(login, place.address);
    const found = await this.find(login);
    const matches = await this.hashes.matches(found?.passwordHash ?? null, proof.password);
    if (!matches || found === undefined || found.isTooLate || found.isUnused)
      return this.refuse(login, place);
    const { id: person, hasCode, hasPasskey } = found;
    if ((hasCode || hasPasskey) && proof.code === undefined && proof.passkey === undefined) {
      await this.attempts.takeBack(attempt);
      const ways = [...(hasCode ? ['code'] : []), ...(hasPasskey ? ['passkey'] : [])];
      const passkey = hasPasskey ? { passkey: await this.passkeys.question(person, session) } : {};
      throw new Problem('second-factor-needed', { extension: { ways, ...passkey } });
    }
    const answer =
      proof.passkey === undefined ? undefined : await this.passkeys.answerOf(person, session, proof.passkey);
    const passwordHash = await this.hashAfter(found, proof.password);
    const entered = await this.enter({ found, proof, passwordHash, answer, attempt, place });
    return entered ?? this.refuse(login, place);
  }

  private async find(login: string): Promise<Found | undefined> {
    const [found] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<Found>(FIND_LOGIN, [jurisdiction, login, this.config.signIn.unusedDays]),
    );
    return found;
  }

  private enter({
    found,
    proof,
    passwordHash,
    answer,
    attempt,
    place,
  }: Entering): Promise<{ token: string; actor: Actor } | undefined> {
    const { id: person, hasCode, hasPasskey } = found;
    return this.database.asSystemFor(place, async (tx, { jurisdiction }) => {
      if ((hasCode || hasPasskey) && !(await this.showsFactor(tx, jurisdiction, { found, proof, answer })))
        return undefined;
      const opened = await this.sessions.open(tx, {
        jurisdiction,
        person,
        secondFactor: hasCode || hasPasskey,
        place,
      });
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

  /** A passkey where one is shown, and a code only of a device that was confirmed. */
  private async showsFactor(
    tx: Transaction,
    jurisdiction: string,
    { found, proof, answer }: Pick<Entering, 'found' | 'proof' | 'answer'>,
  ): Promise<boolean> {
    if (proof.passkey !== undefined)
      return answer !== undefined && this.passkeys.accepts(tx, jurisdiction, answer);
    const { id: person, hasCode } = found;
    return hasCode && this.secondFactor.accepts(tx, { jurisdiction, person, code: proof.code ?? '' });
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

  private async hashAfter({ passwordHash, isInitial }: Found, password: string): Promise<string | null> {
    if (isInitial) return null;
    return passwordHash !== null && this.hashes.isOfToday(passwordHash)
      ? passwordHash
      : this.hashes.hash(password);
  }
}
