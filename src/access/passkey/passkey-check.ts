import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { Challenges } from './challenges.js';
import type { PasskeyProofDto } from './passkey.dto.js';
import { OWN, type OwnRow } from './passkey-rows.js';
import { type KeptPasskey, RelyingParty } from './relying-party.js';

/** Held until its count is written: of two uses at once, the second is measured by the first. */
const KEPT: Statement = {
  name: 'kept-passkey',
  text: `select id, credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter from passkey
    where jurisdiction = $1 and person = $2 and credential_id = $3 and removed_at is null for no key update`,
};
const USED: Statement = {
  name: 'passkey-used',
  text: 'update passkey set counter = $3, used_at = wendai_now() where jurisdiction = $1 and id = $2',
};

/** What a browser is asked to have answered by one of the person's passkeys. */
export interface PasskeyQuestion {
  challenge: string;
  rpId: string;
  allow: { id: string; transports: string[] }[];
}

/** A proof whose challenge was asked of this person, and is used up. */
export interface Answer {
  person: string;
  challenge: string;
  said: PasskeyProofDto;
}

/** 通行密钥 at a sign-in, or wherever somebody proves once more who it is. */
@Injectable()
export class PasskeyCheck {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly challenges: Challenges,
    private readonly relyingParty: RelyingParty,
  ) {}

  /** For whoever has shown the password; `session` where one is open already. */
  async question(person: string, session: string | null): Promise<PasskeyQuestion> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const known = await tx.query<OwnRow>(OWN, [jurisdiction, person]);
      const challenge = this.challenges.ask(tx, jurisdiction, { purpose: 'prove', person, session });
      const allow = known.map(({ credentialId: id, transports }) => ({ id, transports }));
      return { challenge, rpId: this.relyingParty.id, allow };
    });
  }

  /** Uses the challenge up; undefined when it was not asked of this person in this session, or too long ago. */
  async answerOf(person: string, session: string | null, said: PasskeyProofDto): Promise<Answer | undefined> {
    const challenge = await this.challenges.take(said.clientData, { purpose: 'prove', person, session });
    return challenge === undefined ? undefined : { person, challenge, said };
  }

  /** Whether one of the person's passkeys has answered, used more often than ever before. */
  async accepts(
    tx: Transaction,
    jurisdiction: string,
    { person, challenge, said }: Answer,
  ): Promise<boolean> {
    const [kept] = await tx.query<KeptPasskey & { id: string } & Record<string, unknown>>(KEPT, [
      jurisdiction,
      person,
      said.id,
    ]);
    if (kept === undefined) return false;
    const counter = await this.relyingParty.proven(said, challenge, kept);
    if (counter === undefined) return false;
    tx.send(USED, [jurisdiction, kept.id, counter]);
    return true;
  }
}
