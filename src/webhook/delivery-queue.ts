import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { ATTEMPT_TIMEOUT_MS } from './post-message.js';
import { aboutSecretOf, KEPT_DAYS, type Pause, PING } from './webhook-row.js';

/** How many messages a node sends at once. */
const SENDERS = 5;
/** A node that was killed in the middle of a message keeps it this long from the others; twice what it may take. */
const LEASE_SECONDS = (2 * ATTEMPT_TIMEOUT_MS) / 1000;

const CLAIM: Statement = {
  name: 'claim-deliveries',
  text: `with due as (
      select d.id from webhook_delivery d
      join webhook w on w.jurisdiction = d.jurisdiction and w.id = d.webhook and w.paused_at is null
      where d.jurisdiction = $1 and d.status = 'queued' and d.next_attempt_at <= wendai_now()
      order by d.next_attempt_at, d.id limit ${SENDERS} for update of d skip locked
    )
    update webhook_delivery d set attempts = d.attempts + 1,
      next_attempt_at = wendai_now() + make_interval(secs => ${LEASE_SECONDS})
    from due, webhook w
    where d.jurisdiction = $1 and d.id = due.id and w.jurisdiction = $1 and w.id = d.webhook
    returning d.id, d.webhook, d.body, d.attempts as attempt, w.url, w.secret, wendai_now() as now,
      case when w.former_until > wendai_now() then w.former_secret end as "formerSecret"`,
};

/** Only who holds the last claim may say what came of it. */
const SENT: Statement = {
  name: 'delivery-sent',
  text: `update webhook_delivery set status = 'sent', sent_at = wendai_now(), last_status = $4, last_error = null
    where jurisdiction = $1 and id = $2 and attempts = $3 and status = 'queued'`,
};
const FAILED: Statement = {
  name: 'delivery-failed',
  text: `update webhook_delivery set last_status = $4, last_error = $5, next_attempt_at = wendai_now() + make_interval(secs => $6),
      status = case when $7 or wendai_now() + make_interval(secs => $6) > give_up_at then 'dead' else 'queued' end
    where jurisdiction = $1 and id = $2 and attempts = $3 and status = 'queued' returning status, type`,
};
/** The bank's administrators are told, once a pause: nothing comes any more until somebody looks. */
const PAUSE: Statement = {
  name: 'webhook-paused',
  text: `with paused as (
      update webhook set paused_at = wendai_now(), paused_why = $3
      where jurisdiction = $1 and id = $2 and paused_at is null returning jurisdiction, organization
    )
    insert into notice (jurisdiction, id, source, organization, role, template, data)
    select jurisdiction, $4, $4, organization, 'bank.admin', 'webhookPaused', '{}' from paused`,
};
const FORGET: Statement = {
  name: 'forget-deliveries',
  text: `delete from webhook_delivery where jurisdiction = $1 and status <> 'queued'
    and created_at < wendai_now() - make_interval(days => ${KEPT_DAYS})`,
};

interface ClaimRow extends Record<string, unknown> {
  id: string;
  webhook: string;
  body: string;
  attempt: number;
  url: string;
  secret: string;
  formerSecret: string | null;
  now: Date;
}

/** A message that this node alone may send, until its lease ends. */
export interface ClaimedDelivery {
  id: string;
  webhook: string;
  body: string;
  attempt: number;
  url: string;
  /** The present one first. */
  secrets: readonly string[];
  now: Date;
}

export interface Failure {
  status: number | null;
  reason: string;
  delaySeconds: number;
  forGood: boolean;
}

/** The messages of the jurisdiction. No transaction stays open while a bank's system is spoken to. */
@Injectable()
export class DeliveryQueue {
  constructor(private readonly database: ScopedDatabase) {}

  async claim(): Promise<ClaimedDelivery[]> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const rows = await tx.query<ClaimRow>(CLAIM, [jurisdiction]);
      return rows.map(({ secret, formerSecret, ...row }) => ({
        ...row,
        secrets: [secret, formerSecret]
          .filter((sealed) => sealed !== null)
          .map((sealed) => tx.cipher.open(sealed, aboutSecretOf(row.webhook))),
      }));
    });
  }

  async sent({ id, attempt }: ClaimedDelivery, status: number): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query(SENT, [jurisdiction, id, attempt, status]),
    );
  }

  /** Tries again after a while; never, when it has been tried for long enough or nobody wants it. */
  async failed(
    { id, webhook, attempt }: ClaimedDelivery,
    { status, reason, delaySeconds, forGood }: Failure,
  ): Promise<'queued' | 'dead' | 'taken'> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const [row] = await tx.query<{ status: 'queued' | 'dead'; type: string }>(FAILED, [
        jurisdiction,
        id,
        attempt,
        status,
        reason,
        delaySeconds,
        forGood,
      ]);
      const why: Pause = forGood ? 'gone' : 'unreachable';
      // Somebody who tries an address out sees what came of it.
      if (row?.status === 'dead' && (forGood || row.type !== PING))
        tx.send(PAUSE, [jurisdiction, webhook, why, uuid()]);
      return row?.status ?? 'taken';
    });
  }

  async forgetOld(): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) => tx.query(FORGET, [jurisdiction]));
  }
}
