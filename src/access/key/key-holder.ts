import { Injectable } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor, KeyDuty, Origin, Staff } from '../actor.js';
import { tokenHash } from '../session-token.js';
import { addressList } from './address-list.js';
import { knownStaff } from './staff.js';

/** A node may go on with what it knew for this long, so that revoking a key works on every node within a second. */
const REMEMBERED_MS = 500;
const REMEMBERED_AT_MOST = 10_000;

const LOAD: Statement = {
  name: 'load-key-holder',
  text: `select k.jurisdiction, k.id as person, k.name, k.organization, k.unit, k.duty, k.addresses, o.kind as "organizationKind",
      k.revoked_at is null and k.valid_until >= (wendai_now() at time zone 'Asia/Shanghai')::date
        and coalesce(s.valid_until > wendai_now(), true)
        and coalesce(least(o.ended_on, u.ended_on) >= (wendai_now() at time zone 'Asia/Shanghai')::date, true) as "isInForce"
    from api_key_secret s
    join api_key k on k.jurisdiction = s.jurisdiction and k.id = s.api_key
    join organization o on o.jurisdiction = k.jurisdiction and o.id = k.organization
    left join unit u on u.jurisdiction = k.jurisdiction and u.id = k.unit
    where s.hash = $1`,
};
/** Once a minute is enough to see that a key is in use, and from where. */
const USED: Statement = {
  name: 'note-key-used',
  text: `update api_key set used_at = wendai_now(), used_from = $3 where jurisdiction = $1 and id = $2
    and (used_at is null or used_at < wendai_now() - interval '1 minute')`,
};
const REFUSED: Statement = {
  name: 'note-key-refused',
  text: `update api_key set refused_at = wendai_now() where jurisdiction = $1 and id = $2
    and (refused_at is null or refused_at < wendai_now() - interval '1 minute') returning id`,
};

interface Row extends Record<string, unknown> {
  person: string;
  name: string;
  organization: string;
  organizationKind: 'bank';
  unit: string | null;
  duty: KeyDuty;
  addresses: string[];
  isInForce: boolean;
}

interface Known {
  actor: Actor;
  isInForce: boolean;
  comesFrom: (address: string) => boolean;
  until: number;
}

/** 银行系统: who holds a key, from where it may come, and who is behind what it sends. */
@Injectable()
export class KeyHolder {
  private readonly remembered = new Map<string, Known>();

  constructor(private readonly database: ScopedDatabase) {}

  /** The bank's system; undefined for a key that never was, is over, or comes from a foreign address: all are alike. */
  async actorOf(key: string, origin: Origin): Promise<Actor | undefined> {
    const { address } = origin;
    const hash = tokenHash(key);
    const known = this.remembered.get(hash);
    const isFresh = known !== undefined && known.until > performance.now();
    const holder = isFresh ? known : await this.load(hash, address);
    if (holder === undefined || !holder.isInForce || !holder.comesFrom(address)) {
      if (holder !== undefined) await this.noteRefused({ ...holder.actor, origin }, address);
      return undefined;
    }
    return holder.actor;
  }

  /** The same actor, with the person whom it names behind what it writes. */
  async behind(actor: Actor, named: Omit<Staff, 'id'>): Promise<Actor> {
    const behind = await this.database.asSystem((tx) => knownStaff(tx, actor, named));
    return { ...actor, behind };
  }

  forget(keyId: string): void {
    for (const [hash, { actor }] of this.remembered) if (actor.person === keyId) this.remembered.delete(hash);
  }

  private async load(hash: string, address: string): Promise<Known | undefined> {
    const row = await this.database.asSystem((tx) => read(tx, hash, address));
    if (row === undefined) return undefined;
    const { jurisdiction, unit, addresses, isInForce, ...rest } = row;
    const actor: Actor = {
      kind: 'client',
      jurisdiction,
      ...rest,
      roles: ['bank.client'],
      delegated: [],
      ...(unit === null ? {} : { unit }),
    };
    const known = {
      actor,
      isInForce,
      comesFrom: addressList(addresses),
      until: performance.now() + REMEMBERED_MS,
    };
    if (this.remembered.size >= REMEMBERED_AT_MOST) this.remembered.clear();
    this.remembered.set(hash, known);
    return known;
  }

  private async noteRefused(actor: Actor, address: string): Promise<void> {
    const { jurisdiction, person } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const noted = await tx.query(REFUSED, [jurisdiction, person]);
      if (noted.length === 0) return;
      const values = { address };
      await writeEntry(tx, {
        kind: 'access',
        type: 'KEY_REFUSED',
        jurisdiction,
        actor: eventActor(actor),
        values,
      });
    });
  }
}

async function read(
  tx: Transaction,
  hash: string,
  address: string,
): Promise<(Row & { jurisdiction: string }) | undefined> {
  const [row] = await tx.query<Row & { jurisdiction: string }>(LOAD, [hash]);
  if (row?.isInForce === true && addressList(row.addresses)(address)) {
    tx.send(USED, [row.jurisdiction, row.person, address]);
  }
  return row;
}
