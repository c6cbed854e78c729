import { Injectable } from '@nestjs/common';
import type { EventActor } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { COUNT_LIMIT, PAGE_SIZE, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { AuditActorDto, AuditEntriesDto, AuditEntryDto, AuditQueryDto } from './audit.dto.js';
import type { EntryHeader } from './log-entry.js';

const CHOSEN = `e.jurisdiction = $1 and ($2::text is null or e.kind = $2) and ($3::text is null or e.type = $3)
  and ($4::uuid is null or e.case_id = $4) and ($5::uuid is null or e.actor_person = $5)
  and ($6::date is null or e.at >= $6::date::timestamp at time zone 'Asia/Shanghai')
  and ($7::date is null or e.at < ($7::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** In the order in which entries were written, which no clock decides; the index of the feed runs the same way. */
const LIST: Statement = {
  name: 'list-audit-entries',
  text: `select e.id, e.kind, e.type, e.at, e.case_id as "case", e.seq, e.audience, e.body, o.address,
      o.request as "requestId", e.written_in::text || '.' || e.position::text as place
    from log_entry e
    left join log_origin o on o.jurisdiction = e.jurisdiction and o.occurred_month = e.occurred_month and o.entry_id = e.id
    where ${CHOSEN} and ($8::xid8 is null or (e.written_in, e.position) < ($8::xid8, $9::bigint))
    order by e.written_in desc, e.position desc limit $10`,
};
const COUNT: Statement = {
  name: 'count-audit-entries',
  text: `select count(*)::int as counted from (select from log_entry e where ${CHOSEN} limit ${COUNT_LIMIT}) counted`,
};
/** Who an id stands for. An auditor may know it of everybody, and nothing else of them. */
const PEOPLE: Statement = {
  name: 'people-of-audit-entries',
  text: `select a.id, a.name, p.login from known_actor a
    left join person p on p.jurisdiction = a.jurisdiction and p.id = a.id
    where a.jurisdiction = $1 and a.id = any ($2::uuid[])`,
};

interface EntryRow extends Record<string, unknown> {
  id: string;
  kind: string;
  type: string;
  at: Date;
  case: string | null;
  seq: number | null;
  audience: string;
  address: string | null;
  requestId: string | null;
  body: string;
  place: string;
}

interface Person extends Record<string, unknown> {
  id: string;
  name: string;
  login: string | null;
}

/** 审计日志, for the auditor: everything that happened, without what it was about. */
@Injectable()
export class AuditEntries {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor, query: AuditQueryDto): Promise<AuditEntriesDto> {
    const { limit = PAGE_SIZE, cursor, kind, type, case: about, person, from, to } = query;
    const chosen = [
      actor.jurisdiction,
      kind ?? null,
      type ?? null,
      about ?? null,
      person ?? null,
      from ?? null,
      to ?? null,
    ];
    const [writtenIn, position] = cursor?.split('.') ?? [];
    const [rows, counts, reference] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query<EntryRow>(LIST, [...chosen, writtenIn ?? null, position ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, chosen),
        referenceData(tx),
      ]),
    );
    const page = rows.slice(0, limit).map((row) => ({ row, header: JSON.parse(row.body) as EntryHeader }));
    const people = await this.peopleIn(page.map(({ header }) => header));
    return {
      items: page.map(({ row, header }) => shown(row, header, { people, reference })),
      nextCursor: rows.length > limit ? (page.at(-1)?.row.place ?? null) : null,
      total: totalOf(counts[0]?.counted ?? 0),
    };
  }

  private async peopleIn(headers: readonly EntryHeader[]): Promise<Map<string, Person>> {
    const ids = headers.flatMap(({ actor }) => ('person' in actor && actor.person ? [actor.person] : []));
    if (ids.length === 0) return new Map();
    const people = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<Person>(PEOPLE, [jurisdiction, [...new Set(ids)]]),
    );
    return new Map(people.map((person) => [person.id, person]));
  }
}

const NOBODY: Partial<EventActor> = {};

interface Names {
  people: ReadonlyMap<string, Person>;
  reference: ReferenceData;
}

function shown(
  { body: _, place: __, at, ...row }: EntryRow,
  header: EntryHeader,
  names: Names,
): AuditEntryDto {
  const instant = shanghai(at);
  return {
    ...row,
    at: instant,
    actor: actorOf(header.actor, names, instant.slice(0, 10)),
    process: header.case?.process ?? header.about?.process ?? null,
    from: header.from ?? null,
    to: header.to ?? null,
  };
}

function actorOf(actor: EntryHeader['actor'], { people, reference }: Names, on: string): AuditActorDto {
  const { person, organization, role, onBehalfOf } = actor.kind === 'anonymous' ? NOBODY : actor;
  const known = person === undefined ? undefined : people.get(person);
  return {
    kind: actor.kind,
    person: person ?? null,
    name: known?.name ?? null,
    login: known?.login ?? null,
    organization: organization ?? null,
    organizationName: organization === undefined ? null : reference.nameOn(organization, on),
    role: role ?? null,
    onBehalfOf: onBehalfOf ?? null,
  };
}
