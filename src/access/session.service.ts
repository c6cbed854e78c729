import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import type { Role } from '../../workflows/process.js';
import { writeEntry } from '../audit/write-entry.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { Actor, OrganizationKind } from './actor.js';

/** How long a session lasts in all, and how long it may rest. */
export const SESSION_HOURS = 8;
export const IDLE_MINUTES = 30;
/** A node may go on with what it knew for this long, so that ending a session works on every node within a second. */
const REMEMBERED_MS = 500;
const REMEMBERED_AT_MOST = 10_000;

/** Hash of no password: checked when the login is unknown, so that both answers take the same time. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$zEGZsC3OGEHcWWPPyjR+QUwnGhWQVYy0WWfBKqRMbUo';

const FIND_LOGIN: Statement = {
  name: 'find-login',
  text: `select id, password_hash as "passwordHash" from person
    where jurisdiction = $1 and login = $2 and disabled_at is null`,
};
const BEGIN_SESSION: Statement = {
  name: 'begin-session',
  text: `insert into session (token_hash, jurisdiction, person, expires_at)
    values ($1, $2, $3, wendai_now() + make_interval(hours => ${SESSION_HOURS}))`,
};
const END_SESSION: Statement = {
  name: 'end-session',
  text: `update session s set ended_at = wendai_now() from person p
    where s.jurisdiction = $1 and s.token_hash = $2 and s.ended_at is null
      and p.jurisdiction = s.jurisdiction and p.id = s.person
    returning p.id as person, p.organization`,
};
const TOUCH: Statement = {
  name: 'touch-session',
  text: `update session set seen_at = wendai_now() where token_hash = $1 and seen_at < wendai_now() - interval '1 minute'`,
};
/** One step after the other, whatever the planner thinks of tables that have just been filled: this runs with every request. */
const LOAD_ACTOR: Statement = {
  name: 'load-actor',
  text: `with held as materialized (select s.jurisdiction, s.person from session s
      where s.token_hash = $1 and s.ended_at is null and s.expires_at > wendai_now()
        and s.seen_at > wendai_now() - make_interval(mins => ${IDLE_MINUTES}))
    select p.id as person, p.name, p.login, p.organization, o.kind as "organizationKind",
      (select coalesce(json_agg(json_build_object('role', t.role, 'unit', t.unit)), '[]') from post t
        where t.jurisdiction = p.jurisdiction and t.person = p.id and t.valid_from <= d.today
          and (t.valid_until is null or t.valid_until >= d.today)) as posts,
      (select coalesce(json_agg(json_build_object('role', g.role, 'from', g.from_person)), '[]') from delegation g
        where g.jurisdiction = p.jurisdiction and g.to_person = p.id and g.revoked_at is null
          and d.today between g.valid_from and g.valid_until
          and exists (select from post t where t.jurisdiction = g.jurisdiction and t.person = g.from_person
            and t.role = g.role and t.valid_from <= d.today and (t.valid_until is null or t.valid_until >= d.today))
      ) as delegated
    from held h
    cross join lateral (select f.jurisdiction, f.id, f.name, f.login, f.organization from person f
      where f.jurisdiction = h.jurisdiction and f.id = h.person and f.disabled_at is null offset 0) p
    cross join lateral (select f.kind from organization f
      where f.jurisdiction = p.jurisdiction and f.id = p.organization offset 0) o
    cross join (select (wendai_now() at time zone 'Asia/Shanghai')::date as today) d`,
};

interface ActorRow extends Record<string, unknown> {
  person: string;
  name: string;
  login: string;
  organization: string;
  organizationKind: OrganizationKind;
  posts: { role: Role; unit: string | null }[];
  delegated: { role: Role; from: string }[];
}

/** People's sessions: an opaque token in a cookie, its hash in the table, the rights read anew on each use. */
@Injectable()
export class SessionService {
  private readonly remembered = new Map<string, { actor: Actor; until: number }>();

  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} login-failed, the same for an unknown login and a wrong password */
  async begin(login: string, password: string): Promise<{ token: string; actor: Actor }> {
    const found = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<{ id: string; passwordHash: string | null }>(FIND_LOGIN, [jurisdiction, login]),
    );
    const passwordHash = found[0]?.passwordHash ?? NOBODY;
    const matches = await verify(passwordHash, password).catch(() => false);
    const person = found[0];
    if (!matches || person === undefined || person.passwordHash === null) {
      await this.noteRefusal(login);
      throw new Problem('login-failed');
    }
    const token = randomBytes(32).toString('base64url');
    const actor = await this.database.asSystem(async (tx, { jurisdiction }) => {
      await tx.query(BEGIN_SESSION, [tokenHash(token), jurisdiction, person.id]);
      const loaded = await this.load(tx, jurisdiction, tokenHash(token));
      if (loaded !== undefined) {
        await writeEntry(tx, { kind: 'access', type: 'SIGN_IN', jurisdiction, actor: eventActor(loaded) });
      }
      return loaded;
    });
    if (actor === undefined) throw new Problem('login-failed');
    return { token, actor };
  }

  async end(token: string): Promise<void> {
    this.remembered.delete(tokenHash(token));
    await this.database.asSystem(async (tx, { jurisdiction }) => {
      const [ended] = await tx.query<{ person: string; organization: string }>(END_SESSION, [
        jurisdiction,
        tokenHash(token),
      ]);
      if (ended === undefined) return;
      const actor = { kind: 'person', ...ended } as const;
      await writeEntry(tx, { kind: 'access', type: 'SIGN_OUT', jurisdiction, actor });
    });
  }

  /** Who holds this token now; undefined when the session has ended, rested too long, or never was. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const key = tokenHash(token);
    const known = this.remembered.get(key);
    if (known !== undefined && known.until > performance.now()) return known.actor;
    const actor = await this.database.asSystem(async (tx, { jurisdiction }) => {
      tx.send(TOUCH, [key]);
      return this.load(tx, jurisdiction, key);
    });
    if (actor === undefined) {
      this.remembered.delete(key);
      return undefined;
    }
    if (this.remembered.size >= REMEMBERED_AT_MOST) this.remembered.clear();
    this.remembered.set(key, { actor, until: performance.now() + REMEMBERED_MS });
    return actor;
  }

  private async noteRefusal(login: string): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) =>
      writeEntry(tx, {
        kind: 'access',
        type: 'SIGN_IN_REFUSED',
        jurisdiction,
        actor: { kind: 'anonymous' },
        values: { login },
      }),
    );
  }

  private async load(tx: Transaction, jurisdiction: string, key: string): Promise<Actor | undefined> {
    const [row] = await tx.query<ActorRow>(LOAD_ACTOR, [key]);
    if (row === undefined) return undefined;
    const { posts, delegated, person, name, login, organization, organizationKind } = row;
    const units = new Set(posts.map(({ unit }) => unit));
    const [unit] = units;
    return {
      kind: 'person',
      jurisdiction,
      person,
      name,
      login,
      organization,
      organizationKind,
      roles: posts.map(({ role }) => role),
      delegated,
      ...(units.size === 1 && typeof unit === 'string' ? { unit } : {}),
    };
  }
}

/** What the table knows a token by. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
