import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { timeOf } from '../platform/database-time.js';
import type { Statement } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { entryValues, type LogNote } from './write-entry.js';

/**
 * One row a person, case and hour: its id is made of the three, so that nodes need not agree on who was first. Nothing is
 * written, and no transaction number spent, when it is there already.
 */
const WRITE_ONCE: Statement = {
  name: 'write-read-entry',
  text: `with entry as (
      insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, owner_org, audience, at, actor_person,
        actor_organization, body)
      select $1, m.month, $3, $4, $5, $6, $7, $8, $2, $9, $10, $11
      from (select date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai')::date as month) m
      where not exists (select from log_entry e where e.jurisdiction = $1 and e.occurred_month = m.month and e.id = $3)
      on conflict do nothing
      returning jurisdiction, occurred_month, id
    ), kept as (
      insert into log_value (jurisdiction, occurred_month, entry_id, case_id, owner_org, audience, salt, "values")
      select jurisdiction, occurred_month, id, $6, $7, $8, $12, $13 from entry
    )
    insert into log_pending (jurisdiction, occurred_month, entry_id, voucher) select jurisdiction, occurred_month, id, $14 from entry`,
};

/** 调阅留痕: reading another organization's case leaves a trace, once per person, case and hour. */
@Injectable()
export class ReadLog {
  constructor(private readonly database: ScopedDatabase) {}

  /** Call it before answering with the case: what was shown is on record. One's own organization's cases are not. */
  async note(actor: Actor, read: { id: string; process: string; ownerOrg: string }): Promise<void> {
    const { jurisdiction, person, organization } = actor;
    if (person === undefined || organization === read.ownerOrg) return;
    await this.database.asSystemFor(actor, async (tx) => {
      const { at } = await timeOf(tx);
      const note: LogNote = {
        kind: 'read',
        type: 'READ',
        jurisdiction,
        actor: eventActor(actor),
        about: read,
      };
      tx.send(WRITE_ONCE, entryValues(tx, note, { id: readingId(person, read.id, at), at }));
    });
  }
}

function readingId(person: string, readCase: string, at: string): string {
  const hour = at.slice(0, 'YYYY-MM-DDTHH'.length);
  const random = createHash('sha256').update(`${person} ${readCase} ${hour}`).digest().subarray(0, 16);
  return uuid({ msecs: Date.parse(`${hour}:00:00+08:00`), random });
}
