import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { writeEntry } from '../../audit/write-entry.js';
import { timeOf } from '../../platform/database-time.js';
import { shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import { constraintOf, type Statement, type Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';
import { sealRight } from '../seal/seal-rights.js';
import { tokenHash } from '../session-token.js';
import { type ApiKeyDto, type ApiKeyToldDto, MOST_KEYS, type NewApiKeyDto } from './api-key.dto.js';
import { KeyHolder } from './key-holder.js';
import { keyFaults } from './key-rules.js';

/** Told by its beginning, so that one that was left somewhere is known for what it is. */
const PREFIX = 'wendai_';
const SECRET_BYTES = 32;

const COLUMNS = `k.id, k.name, k.duty, case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as unit,
    k.addresses, k.valid_until as "validUntil", k.created_at as "createdAt", k.used_at as "usedAt", k.used_from as "usedFrom",
    k.refused_at as "refusedAt", k.revoked_at as "revokedAt",
    (select max(s.valid_until) from api_key_secret s where s.jurisdiction = k.jurisdiction and s.api_key = k.id
      and s.valid_until > wendai_now()) as "formerUntil"
  from api_key k left join unit u on u.jurisdiction = k.jurisdiction and u.id = k.unit`;

const LIST: Statement = {
  name: 'list-api-keys',
  text: `select ${COLUMNS} where k.jurisdiction = $1 and k.organization = $2
    order by k.revoked_at is not null, k.id desc limit ${MOST_KEYS}`,
};
const FIND: Statement = {
  name: 'find-api-key',
  text: `select ${COLUMNS} where k.jurisdiction = $1 and k.organization = $2 and k.id = $3`,
};
const UNIT: Statement = {
  name: 'unit-of-own',
  text: 'select id from unit where jurisdiction = $1 and organization = $2 and id = $3',
};
const MAKE: Statement = {
  name: 'make-api-key',
  text: `insert into api_key (jurisdiction, id, organization, unit, name, duty, addresses, valid_until, created_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const HOLD: Statement = {
  name: 'hold-api-key',
  text: `select id from api_key where jurisdiction = $1 and organization = $2 and id = $3 and revoked_at is null for no key update`,
};
/** The one in force goes on for some hours; what was going on before ends now. */
const RETIRE: Statement = {
  name: 'retire-key-secrets',
  text: `update api_key_secret set valid_until = case when valid_until is null then wendai_now() + make_interval(hours => $3)
      else least(valid_until, wendai_now()) end
    where jurisdiction = $1 and api_key = $2 returning hash as key`,
};
const ADD: Statement = {
  name: 'add-key-secret',
  text: 'insert into api_key_secret (hash, jurisdiction, api_key) values ($1, $2, $3)',
};
const REVOKE: Statement = {
  name: 'revoke-api-key',
  text: `update api_key set revoked_at = wendai_now(), revoked_by = $4
    where jurisdiction = $1 and organization = $2 and id = $3 and revoked_at is null returning id`,
};

type Row = Record<string, unknown> &
  Omit<ApiKeyDto, 'createdAt' | 'formerUntil' | 'usedAt' | 'refusedAt' | 'revokedAt'> & {
    createdAt: Date;
    formerUntil: Date | null;
    usedAt: Date | null;
    refusedAt: Date | null;
    revokedAt: Date | null;
  };

/** 接口密钥 of a bank's systems, kept by its administrator. The secret is told once and kept as a hash. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly holder: KeyHolder,
  ) {}

  /** Those in force first, then by age. */
  async list(keeper: Actor): Promise<ApiKeyDto[]> {
    const rows = await this.inEngine(keeper, (tx, key) => tx.query<Row>(LIST, key));
    return rows.map(shown);
  }

  /** @throws {Problem} guard-failed, already-exists for a name that is in use */
  async make(keeper: Actor, wish: NewApiKeyDto): Promise<ApiKeyToldDto> {
    const { name, duty, unit = null, addresses, validUntil } = wish;
    return refusingDuplicates(() =>
      this.inEngine(keeper, async (tx, key) => {
        const [{ today }, units] = await Promise.all([
          timeOf(tx),
          unit === null ? [] : tx.query(UNIT, [...key, unit]),
        ]);
        const faults = keyFaults(wish, { today, isOwnUnit: unit === null || units.length > 0 });
        if (faults.length > 0) throw Problem.of(faults);
        const [jurisdiction, organization] = key;
        const id = uuid();
        const given = [unit, name, duty, addresses, validUntil, keeper.person];
        await tx.query(MAKE, [jurisdiction, id, organization, ...given]);
        sealRight(tx, jurisdiction, { kind: 'api_key', key: id });
        const secret = addSecret(tx, keeper, id);
        await log(tx, keeper, 'API_KEY_MADE', { apiKey: id, name, duty, unit, addresses, validUntil });
        return { secret, key: await this.found(tx, key, id) };
      }),
    );
  }

  /** A new secret for the same key: what the key did before is still its own. @throws {Problem} not-found */
  async rotate(keeper: Actor, id: string, overlapHours: number): Promise<ApiKeyToldDto> {
    const told = await this.inEngine(keeper, async (tx, key) => {
      const held = await tx.query(HOLD, [...key, id]);
      if (held.length === 0) throw new Problem('not-found');
      const retired = await tx.query<{ key: string }>(RETIRE, [keeper.jurisdiction, id, overlapHours]);
      sealRight(
        tx,
        keeper.jurisdiction,
        ...retired.map((row) => ({ kind: 'api_key_secret' as const, ...row })),
      );
      const secret = addSecret(tx, keeper, id);
      await log(tx, keeper, 'API_KEY_ROTATED', { apiKey: id, overlapHours });
      return { secret, key: await this.found(tx, key, id) };
    });
    this.holder.forget(id);
    return told;
  }

  /** @throws {Problem} not-found: another bank's, a revoked one and none at all are alike */
  async revoke(keeper: Actor, id: string): Promise<void> {
    await this.inEngine(keeper, async (tx, key) => {
      const revoked = await tx.query(REVOKE, [...key, id, keeper.person]);
      if (revoked.length === 0) throw new Problem('not-found');
      sealRight(tx, keeper.jurisdiction, { kind: 'api_key', key: id });
      await log(tx, keeper, 'API_KEY_REVOKED', { apiKey: id });
    });
    this.holder.forget(id);
  }

  /** Secrets and what they open are nobody's to read; the organization is named in every statement. */
  private inEngine<Result>(
    keeper: Actor,
    work: (tx: Transaction, key: [string, string | undefined]) => Promise<Result>,
  ): Promise<Result> {
    return this.database.asSystemFor(keeper, (tx, { jurisdiction }) =>
      work(tx, [jurisdiction, keeper.organization]),
    );
  }

  private async found(tx: Transaction, key: unknown[], id: string): Promise<ApiKeyDto> {
    const [row] = await tx.query<Row>(FIND, [...key, id]);
    if (row === undefined) throw new Error('The key that was just made is gone.');
    return shown(row);
  }
}

function addSecret(tx: Transaction, { jurisdiction }: Actor, id: string): string {
  const secret = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const key = tokenHash(secret);
  tx.send(ADD, [key, jurisdiction, id]);
  sealRight(tx, jurisdiction, { kind: 'api_key_secret', key });
  return secret;
}

async function log(
  tx: Transaction,
  keeper: Actor,
  type: string,
  values: Record<string, unknown>,
): Promise<void> {
  const { jurisdiction } = keeper;
  await writeEntry(tx, { kind: 'grant', type, jurisdiction, actor: eventActor(keeper), values });
}

async function refusingDuplicates<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (constraintOf(error) !== 'api_key_name_in_use') throw error;
    const message = '本行已有同名的接口密钥，请更换名称。';
    throw new Problem('already-exists', { errors: [{ pointer: '/name', code: 'already-exists', message }] });
  }
}

function shown({ createdAt, formerUntil, usedAt, refusedAt, revokedAt, ...row }: Row): ApiKeyDto {
  return {
    ...row,
    createdAt: shanghai(createdAt),
    formerUntil: instantOf(formerUntil),
    usedAt: instantOf(usedAt),
    refusedAt: instantOf(refusedAt),
    revokedAt: instantOf(revokedAt),
  };
}

function instantOf(at: Date | null): string | null {
  return at === null ? null : shanghai(at);
}
