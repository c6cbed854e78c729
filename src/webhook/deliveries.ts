import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { timeOf } from '../platform/database-time.js';
import { PAGE_SIZE, pageOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { DeliveriesDto, DeliveriesQueryDto, DeliveryDto } from './webhook.dto.js';
import { type DeliveryStatus, GIVE_UP_AFTER_HOURS, messageId, PING } from './webhook-row.js';

const COLUMNS = `id, type, status, attempts, last_status as "lastStatus", last_error as "lastError", body,
  next_attempt_at as "nextAttemptAt", sent_at as "sentAt", created_at as "createdAt"`;
const OWN = 'jurisdiction = $1 and organization = $2 and webhook = $3';

const EXISTS: Statement = {
  name: 'webhook-exists',
  text: 'select 1 from webhook where jurisdiction = $1 and organization = $2 and id = $3',
};
const LIST: Statement = {
  name: 'list-deliveries',
  text: `select ${COLUMNS} from webhook_delivery where ${OWN} and ($4::text is null or status = $4)
    and ($5::uuid is null or id < $5) order by id desc limit $6`,
};
const FIND: Statement = {
  name: 'find-delivery',
  text: `select ${COLUMNS} from webhook_delivery where ${OWN} and id = $4`,
};
/** Under its own id: a receiver that has it already knows so. One that waits already stays as it is. */
const REPLAY: Statement = {
  name: 'replay-delivery',
  text: `update webhook_delivery set status = 'queued', sent_at = null, next_attempt_at = wendai_now(),
      give_up_at = wendai_now() + make_interval(hours => ${GIVE_UP_AFTER_HOURS})
    where ${OWN} and id = $4 and status <> 'queued'`,
};
const TRY: Statement = {
  name: 'try-webhook',
  text: `insert into webhook_delivery (jurisdiction, organization, webhook, id, type, body, status, give_up_at)
    values ($1, $2, $3, $4, '${PING}', $5, 'queued', wendai_now() + interval '5 minutes')`,
};

interface DeliveryRow extends Record<string, unknown> {
  id: string;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  body: string;
  nextAttemptAt: Date;
  sentAt: Date | null;
  createdAt: Date;
}

/** 推送记录: what was sent to an address, what came of it, and sending it again. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: ScopedDatabase) {}

  /** The newest first. @throws {Problem} not-found */
  async list(
    actor: Actor,
    id: string,
    { limit = PAGE_SIZE, cursor, status }: DeliveriesQueryDto,
  ): Promise<DeliveriesDto> {
    const key = keyOf(actor, id);
    const [[webhook], rows] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query(EXISTS, key),
        tx.query<DeliveryRow>(LIST, [...key, status ?? null, cursor ?? null, limit + 1]),
      ]),
    );
    if (webhook === undefined) throw new Problem('not-found');
    return pageOf(rows.map(shown), limit);
  }

  /** @throws {Problem} not-found */
  async replay(actor: Actor, { id, delivery }: { id: string; delivery: string }): Promise<DeliveryDto> {
    const key = [...keyOf(actor, id), delivery];
    const [row] = await this.database.as(actor, (tx) => {
      tx.send(REPLAY, key);
      return tx.query<DeliveryRow>(FIND, key);
    });
    if (row === undefined) throw new Problem('not-found');
    return shown(row);
  }

  /** A message that says nothing, to see whether it arrives. @throws {Problem} not-found */
  async attempt(actor: Actor, id: string): Promise<DeliveryDto> {
    const delivery = uuid();
    return this.database.as(actor, async (tx) => {
      const [[webhook], { at }] = await Promise.all([tx.query(EXISTS, keyOf(actor, id)), timeOf(tx)]);
      if (webhook === undefined) throw new Problem('not-found');
      const body = JSON.stringify({ type: PING, timestamp: at, data: {} });
      tx.send(TRY, [...keyOf(actor, id), delivery, body]);
      const [row] = await tx.query<DeliveryRow>(FIND, [...keyOf(actor, id), delivery]);
      if (row === undefined) throw new Error('A delivery was not made.');
      return shown(row);
    });
  }
}

function keyOf({ jurisdiction, organization }: Actor, id: string): [string, string, string] {
  return [jurisdiction, organization ?? '', id];
}

function shown({ nextAttemptAt, sentAt, createdAt, ...row }: DeliveryRow): DeliveryDto {
  return {
    ...row,
    messageId: messageId(row.id),
    nextAttemptAt: row.status === 'queued' ? shanghai(nextAttemptAt) : null,
    sentAt: sentAt === null ? null : shanghai(sentAt),
    createdAt: shanghai(createdAt),
  };
}
