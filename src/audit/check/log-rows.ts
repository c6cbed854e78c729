import type { Statement } from '../../platform/transaction.js';
import type { Subtree } from '../tree/merkle-tree.js';
import type { LeafRow } from './entry-check.js';

/** Asks the database of one city; `$1` is its jurisdiction. */
export type Ask = <Row extends Record<string, unknown>>(
  statement: Statement,
  values: unknown[],
) => Promise<Row[]>;

export interface SignedRow {
  size: number;
  root: Buffer;
  peaks: Buffer;
  note: string;
}

/** Where a walk over all entries, or all cases, has come to. */
export type Place = readonly [month: string, id: string];

const STRAY_AT_ONCE = 5_000;
const CASES_AT_ONCE = 500;

const LEAVES: Statement = {
  name: 'check-leaves',
  text: `select l.index, l.entry_id as entry, l.occurred_month::text as month, l.hash, e.body, e.jurisdiction, e.kind, e.type,
      e.case_id as "case", e.seq, e.owner_org as owner, e.audience,
      (extract(epoch from e.at) * 1000000)::bigint::text as at, e.actor_person as person,
      e.actor_organization as organization, v.salt, v."values", v.case_id as "valueCase", v.owner_org as "valueOwner",
      v.audience as "valueAudience"
    from log_leaf l
    left join log_entry e on e.jurisdiction = l.jurisdiction and e.occurred_month = l.occurred_month and e.id = l.entry_id
    left join log_value v on v.jurisdiction = l.jurisdiction and v.occurred_month = l.occurred_month and v.entry_id = l.entry_id
    where l.jurisdiction = $1 and l.index >= $2 and l.index < $3 order by l.index`,
};
const CHECKPOINTS: Statement = {
  name: 'check-checkpoints',
  text: `select size, root, peaks, note from log_checkpoint
    where jurisdiction = $1 and size > $2 and size <= $3 order by size`,
};
const NODES: Statement = {
  name: 'check-nodes',
  text: `select n.level, n.index, n.hash from unnest($2::int[], $3::bigint[]) w(level, index)
    join log_node n on n.jurisdiction = $1 and n.level = w.level and n.index = w.index`,
};
const BEYOND: Statement = {
  name: 'check-leaves-beyond',
  text: `select index from log_leaf where jurisdiction = $1 and index >= $2 and index >= coalesce((select max(size)
    from log_checkpoint where jurisdiction = $1), 0) order by index limit 100`,
};
/** Every entry has a leaf, or waits for one. */
const STRAY: Statement = {
  name: 'check-stray-entries',
  text: `select e.occurred_month::text as month, e.id, l.entry_id is null and (p.entry_id is null or p.refused) as stray
    from (select jurisdiction, occurred_month, id from log_entry
      where jurisdiction = $1 and (occurred_month, id) > ($2::date, $3::uuid)
      order by occurred_month, id limit ${String(STRAY_AT_ONCE)}) e
    left join log_leaf l on l.jurisdiction = e.jurisdiction and l.entry_id = e.id
    left join log_pending p on p.jurisdiction = e.jurisdiction and p.occurred_month = e.occurred_month and p.entry_id = e.id
    order by e.occurred_month, e.id`,
};
const CASES: Statement = {
  name: 'check-cases',
  text: `select c.id, c.state, e.body
    from (select jurisdiction, id, seq, state from process_case where jurisdiction = $1 and id > $2::uuid
      order by id limit ${String(CASES_AT_ONCE)}) c
    left join log_entry e on e.jurisdiction = c.jurisdiction and e.case_id = c.id and e.seq = c.seq
    order by c.id`,
};
/** Up to which leaf entries were taken out after their term; the log itself says so. */
const PURGED: Statement = {
  name: 'check-purged',
  text: `select v."values" from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    join log_leaf l on l.jurisdiction = e.jurisdiction and l.entry_id = e.id
    where e.jurisdiction = $1 and e.kind = 'configuration' and e.type = 'LOG_PURGED'`,
};

const FIRST: Place = ['0001-01-01', '00000000-0000-0000-0000-000000000000'];

/** What a verification reads of the log, part by part, so that its memory does not grow with it. */
export class LogRows {
  constructor(private readonly ask: Ask) {}

  leaves(from: number, to: number): Promise<LeafRow[]> {
    return this.ask<LeafRow>(LEAVES, [from, to]);
  }

  async checkpoints(from: number, to: number): Promise<SignedRow[]> {
    const rows = await this.ask<{ size: string; root: Buffer; peaks: Buffer; note: string }>(CHECKPOINTS, [
      from,
      to,
    ]);
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  }

  /** By `level index`. */
  async nodes(wanted: readonly Subtree[]): Promise<ReadonlyMap<string, Buffer>> {
    if (wanted.length === 0) return new Map();
    const rows = await this.ask<{ level: number; index: string; hash: Buffer }>(NODES, [
      wanted.map(({ level }) => level),
      wanted.map(({ index }) => index),
    ]);
    return new Map(rows.map(({ level, index, hash }) => [`${String(level)} ${index}`, hash]));
  }

  async leavesBeyond(size: number): Promise<number[]> {
    return (await this.ask<{ index: string }>(BEYOND, [size])).map(({ index }) => Number(index));
  }

  /** Ids of entries that have no leaf, and where to go on; no place means that all were seen. */
  async strayEntries(after: Place = FIRST): Promise<{ stray: string[]; next: Place | undefined }> {
    const rows = await this.ask<{ month: string; id: string; stray: boolean }>(STRAY, [...after]);
    const last = rows.at(-1);
    return {
      stray: rows.filter(({ stray }) => stray).map(({ id }) => id),
      next: last === undefined || rows.length < STRAY_AT_ONCE ? undefined : [last.month, last.id],
    };
  }

  /** `mayLack`: entries were taken out after their term, the last one of an old case among them. */
  async differingCases(
    mayLack: boolean,
    after: Place = FIRST,
  ): Promise<{ differing: string[]; next: Place | undefined }> {
    const rows = await this.ask<{ id: string; state: string; body: string | null }>(CASES, [after[1]]);
    const last = rows.at(-1);
    return {
      differing: rows
        .filter(({ body }) => !(mayLack && body === null))
        .filter(({ state, body }) => readable<{ to: string }>(body)?.to !== state)
        .map(({ id }) => id),
      next: last === undefined || rows.length < CASES_AT_ONCE ? undefined : ['', last.id],
    };
  }

  async purgedBefore(): Promise<number> {
    const rows = await this.ask<{ values: string }>(PURGED, []);
    return Math.max(0, ...rows.map(({ values }) => readable<{ before: number }>(values)?.before ?? 0));
  }
}

/** Whoever has changed a text may have left no JSON. */
function readable<Said>(text: string | null): Said | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Said);
  } catch {
    return undefined;
  }
}
