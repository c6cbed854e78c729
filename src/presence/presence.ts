import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { PresenceDto } from './presence.dto.js';

/** Whoever has not said so again within this time has gone. The console says it every twenty seconds. */
const STAYS_SECONDS = 45;

/** Only on a case that the person sees: row-level security leaves nothing to insert from otherwise. */
const HERE: Statement = {
  name: 'present-at-case',
  text: `insert into presence (jurisdiction, case_id, person, organization, name, since, seen_at)
    select c.jurisdiction, c.id, $3, $4, $5, wendai_now(), wendai_now() from process_case c
    where c.jurisdiction = $1 and c.id = $2
    on conflict (jurisdiction, case_id, person) do update set organization = excluded.organization, name = excluded.name,
      since = case when presence.seen_at < wendai_now() - interval '${String(STAYS_SECONDS)} seconds' then excluded.since
        else presence.since end,
      seen_at = excluded.seen_at`,
};

const OTHERS: Statement = {
  name: 'others-at-case',
  text: `select p.name, p.since from presence p
    join process_case c on c.jurisdiction = p.jurisdiction and c.id = p.case_id
    where p.jurisdiction = $1 and p.case_id = $2 and p.person <> $3
      and p.seen_at >= wendai_now() - interval '${String(STAYS_SECONDS)} seconds'
    order by p.since, p.name limit 50`,
};

/** What one's own organization has left behind; a day is long past anybody's stay. */
const CLEAR: Statement = {
  name: 'clear-presence',
  text: `delete from presence where seen_at < wendai_now() - interval '1 day'`,
};

/** People of one office who have one case open see each other, so that two do not write the same opinion. */
@Injectable()
export class Presence {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} forbidden for whoever is no person */
  async at(actor: Actor, about: string): Promise<PresenceDto> {
    const { jurisdiction, person, organization, name } = actor;
    if (person === undefined || organization === undefined || name === undefined)
      throw new Problem('forbidden');
    const others = await this.database.as(actor, async (tx) => {
      tx.send(CLEAR, []);
      tx.send(HERE, [jurisdiction, about, person, organization, name]);
      return tx.query<{ name: string; since: Date }>(OTHERS, [jurisdiction, about, person]);
    });
    return { others: others.map((other) => ({ name: other.name, since: shanghai(other.since) })) };
  }
}
