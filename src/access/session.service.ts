import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../workflows/process.js';
import { writeEntry } from '../audit/write-entry.js';
import { CONFIG, type Config, type SignInConfig } from '../platform/config.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { Actor, OrganizationKind, Origin } from './actor.js';
import { newToken, tokenHash } from './session-token.js';
import { PASSWORD_DAYS } from './sign-in/password-rules.js';
import { needsSecondFactor } from './sign-in/second-factor-roles.js';

/** A node may go on with what it knew for this long, so that ending a session works on every node within a second. */
const REMEMBERED_MS = 500;
const REMEMBERED_AT_MOST = 10_000;

const BEGIN_SESSION: Statement = {
  name: 'begin-session',
  text: `insert into session (token_hash, jurisdiction, id, person, address, browser, second_factor, idle_minutes, expires_at, by_provider)
    values ($1, $2, $3, $4, $5, $6, $7, $8, wendai_now() + make_interval(hours => $9), $10)`,
};
/** The newest stay; whoever signs in once more than it may ends the oldest. */
const DISPLACE: Statement = {
  name: 'displace-sessions',
  text: `update session set ended_at = wendai_now() where jurisdiction = $1 and id in (
      select id from session where jurisdiction = $1 and person = $2 and ended_at is null and expires_at > wendai_now()
      order by created_at desc, id desc offset $3) returning id`,
};
const END_SESSION: Statement = {
  name: 'end-session',
  text: `update session s set ended_at = wendai_now() from person p
    where s.jurisdiction = $1 and s.token_hash = $2 and s.ended_at is null
      and p.jurisdiction = s.jurisdiction and p.id = s.person
    returning p.id as person, p.organization`,
};
const END_OTHERS: Statement = {
  name: 'end-sessions-of-person',
  text: `update session set ended_at = wendai_now() where jurisdiction = $1 and person = $2 and ended_at is null
    and id is distinct from $3`,
};
const END_OWN: Statement = {
  name: 'end-own-session',
  text: `update session set ended_at = wendai_now() where jurisdiction = $1 and person = $2 and id = $3 and ended_at is null
    returning id`,
};
const OWN_SESSIONS: Statement = {
  name: 'own-sessions',
  text: `select id, address, browser, created_at as "createdAt", seen_at as "seenAt" from session
    where jurisdiction = $1 and person = $2 and ended_at is null and expires_at > wendai_now()
      and seen_at > wendai_now() - make_interval(mins => idle_minutes) order by created_at desc, id desc`,
};
/** A session that has rested too long is not woken. */
const TOUCH: Statement = {
  name: 'touch-session',
  text: `update session set seen_at = wendai_now() where token_hash = $1 and seen_at < wendai_now() - interval '1 minute'
    and seen_at > wendai_now() - make_interval(mins => idle_minutes)`,
};
/** One step after the other, whatever the planner thinks of tables that have just been filled: this runs with every request. */
const LOAD_ACTOR: Statement = {
  name: 'load-actor',
  text: `with held as materialized (select s.jurisdiction, s.id, s.person, s.second_factor, s.by_provider,
        s.proven_at > wendai_now() - make_interval(mins => $2) as proven from session s
      where s.token_hash = $1 and s.ended_at is null and s.expires_at > wendai_now()
        and s.seen_at > wendai_now() - make_interval(mins => s.idle_minutes))
    select h.id as session, h.second_factor as "secondFactor", h.proven, p.id as person, p.name, p.login, p.organization,
      o.kind as "organizationKind", p.initial_until is not null and not h.by_provider as "isInitial", p.totp_confirmed_at is not null as "hasFactor",
      coalesce(p.password_set_at <= wendai_now() - make_interval(days => $3), false) and not h.by_provider as "isOld",
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
    cross join lateral (select f.jurisdiction, f.id, f.name, f.login, f.organization, f.initial_until, f.totp_confirmed_at,
        f.password_set_at from person f
      where f.jurisdiction = h.jurisdiction and f.id = h.person and f.disabled_at is null offset 0) p
    cross join lateral (select f.kind from organization f
      where f.jurisdiction = p.jurisdiction and f.id = p.organization offset 0) o
    cross join (select (wendai_now() at time zone 'Asia/Shanghai')::date as today) d`,
};

interface ActorRow extends Record<string, unknown> {
  session: string;
  secondFactor: boolean;
  proven: boolean;
  person: string;
  name: string;
  login: string;
  organization: string;
  organizationKind: OrganizationKind;
  isInitial: boolean;
  hasFactor: boolean;
  isOld: boolean;
  posts: { role: Role; unit: string | null }[];
  delegated: { role: Role; from: string }[];
}

/** Where somebody signs in from. */
export interface Place {
  address: string;
  browser: string;
  /** Of the request, where there is one. */
  origin?: Origin;
}

export interface OwnSession {
  id: string;
  address: string;
  browser: string;
  createdAt: string;
  seenAt: string;
  present: boolean;
}

/** People's sessions: an opaque token in a cookie, its hash in the table, the rights read anew on each use. */
@Injectable()
export class SessionService {
  private readonly remembered = new Map<string, { actor: Actor; until: number }>();
  private readonly rules: SignInConfig;

