import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { Feed } from '../events/feed.js';
import { CONFIG, type Config } from '../platform/config.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import { type Statement, sqlState, type Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { type AddressFault, AddressRule } from './address-rule.js';
import { BEGIN_AT, systemOf } from './delivery-making.js';
import { newSecret } from './signature.js';
import type { NewWebhookDto, WebhookDto, WebhookWithSecretDto } from './webhook.dto.js';
import { aboutSecretOf, MOST_WEBHOOKS, OVERLAP_HOURS, type Pause } from './webhook-row.js';

const COLUMNS = `w.id, w.url, w.note, w.created_at as "createdAt", w.paused_at as "pausedAt", w.paused_why as "pausedWhy",
  case when w.former_until > wendai_now() then w.former_until end as "formerSecretUntil",
  (select count(*)::int from webhook_delivery d where d.jurisdiction = w.jurisdiction and d.webhook = w.id and d.status = 'queued') as queued,
  (select count(*)::int from webhook_delivery d where d.jurisdiction = w.jurisdiction and d.webhook = w.id and d.status = 'dead') as dead`;

const LIST: Statement = {
  name: 'list-webhooks',
  text: `select ${COLUMNS} from webhook w where w.jurisdiction = $1 and w.organization = $2 order by w.id`,
};
const FIND: Statement = {
  name: 'find-webhook',
  text: `select ${COLUMNS} from webhook w where w.jurisdiction = $1 and w.organization = $2 and w.id = $3`,
};
/** Two who add at once count one after the other: the count is a statement of its own, and sees what the other has added. */
const ALONE: Statement = {
  name: 'add-webhook-alone',
  text: `select pg_advisory_xact_lock(hashtext('webhooks'), hashtext($1))`,
};
const COUNT: Statement = {
  name: 'count-webhooks',
  text: 'select count(*)::int as count from webhook where jurisdiction = $1 and organization = $2',
};
const ADD: Statement = {
  name: 'add-webhook',
  text: `insert into webhook (jurisdiction, id, organization, url, note, secret, created_by) values ($1, $3, $2, $4, $5, $6, $7)`,
};
const ROTATE: Statement = {
  name: 'change-webhook-secret',
  text: `update webhook set former_secret = secret, former_until = wendai_now() + make_interval(hours => ${OVERLAP_HOURS}), secret = $4
    where jurisdiction = $1 and organization = $2 and id = $3 returning id`,
};
const PAUSE: Statement = {
  name: 'pause-webhook',
  text: `update webhook set paused_at = wendai_now(), paused_why = 'by-hand'
    where jurisdiction = $1 and organization = $2 and id = $3 and paused_at is null`,
};
const RESUME: Statement = {
  name: 'resume-webhook',
  text: `update webhook set paused_at = null, paused_why = null where jurisdiction = $1 and organization = $2 and id = $3`,
};
const REMOVE: Statement = {
  name: 'remove-webhook',
  text: 'delete from webhook where jurisdiction = $1 and organization = $2 and id = $3 returning id',
};

const UNIQUE_VIOLATION = '23505';

const FAULTS: Record<AddressFault, { code: string; message: string }> = {
  'bad-url': {
    code: 'bad-url',
    message: '请填写完整的接收地址，如 https://hooks.bank.example/wendai，不带 # 部分。',
  },
  'not-https': { code: 'not-https', message: '接收地址须使用 https。' },
  credentials: { code: 'credentials-in-url', message: '接收地址中不能带用户名和密码。' },
  'not-public': {
    code: 'address-not-allowed',
    message: '不能推送到这个地址。请使用公网域名，或请运营方将专线网段列入允许范围。',
  },
};

interface WebhookRow extends Record<string, unknown> {
  id: string;
  url: string;
  note: string | null;
  createdAt: Date;
  pausedAt: Date | null;
  pausedWhy: Pause | null;
  formerSecretUntil: Date | null;
  queued: number;
  dead: number;
}

