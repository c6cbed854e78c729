import { Injectable } from '@nestjs/common';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { leaveOldNews, makeMails } from './mail-making.js';
import type { MailedNotice } from './mail-message.js';
import { ATTEMPT_TIMEOUT_MS } from './smtp-sender.js';

/** How many mails a node sends at once. */
const SENDERS = 5;
/** A node that was killed or paused in the middle of a mail keeps it this long from the others; twice what it may take. */
const LEASE_SECONDS = (2 * ATTEMPT_TIMEOUT_MS) / 1000;

/** The address is read anew: a wrong one is mended in the directory, and the mail tried again then reaches its person. */
const CLAIM: Statement = {
  name: 'claim-mails',
  text: `with due as (
      select id from mail where jurisdiction = $1 and status = 'queued' and next_attempt_at <= wendai_now()
      order by next_attempt_at, id limit ${SENDERS} for update skip locked
    ), claimed as (
      update mail m set attempts = m.attempts + 1, address = coalesce(p.email, m.address),
        next_attempt_at = wendai_now() + make_interval(secs => ${LEASE_SECONDS})
      from due, person p
      where m.jurisdiction = $1 and m.id = due.id and p.jurisdiction = m.jurisdiction and p.id = m.person
      returning m.id, m.notices, m.attempts, m.address, m.message_id, p.disabled_at is not null as disabled
    )
    select c.id, c.attempts as attempt, c.address, c.message_id as "messageId", c.disabled, (
        select json_agg(json_build_object('template', n.template, 'data', n.data, 'copy', n.copy,
          'about', case when k.id is null then null else json_build_object('process', k.process, 'id', k.id) end) order by n.id)
        from notice n left join process_case k on k.jurisdiction = n.jurisdiction and k.id = n.case_id
        where n.jurisdiction = $1 and n.id = any(c.notices)
      ) as notices
    from claimed c`,
};

/** Only who holds the last claim may say what came of it: a node that slept past its lease is too late. */
const SENT: Statement = {
  name: 'mail-sent',
  text: `update mail set status = 'sent', sent_at = wendai_now(), last_error = null
    where jurisdiction = $1 and id = $2 and attempts = $3 and status = 'queued' returning status`,
};
const FAILED: Statement = {
  name: 'mail-failed',
  text: `update mail set last_error = $4, next_attempt_at = wendai_now() + make_interval(secs => $5),
      status = case when $6 or wendai_now() + make_interval(secs => $5) > give_up_at then 'dead' else 'queued' end
    where jurisdiction = $1 and id = $2 and attempts = $3 and status = 'queued' returning status`,
};
const WAITING: Statement = {
  name: 'mails-waiting',
  text: `select (select count(*)::int from mail where jurisdiction = $1 and status = 'dead') as dead,
    count(*)::int as queued, min(created_at) as "oldestQueuedAt" from mail where jurisdiction = $1 and status = 'queued'`,
};

/** A mail that this node alone may send, until its lease ends. */
export interface ClaimedMail {
  id: string;
  attempt: number;
  address: string;
  messageId: string;
  /** The account was closed after the mail was made. */
  disabled: boolean;
  notices: MailedNotice[];
}

export interface WaitingMails {
  queued: number;
  dead: number;
  oldestQueuedAt: Date | null;
}

/** The mails of the jurisdiction in the database. No transaction stays open while a mail server is spoken to. */
@Injectable()
export class MailQueue {
  constructor(private readonly database: ScopedDatabase) {}

  /** Makes mails of new notices, and takes some that are due. `more` says that another look is worth it. */
  async next(domain: string): Promise<{ claimed: ClaimedMail[]; more: boolean }> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const [more, claimed] = await Promise.all([
        makeMails(tx, jurisdiction, domain),
        tx.query<ClaimedMail & Record<string, unknown>>(CLAIM, [jurisdiction]),
      ]);
      return { claimed, more };
    });
  }

  async sent({ id, attempt }: ClaimedMail): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) => tx.query(SENT, [jurisdiction, id, attempt]));
  }

  /** Tries again after a while, or never when it was refused or has been tried for long enough. */
  async failed(
    { id, attempt }: ClaimedMail,
    { reason, delaySeconds, forGood }: { reason: string | null; delaySeconds: number; forGood: boolean },
  ): Promise<'queued' | 'dead' | 'taken'> {
    const [row] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<{ status: 'queued' | 'dead' }>(FAILED, [
        jurisdiction,
        id,
        attempt,
        reason,
        delaySeconds,
        forGood,
      ]),
    );
    return row?.status ?? 'taken';
  }

  async leaveOldNews(): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) => leaveOldNews(tx, jurisdiction));
  }

  async waiting(): Promise<WaitingMails> {
    const [row] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<WaitingMails & Record<string, unknown>>(WAITING, [jurisdiction]),
    );
    return row ?? { queued: 0, dead: 0, oldestQueuedAt: null };
  }
}
