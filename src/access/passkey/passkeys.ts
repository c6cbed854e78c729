import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { tellOfAccount } from '../account-notices.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { SessionService } from '../session.service.js';
import { needsSecondFactor } from '../sign-in/second-factor-roles.js';
import { Challenges } from './challenges.js';
import { MOST_PASSKEYS, type NewPasskeyDto, type PasskeyDto, type PasskeyOptionsDto } from './passkey.dto.js';
import { ADD, COUNT, HOLD, OWN, type OwnRow, PROVEN, REMOVE, REMOVE_ALL } from './passkey-rows.js';
import { RelyingParty } from './relying-party.js';

const RP_NAME = '稳贷';

/** 通行密钥 (WebAuthn): a second factor beside 动态口令 that no other site can ask for. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly challenges: Challenges,
    private readonly relyingParty: RelyingParty,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ownOf({ jurisdiction, person }: Actor): Promise<PasskeyDto[]> {
    const rows = await this.database.asSystem((tx) => tx.query<OwnRow>(OWN, [jurisdiction, person]));
    return rows.map(dtoOf);
  }

  get isAvailable(): boolean {
    return this.relyingParty.isAvailable;
  }

  /** What a browser makes a passkey for. @throws {Problem} unavailable where no domain leads to this system */
  async options({
    jurisdiction,
    person = '',
    login = '',
    name = '',
    session,
  }: Actor): Promise<PasskeyOptionsDto> {
    if (!this.isAvailable) {
      throw new Problem('unavailable', { detail: '通行密钥须以域名访问本系统，请与系统管理员联系。' });
    }
    return this.database.asSystem(async (tx) => {
      const known = await tx.query<OwnRow>(OWN, [jurisdiction, person]);
      const challenge = this.challenges.ask(tx, jurisdiction, {
        purpose: 'add',
        person,
        session: session ?? null,
      });
      return {
        challenge,
        rpId: this.relyingParty.id,
        rpName: RP_NAME,
        userId: Buffer.from(person.replaceAll('-', ''), 'hex').toString('base64url'),
        userName: login,
        displayName: name,
        exclude: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      };
    });
  }

  /** The session then has its second factor. @throws {Problem} guard-failed */
  async add(actor: Actor, said: NewPasskeyDto): Promise<PasskeyDto> {
    const { jurisdiction, person = '', session } = actor;
    const asked = { purpose: 'add', person, session: session ?? null } as const;
    const challenge = await this.challenges.take(said.clientData, asked);
    const made = challenge === undefined ? undefined : await this.relyingParty.newPasskey(said, challenge);
    if (made === undefined) throw refused('passkey-not-verified', '通行密钥未通过验证，请重新添加');
    const added = await this.database.asSystemFor(actor, async (tx) => {
      const { count } = await this.held(tx, jurisdiction, person);
      if (count >= MOST_PASSKEYS)
        throw refused('too-many-passkeys', `至多 ${String(MOST_PASSKEYS)} 个通行密钥，请先删除不用的`);
      const id = uuid();
      const { credentialId, publicKey, counter, synced } = made;
      const [row] = await tx.query<OwnRow>(ADD, [
        ...[jurisdiction, id, person, said.name, credentialId, publicKey, counter, said.transports, synced],
      ]);
      if (row === undefined) throw refused('passkey-known', '这个通行密钥已经添加过');
      tx.send(PROVEN, [jurisdiction, session]);
      sealRight(tx, jurisdiction, { kind: 'passkey', key: id });
      tellOfAccount(tx, jurisdiction, { person, what: 'passkeyAdded' });
      await writeEntry(tx, {
        kind: 'access',
        type: 'PASSKEY_ADDED',
        jurisdiction,
        actor: eventActor(actor),
        values: { passkey: id },
      });
      return row;
    });
    this.sessions.forget(session);
    return dtoOf(added);
  }

  /** @throws {Problem} not-found, for another person's as for none; guard-failed for the last factor of whoever needs one */
  async remove(actor: Actor, id: string): Promise<void> {
    const { jurisdiction, person = '' } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const { count, hasCode } = await this.held(tx, jurisdiction, person);
      const removed = await tx.query(REMOVE, [jurisdiction, person, id]);
      if (removed.length === 0) throw new Problem('not-found');
      const roles = [...actor.roles, ...actor.delegated.map(({ role }) => role)];
      const isLast = count === 1 && !hasCode;
      if (isLast && this.config.signIn.secondFactor && needsSecondFactor(roles))
        throw refused(
          'last-second-factor',
          '本岗位须双因子登录，请先绑定动态口令或另一个通行密钥，再删除这一个',
        );
      sealRight(tx, jurisdiction, { kind: 'passkey', key: id });
      tellOfAccount(tx, jurisdiction, { person, what: 'passkeyRemoved' });
      await writeEntry(tx, {
        kind: 'access',
        type: 'PASSKEY_REMOVED',
        jurisdiction,
        actor: eventActor(actor),
        values: { passkey: id },
      });
    });
  }

  private async held(
    tx: Transaction,
    jurisdiction: string,
    person: string,
  ): Promise<{ count: number; hasCode: boolean }> {
    const [owner] = await tx.query<{ hasCode: boolean }>(HOLD, [jurisdiction, person]);
    const [counted] = await tx.query<{ count: number }>(COUNT, [jurisdiction, person]);
    return { count: counted?.count ?? 0, hasCode: owner?.hasCode ?? false };
  }

  /** The devices are lost: the person sets up another at its next sign-in. */
  async removeAll(tx: Transaction, jurisdiction: string, person: string): Promise<void> {
    const removed = await tx.query<{ id: string }>(REMOVE_ALL, [jurisdiction, person]);
    sealRight(tx, jurisdiction, ...removed.map(({ id: key }) => ({ kind: 'passkey' as const, key })));
  }
}

function dtoOf({ id, name, synced, addedAt, usedAt }: OwnRow): PasskeyDto {
  return { id, name, synced, addedAt: shanghai(addedAt), usedAt: usedAt === null ? null : shanghai(usedAt) };
}

function refused(code: string, message: string): Problem {
  return new Problem('guard-failed', { errors: [{ code, message }] });
}