/** 推送地址, kept by the administrator of a bank for its own systems. */
@Injectable()
export class Webhooks {
  private readonly rule: AddressRule;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly feed: Feed,
    @Inject(CONFIG) { webhookNetworks }: Config,
  ) {
    this.rule = new AddressRule(webhookNetworks);
  }

  async list(actor: Actor): Promise<WebhookDto[]> {
    const rows = await this.database.as(actor, (tx) => tx.query<WebhookRow>(LIST, keyOf(actor)));
    return rows.map(shown);
  }

  /** Told from now on, not of what was. The secret is shown this once. @throws {Problem} validation-failed, already-exists, guard-failed */
  async add(actor: Actor, { url, note }: NewWebhookDto): Promise<WebhookWithSecretDto> {
    const fault = this.rule.faultIn(url);
    if (fault !== undefined) {
      throw new Problem('validation-failed', { errors: [{ pointer: '/url', ...FAULTS[fault] }] });
    }
    const [id, secret] = [uuid(), newSecret()];
    const newest = await this.feed.newest(systemOf(actor.jurisdiction, actor.organization ?? ''));
    try {
      return await this.database.as(actor, async (tx) => {
        tx.send(ALONE, [actor.organization]);
        const [counted] = await tx.query<{ count: number }>(COUNT, keyOf(actor));
        if ((counted?.count ?? 0) >= MOST_WEBHOOKS) {
          const message = `推送地址至多${String(MOST_WEBHOOKS)}个，请先删除不用的地址。`;
          throw Problem.of([{ code: 'too-many-webhooks', message, pointer: '/url' }]);
        }
        const sealed = tx.cipher.seal(secret, aboutSecretOf(id));
        await tx.query(ADD, [...keyOf(actor), id, new URL(url).href, note ?? null, sealed, actor.person]);
        if (newest !== undefined) await tx.query(BEGIN_AT, [actor.jurisdiction, id, newest]);
        await noteIn(tx, actor, 'ADD_WEBHOOK', { webhook: id, url });
        return { ...(await findIn(tx, actor, id)), secret };
      });
    } catch (error) {
      if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
      throw new Problem('already-exists', {
        errors: [{ pointer: '/url', code: 'already-exists', message: '本行已有这个推送地址。' }],
      });
    }
  }

  /** A new secret, shown this once; the former one signs beside it for a day. @throws {Problem} not-found */
  async rotate(actor: Actor, id: string): Promise<WebhookWithSecretDto> {
    const secret = newSecret();
    return this.database.as(actor, async (tx) => {
      const sealed = tx.cipher.seal(secret, aboutSecretOf(id));
      const changed = await tx.query(ROTATE, [...keyOf(actor), id, sealed]);
      if (changed.length === 0) throw new Problem('not-found');
      await noteIn(tx, actor, 'ROTATE_WEBHOOK', { webhook: id });
      return { ...(await findIn(tx, actor, id)), secret };
    });
  }

  /** What happens meanwhile is told after it goes on. @throws {Problem} not-found */
  async pause(actor: Actor, id: string): Promise<WebhookDto> {
    return this.change(actor, id, PAUSE, 'PAUSE_WEBHOOK');
  }

  async resume(actor: Actor, id: string): Promise<WebhookDto> {
    return this.change(actor, id, RESUME, 'RESUME_WEBHOOK');
  }

  /** With everything that was to be sent there. @throws {Problem} not-found */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const removed = await tx.query(REMOVE, [...keyOf(actor), id]);
      if (removed.length === 0) throw new Problem('not-found');
      await noteIn(tx, actor, 'REMOVE_WEBHOOK', { webhook: id });
    });
  }

  private async change(actor: Actor, id: string, statement: Statement, type: string): Promise<WebhookDto> {
    return this.database.as(actor, async (tx) => {
      tx.send(statement, [...keyOf(actor), id]);
      const found = await findIn(tx, actor, id);
      await noteIn(tx, actor, type, { webhook: id });
      return found;
    });
  }
}

async function findIn(tx: Transaction, actor: Actor, id: string): Promise<WebhookDto> {
  const [row] = await tx.query<WebhookRow>(FIND, [...keyOf(actor), id]);
  if (row === undefined) throw new Problem('not-found');
  return shown(row);
}

async function noteIn(
  tx: Transaction,
  actor: Actor,
  type: string,
  values: Record<string, unknown>,
): Promise<void> {
  const { jurisdiction } = actor;
  await writeEntry(tx, { kind: 'configuration', type, jurisdiction, actor: eventActor(actor), values });
}

function keyOf({ jurisdiction, organization }: Actor): [string, string] {
  return [jurisdiction, organization ?? ''];
}

function shown({ createdAt, pausedAt, formerSecretUntil, ...row }: WebhookRow): WebhookDto {
  return {
    ...row,
    createdAt: shanghai(createdAt),
    pausedAt: pausedAt === null ? null : shanghai(pausedAt),
    formerSecretUntil: formerSecretUntil === null ? null : shanghai(formerSecretUntil),
  };
}
