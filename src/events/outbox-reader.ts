import type { Actor } from '../access/actor.js';
import type { Statement } from '../platform/transaction.js';
import type { ScopedDatabase } from '../process/scoped-database.js';
import { versionOf } from '../process/staleness.js';

const BATCH = 500;

const START: Statement = {
  name: 'outbox-start',
  text: `select pg_snapshot_xmin(pg_current_snapshot())::text as "writtenIn", '0' as position`,
};
/** Ordered by who wrote it and never past the oldest transaction that still runs: a late commit is not jumped over. */
const NEXT: Statement = {
  name: 'outbox-next',
  text: `select id, occurred_month as month, written_in::text as "writtenIn", position::text as position from log_entry
    where jurisdiction = $1 and kind in ('transition', 'configuration') and case_id is not null
      and (written_in, position) > ($2::xid8, $3::bigint) and written_in < pg_snapshot_xmin(pg_current_snapshot())
    order by written_in, position limit ${BATCH}`,
};
/** Row-level security keeps what is this reader's to see. */
const VISIBLE: Statement = {
  name: 'outbox-visible',
  text: `select e.id, e.case_id as "case", c.process, coalesce(e.seq, c.seq) as seq
    from log_entry e join process_case c on c.jurisdiction = e.jurisdiction and c.id = e.case_id
    where e.jurisdiction = $1 and e.occurred_month = any ($2::date[]) and e.id = any ($3::uuid[])
    order by e.written_in, e.position`,
};

export interface OutboxRow extends Record<string, unknown> {
  id: string;
  month: string;
  writtenIn: string;
  position: string;
}

/** A case has a new version: all that a listener is told. */
export interface CaseSignal {
  /** Of the log entry. */
  id: string;
  case: string;
  process: string;
  version: string;
}

/** Reads what was committed since it last looked. One a node, whoever listens. */
export class OutboxReader {
  private place: { writtenIn: string; position: string } | undefined;

  constructor(private readonly database: ScopedDatabase) {}

  /** Nobody listens: the next look begins where the log then ends. */
  rest(): void {
    this.place = undefined;
  }

  /** From now on nothing is missed. */
  async begin(): Promise<void> {
    if (this.place !== undefined) return;
    const [place] = await this.database.asSystem((tx) =>
      tx.query<{ writtenIn: string; position: string }>(START),
    );
    this.place ??= place;
  }

  async next(): Promise<OutboxRow[]> {
    const { place } = this;
    if (place === undefined) return [];
    const rows = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<OutboxRow>(NEXT, [jurisdiction, place.writtenIn, place.position]),
    );
    const last = rows.at(-1);
    if (last !== undefined) this.place = { writtenIn: last.writtenIn, position: last.position };
    return rows;
  }

  async visibleTo(actor: Actor, rows: readonly OutboxRow[]): Promise<CaseSignal[]> {
    const months = [...new Set(rows.map(({ month }) => month))];
    const ids = rows.map(({ id }) => id);
    const visible = await this.database.as(actor, (tx) =>
      tx.query<{ id: string; case: string; process: string; seq: number }>(VISIBLE, [
        actor.jurisdiction,
        months,
        ids,
      ]),
    );
    return visible.map(({ seq, ...signal }) => ({ ...signal, version: versionOf({ seq, edits: 0 }) }));
  }
}
