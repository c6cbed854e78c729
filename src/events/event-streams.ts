import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { Feed } from './feed.js';
import type { Listener } from './listener.js';
import { type CaseSignal, OutboxReader, type OutboxRow } from './outbox-reader.js';

const INTERVAL_MS = 250;
/** Windows of one person, and listeners of one node. */
const MOST_OF_A_PERSON = 10;
const MOST_OF_A_NODE = 5_000;
/** A client that missed more than this reads its screens anew. */
const MOST_MISSED = 500;
const PAGE = 100;

/**
 * Listening keeps no session alive: who does nothing for long enough is signed out, and the stream ends with the session. It
 * ends as well when the person now sits elsewhere, and so sees other cases.
 */
const LIVE: Statement = {
  name: 'live-sessions',
  text: `select s.token_hash as session,
      (select case when count(distinct coalesce(t.unit::text, '')) = 1 then min(coalesce(t.unit::text, '')) else '' end
        from post t where t.jurisdiction = s.jurisdiction and t.person = s.person and t.valid_from <= d.today
          and (t.valid_until is null or t.valid_until >= d.today)) as unit
    from session s
    join person p on p.jurisdiction = s.jurisdiction and p.id = s.person and p.disabled_at is null
    cross join (select (wendai_now() at time zone 'Asia/Shanghai')::date as today) d
    where s.token_hash = any ($1) and s.ended_at is null and s.expires_at > wendai_now()
      and s.seen_at > wendai_now() - make_interval(mins => s.idle_minutes)`,
};

/** Tells every open stream of this node what happened, and ends those whose session has ended. */
@Injectable()
export class EventStreams implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly outbox: OutboxReader;
  private readonly loop: WorkerLoop;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly feed: Feed,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.outbox = new OutboxReader(database);
    this.loop = new WorkerLoop('events', INTERVAL_MS, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    for (const listener of this.listeners) this.leave(listener);
  }

  /** Asked before the stream begins, while the answer can still be a problem. @throws {Problem} too-many-requests */
  refuseTooMany(person: string | undefined): void {
    const own = [...this.listeners].filter(({ actor }) => actor.person === person);
    if (own.length >= MOST_OF_A_PERSON || this.listeners.size >= MOST_OF_A_NODE) {
      throw new Problem('too-many-requests', { detail: '实时更新的连接过多，请关闭不用的窗口。' });
    }
  }

  /**
   * Begins to tell; with the last id that the client saw, from there on. The answer has begun, so that a failure can only
   * break it off: the client comes again.
   */
  async join(listener: Listener, lastEventId: string | undefined): Promise<void> {
    // First among the listeners, then back to what was missed: between the two nothing can fall.
    this.listeners.add(listener);
    try {
      await this.outbox.begin();
      const newest = await this.feed.newest(listener.actor);
      const missed = lastEventId === undefined ? [] : await this.missedSince(listener, lastEventId);
      if (missed === undefined) listener.reset(newest);
      else listener.ready(missed.length === 0 ? newest : lastEventId);
      listener.catchUp(missed ?? []);
    } catch (error) {
      this.leave(listener);
      this.logger.error({ err: error }, 'a stream could not begin');
    }
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
    listener.end();
  }

  /** Undefined when the client cannot be told one by one: it saw something unknown, or missed too much. */
  private async missedSince({ actor }: Listener, lastEventId: string): Promise<CaseSignal[] | undefined> {
    const missed: CaseSignal[] = [];
    let after = lastEventId;
    for (;;) {
      const page = await this.feed.read(actor, { after, limit: PAGE }).catch(unknownPlace);
      if (page === undefined || missed.length > MOST_MISSED) return undefined;
      missed.push(
        ...page.items.map(({ id, case: about, process, version }) => ({ id, case: about, process, version })),
      );
      if (!page.hasMore) return missed;
      after = page.nextCursor ?? after;
    }
  }

  private async round(): Promise<void> {
    if (this.listeners.size === 0) {
      this.outbox.rest();
      return;
    }
    await this.endDeadSessions();
    for (const listener of this.listeners) if (!listener.keepAlive()) this.leave(listener);
    const rows = await this.outbox.next();
    if (rows.length === 0) return;
    try {
      for (const group of this.groups()) await this.tell(group, rows);
    } catch (error) {
      // What could not be told is asked for again by whoever comes back.
      for (const listener of this.listeners) this.leave(listener);
      throw error;
    }
  }

  private async tell(group: readonly Listener[], rows: readonly OutboxRow[]): Promise<void> {
    const [first] = group;
    if (first === undefined) return;
    const signals = await this.outbox.visibleTo(first.actor, rows);
    for (const listener of group) listener.tell(signals);
  }

  private groups(): Listener[][] {
    const groups = new Map<string, Listener[]>();
    for (const listener of this.listeners) {
      groups.set(listener.group, [...(groups.get(listener.group) ?? []), listener]);
    }
    return [...groups.values()];
  }

  private async endDeadSessions(): Promise<void> {
    // Whoever joins while the question is out was not asked about.
    const asked = [...this.listeners];
    const sessions = [...new Set(asked.map(({ session }) => session))];
    const rows = await this.database.asSystem((tx) =>
      tx.query<{ session: string; unit: string }>(LIVE, [sessions]),
    );
    const units = new Map(rows.map(({ session, unit }) => [session, unit]));
    for (const listener of asked) {
      if (units.get(listener.session) !== (listener.actor.unit ?? '')) this.leave(listener);
    }
  }
}

function unknownPlace(error: unknown): undefined {
  if (error instanceof Problem) return undefined;
  throw error;
}
