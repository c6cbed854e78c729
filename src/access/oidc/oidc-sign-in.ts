import { Inject, Injectable } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Statement } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { HAS_PASSKEY } from '../passkey/passkey-rows.js';
import { sealRight } from '../seal/seal-rights.js';
import { type Place, SessionService } from '../session.service.js';
import type { Vouched } from './oidc-provider.js';

const FIND: Statement = {
  name: 'find-vouched',
  text: `select id, oidc_subject as subject, totp_confirmed_at is not null or ${HAS_PASSKEY} as "hasFactor",
      greatest(created_at, password_set_at, signed_in_at) <= wendai_now() - make_interval(days => $3) as "isUnused"
    from person where jurisdiction = $1 and login = $2 and disabled_at is null for update`,
};
/** The first subject that comes under a login stays the only one: a login that is given to somebody else opens nothing. */
const SIGNED_IN: Statement = {
  name: 'vouched-signed-in',
  text: `update person set signed_in_at = wendai_now(), oidc_subject = $3 where jurisdiction = $1 and id = $2`,
};

interface FoundRow extends Record<string, unknown> {
  id: string;
  subject: string | null;
  hasFactor: boolean;
  isUnused: boolean;
}

/** Thrown to roll back a session that owes a second factor which the provider has not asked for. */
class FactorMissing extends Error {}

/** 统一身份认证登录: for people who have an account here; a provider makes none. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The token of a new session, or why there is none: `login-failed` for whoever has no open account under that login and
   * subject; `second-factor-needed` where more than a password is owed and the provider did not ask for it.
   */
  async enter(
    vouched: Vouched,
    place: Place,
  ): Promise<{ token: string } | { refused: 'login-failed' | 'second-factor-needed' }> {
    const login = vouched.login.normalize('NFKC').trim().toLowerCase();
    try {
      const token = await this.open(login, vouched, place);
      if (token !== undefined) return { token };
      await this.noteRefusal(login, place);
      return { refused: 'login-failed' };
    } catch (error) {
      if (!(error instanceof FactorMissing)) throw error;
      return { refused: 'second-factor-needed' };
    }
  }

  private async open(
    login: string,
    { subject, hasSecondFactor }: Vouched,
    place: Place,
  ): Promise<string | undefined> {
    return this.database.asSystemFor(place, async (tx, { jurisdiction }) => {
      const [found] = await tx.query<FoundRow>(FIND, [jurisdiction, login, this.config.signIn.unusedDays]);
      const isOther = found !== undefined && found.subject !== null && found.subject !== subject;
      if (found === undefined || found.isUnused || isOther) return undefined;
      const opened = await this.sessions.open(tx, {
        jurisdiction,
        person: found.id,
        secondFactor: hasSecondFactor,
        byProvider: true,
        place,
      });
      if (!hasSecondFactor && (found.hasFactor || opened.actor.owes === 'secondFactor'))
        throw new FactorMissing();
      tx.send(SIGNED_IN, [jurisdiction, found.id, subject]);
      if (found.subject === null) sealRight(tx, jurisdiction, { kind: 'person', key: found.id });
      await writeEntry(tx, {
        kind: 'access',
        type: 'SIGN_IN',
        jurisdiction,
        actor: eventActor(opened.actor),
        values: { address: place.address, browser: place.browser, by: this.config.oidc?.issuer, subject },
      });
      return opened.token;
    });
  }

  private async noteRefusal(login: string, place: Place): Promise<void> {
    await this.database.asSystemFor(place, (tx, { jurisdiction }) =>
      writeEntry(tx, {
        kind: 'access',
        type: 'SIGN_IN_REFUSED',
        jurisdiction,
        actor: { kind: 'anonymous' },
        values: { login, by: this.config.oidc?.issuer },
      }),
    );
  }
}
