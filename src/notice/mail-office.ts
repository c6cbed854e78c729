import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { MailDto, MailListDto, MailQueryDto, MailStatus } from './mail.dto.js';
import { GIVE_UP_AFTER_HOURS } from './mail-making.js';

const COLUMNS = `id, status, person, address, message_id as "messageId", attempts, last_error as "lastError",
  next_attempt_at as "nextAttemptAt", sent_at as "sentAt", created_at as "createdAt"`;

const LIST: Statement = {
  name: 'list-mails',
  text: `select ${COLUMNS} from mail
    where jurisdiction = $1 and status = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
};
const COUNT: Statement = {
  name: 'count-mails',
  text: `select count(*)::int as counted
    from (select from mail where jurisdiction = $1 and status = $2 limit ${COUNT_LIMIT}) counted`,
};
const FIND: Statement = {
  name: 'find-mail',
  text: `select ${COLUMNS} from mail where jurisdiction = $1 and id = $2`,
};
/** Its Message-ID stays: whoever did get it after all sees it once. */
const RETRY: Statement = {
  name: 'retry-mail',
  text: `update mail set status = 'queued', next_attempt_at = wendai_now(),
      give_up_at = wendai_now() + make_interval(hours => ${GIVE_UP_AFTER_HOURS})
    where jurisdiction = $1 and id = $2 and status = 'dead'`,
};

interface MailRow extends Record<string, unknown> {
  id: string;
  status: MailStatus;
  person: string;
  address: string;
  messageId: string;
  attempts: number;
  lastError: string | null;
  nextAttemptAt: Date;
  sentAt: Date | null;
  createdAt: Date;
}

/** What the system's administrator sees and does about mails, above all those that were given up. */
@Injectable()
export class MailOffice {
  constructor(private readonly database: ScopedDatabase) {}

  async list(
    actor: Actor,
    { limit = PAGE_SIZE, cursor, status = 'dead' }: MailQueryDto,
  ): Promise<MailListDto> {
    const [rows, counts] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query<MailRow>(LIST, [actor.jurisdiction, status, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, [actor.jurisdiction, status]),
      ]),
    );
    return { ...pageOf(rows.map(mailOf), limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /** Puts a dead mail back into the queue; one that is sent or waits already stays as it is. @throws {Problem} not-found */
  async retry(actor: Actor, id: string): Promise<MailDto> {
    const [row] = await this.database.as(actor, (tx) => {
      tx.send(RETRY, [actor.jurisdiction, id]);
      return tx.query<MailRow>(FIND, [actor.jurisdiction, id]);
    });
    if (row === undefined) throw new Problem('not-found');
    return mailOf(row);
  }
}

function mailOf({ id, status, person, address, messageId, attempts, lastError, ...row }: MailRow): MailDto {
  return {
    id,
    status,
    person,
    address,
    messageId,
    attempts,
    lastError,
    nextAttemptAt: status === 'queued' ? shanghai(row.nextAttemptAt) : null,
    sentAt: row.sentAt === null ? null : shanghai(row.sentAt),
    createdAt: shanghai(row.createdAt),
  };
}
