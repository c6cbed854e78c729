import type { EventActor } from '../../workflows/process.js';
import { COUNT_LIMIT } from '../platform/http/page.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** One entry of a case's log as its reader sees it. `opened` is null when its values have been erased. */
export interface LoggedStep {
  seq: number;
  at: Date;
  /** Null for what happened among the offices, of which a bank learns no more than where it led. */
  entry: { id: string; type: string; actor: EventActor; office: string | null } | null;
  from: string | null;
  to: string;
  opened: Record<string, unknown> | null;
}

interface EntryRow extends Record<string, unknown> {
  seq: number;
  id: string;
  type: string;
  at: Date;
  body: string;
  values: string | null;
}

interface Header {
  actor: EventActor;
  office?: string;
  from?: string;
  to: string;
}

const VISIBLE = `e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and not (e.type = any($3::text[]))`;

const ENTRIES: Statement = {
  name: 'history-of-case',
  text: `select e.seq, e.id, e.type, e.at, e.body, v."values" from log_entry e
    left join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    where ${VISIBLE} and e.seq > $4 order by e.seq limit $5`,
};

const COUNT: Statement = {
  name: 'count-history',
  text: `select count(*)::int as counted from (select from log_entry e where ${VISIBLE} limit ${COUNT_LIMIT}) counted`,
};

/** Where the offices' own events led. Asked in engine scope, for nothing but the moment and the states, which a bank sees anyway. */
const HIDDEN_STEPS: Statement = {
  name: 'hidden-steps',
  text: `select e.seq, e.at, s."from", s."to" from log_entry e
    cross join lateral jsonb_to_record(e.body::jsonb) as s("from" text, "to" text)
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and e.audience <> 'bank'
      and s."from" <> s."to" order by e.seq limit ${COUNT_LIMIT}`,
};

export interface LogAddress {
  jurisdiction: string;
  id: string;
  /** Event types that are none of the reader's business, though it may read the case. */
  without: readonly string[];
}

/** Entries after `after`, by what row-level security opens to the actor of the transaction. */
export async function visibleSteps(
  tx: Transaction,
  { jurisdiction, id, without }: LogAddress,
  { after, limit }: { after: number; limit: number },
): Promise<LoggedStep[]> {
  const rows = await tx.query<EntryRow>(ENTRIES, [jurisdiction, id, without, after, limit]);
  return rows.map(stepOf);
}

export async function countSteps(
  tx: Transaction,
  { jurisdiction, id, without }: LogAddress,
): Promise<number> {
  const [row] = await tx.query<{ counted: number }>(COUNT, [jurisdiction, id, without]);
  return row?.counted ?? 0;
}

export async function hiddenSteps(tx: Transaction, { jurisdiction, id }: LogAddress): Promise<LoggedStep[]> {
  const rows = await tx.query<{ seq: number; at: Date; from: string; to: string }>(HIDDEN_STEPS, [
    jurisdiction,
    id,
  ]);
  return rows.map((row) => ({ ...row, entry: null, opened: {} }));
}

function stepOf({ seq, id, type, at, body, values }: EntryRow): LoggedStep {
  const { actor, office, from, to } = JSON.parse(body) as Header;
  return {
    seq,
    at,
    entry: { id, type, actor, office: office ?? null },
    from: from ?? null,
    to,
    opened: values === null ? null : (JSON.parse(values) as Record<string, unknown>),
  };
}
