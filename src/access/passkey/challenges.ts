import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { challengeIn } from './relying-party.js';

const BYTES = 32;
const MINUTES = 5;

/** Those that nobody answered go with the next. */
const ASK: Statement = {
  name: 'ask-challenge',
  text: `with gone as (delete from passkey_challenge where jurisdiction = $1 and expires_at <= wendai_now())
    insert into passkey_challenge (jurisdiction, challenge, purpose, person, session, expires_at)
    values ($1, $2, $3, $4, $5, wendai_now() + make_interval(mins => ${MINUTES}))`,
};
/** Whoever asks takes it away, whatever comes of it: it is good once, on whatever node. */
const TAKE: Statement = {
  name: 'take-challenge',
  text: `delete from passkey_challenge where jurisdiction = $1 and challenge = $2 and purpose = $3 and person = $4
      and session is not distinct from $5
    returning expires_at > wendai_now() as "isInTime"`,
};

/** What a challenge is for, and whose it is: it counts for nothing else. */
export interface Asked {
  purpose: 'add' | 'prove';
  person: string;
  /** In which it was asked; null for whoever is only signing in, and has shown the password. */
  session: string | null;
}

/** 挑战值: kept at the server, good once and for five minutes. */
@Injectable()
export class Challenges {
  constructor(private readonly database: ScopedDatabase) {}

  ask(tx: Transaction, jurisdiction: string, { purpose, person, session }: Asked): string {
    const challenge = randomBytes(BYTES).toString('base64url');
    tx.send(ASK, [jurisdiction, challenge, purpose, person, session]);
    return challenge;
  }

  /** The challenge that is answered, or undefined when it was not asked like this. A transaction of its own: nothing gives it back. */
  async take(clientData: string, { purpose, person, session }: Asked): Promise<string | undefined> {
    const challenge = challengeIn(clientData);
    if (challenge === undefined) return undefined;
    const [taken] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<{ isInTime: boolean }>(TAKE, [jurisdiction, challenge, purpose, person, session]),
    );
    return taken?.isInTime === true ? challenge : undefined;
  }
}