  constructor(
    private readonly database: ScopedDatabase,
    @Inject(CONFIG) { signIn }: Config,
  ) {
    this.rules = signIn;
  }

  /** A new session of somebody who has proven who it is, in the transaction of that proof. Returns its token and its actor. */
  async open(
    tx: Transaction,
    {
      jurisdiction,
      person,
      secondFactor,
      byProvider = false,
      place,
    }: { jurisdiction: string; person: string; secondFactor: boolean; byProvider?: boolean; place: Place },
  ): Promise<{ token: string; actor: Actor }> {
    const token = newToken();
    const { idleMinutes, sessionHours, sessionsAtOnce, adminSessionsAtOnce } = this.rules;
    tx.send(BEGIN_SESSION, [
      ...[tokenHash(token), jurisdiction, uuid(), person, place.address, place.browser, secondFactor],
      ...[idleMinutes, sessionHours, byProvider],
    ]);
    const actor = await this.load(tx, jurisdiction, tokenHash(token));
    if (actor === undefined) throw new Problem('login-failed');
    const isAdministrator = actor.roles.some((role) => role.endsWith('.admin'));
    const most = isAdministrator ? adminSessionsAtOnce : sessionsAtOnce;
    const displaced = await tx.query(DISPLACE, [jurisdiction, person, most]);
    if (displaced.length > 0) {
      const values = { sessions: displaced.length };
      await writeEntry(tx, {
        kind: 'access',
        type: 'SESSION_DISPLACED',
        jurisdiction,
        actor: eventActor(actor),
        values,
      });
    }
    return { token, actor };
  }

  async end(token: string, place: Pick<Place, 'origin'>): Promise<void> {
    this.remembered.delete(tokenHash(token));
    await this.database.asSystemFor(place, async (tx, { jurisdiction }) => {
      const [ended] = await tx.query<{ person: string; organization: string }>(END_SESSION, [
        jurisdiction,
        tokenHash(token),
      ]);
      if (ended === undefined) return;
      const actor = { kind: 'person', ...ended } as const;
      await writeEntry(tx, { kind: 'access', type: 'SIGN_OUT', jurisdiction, actor });
    });
  }

  /** All sessions of a person but one, or all: its rights or its password have changed. */
  endAllOf(
    tx: Transaction,
    jurisdiction: string,
    { person, but }: { person: string; but?: string | undefined },
  ): void {
    tx.send(END_OTHERS, [jurisdiction, person, but ?? null]);
    for (const [key, { actor }] of this.remembered) if (actor.person === person) this.remembered.delete(key);
  }

  /** Those of the person that are open, the newest first. */
  async ownOf({ jurisdiction, person, session }: Actor): Promise<OwnSession[]> {
    type Row = Omit<OwnSession, 'createdAt' | 'seenAt' | 'present'> & { createdAt: Date; seenAt: Date };
    const rows = await this.database.asSystem((tx) =>
      tx.query<Row & Record<string, unknown>>(OWN_SESSIONS, [jurisdiction, person]),
    );
    return rows.map(({ createdAt, seenAt, ...row }) => ({
      ...row,
      createdAt: shanghai(createdAt),
      seenAt: shanghai(seenAt),
      present: row.id === session,
    }));
  }

  /** @throws {Problem} not-found, for another person's as for none */
  async endOwn(actor: Actor, id: string): Promise<void> {
    const { jurisdiction, person } = actor;
    await this.database.asSystemFor(actor, async (tx) => {
      const ended = await tx.query(END_OWN, [jurisdiction, person, id]);
      if (ended.length === 0) throw new Problem('not-found');
      await writeEntry(tx, { kind: 'access', type: 'SIGN_OUT', jurisdiction, actor: eventActor(actor) });
    });
    this.forget(id);
  }

  /** What the session may do has changed: the next request reads it anew. */
  forget(session: string | undefined): void {
    for (const [key, { actor }] of this.remembered)
      if (actor.session === session) this.remembered.delete(key);
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

  private async load(tx: Transaction, jurisdiction: string, key: string): Promise<Actor | undefined> {
    const { stepUpMinutes, passwordProfile } = this.rules;
    const [row] = await tx.query<ActorRow>(LOAD_ACTOR, [key, stepUpMinutes, PASSWORD_DAYS[passwordProfile]]);
    if (row === undefined) return undefined;
    const { posts, delegated, session, person, name, login, organization, organizationKind, proven } = row;
    const units = new Set(posts.map(({ unit }) => unit));
    const [unit] = units;
    const owes = this.owedBy(row);
    return {
      kind: 'person',
      jurisdiction,
      session,
      person,
      name,
      login,
      organization,
      organizationKind,
      roles: posts.map(({ role }) => role),
      delegated,
      proven,
      ...(owes === undefined ? {} : { owes }),
      ...(units.size === 1 && typeof unit === 'string' ? { unit } : {}),
    };
  }

  private owedBy({ isInitial, isOld, secondFactor, posts, delegated }: ActorRow): Actor['owes'] {
    if (isInitial || isOld) return 'password';
    const roles = [...posts, ...delegated].map(({ role }) => role);
    return this.rules.secondFactor && !secondFactor && needsSecondFactor(roles) ? 'secondFactor' : undefined;
  }
}
