import { COUNT_LIMIT } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';

/** Along which line a row counts. */
export type Axis = 'month' | 'bank' | 'county' | 'trade' | 'kind' | 'outcome' | 'all';

export interface ShareRow extends Record<string, unknown> {
  axis: Axis;
  key: string | null;
  /** Of the state that the key says, where the axis is `outcome`. */
  outcome: string | null;
  counted: number;
  fen: string;
}

/**
 * Every figure out of one walk over the reports that row-level security shows, so that no two can differ. Voided reports were
 * filed in error and count nowhere.
 */
export const SHARES: Statement = {
  name: 'overview-shares',
  text: `with reports as materialized (
      select to_char(f.received_on, 'YYYY-MM') as month, f.owner_org::text as bank, f.county, m.trade, f.kind, f.state,
        case when f.state = 'closed' then f.outcome end as outcome, f.amount_fen as fen
      from filing f left join firm m on m.jurisdiction = f.jurisdiction and m.id = f.firm
      where f.jurisdiction = $1 and f.received_on >= $2 and f.number is not null and f.state <> 'voided'
    )
    select case when grouping(month) = 0 then 'month' when grouping(bank) = 0 then 'bank'
        when grouping(county) = 0 then 'county' when grouping(trade) = 0 then 'trade'
        when grouping(kind) = 0 then 'kind' when grouping(state) = 0 then 'outcome' else 'all' end as axis,
      coalesce(month, bank, county, trade, kind, state) as key, outcome,
      count(*)::int as counted, coalesce(sum(fen), 0)::text as fen
    from reports group by grouping sets ((month), (bank), (county), (trade), (kind), (state, outcome), ())`,
};

export interface LightsRow extends Record<string, unknown> {
  onTime: number;
  atRisk: number;
  overdue: number;
}

export const LIGHTS_OF_OPEN_CASES: Statement = {
  name: 'overview-lights',
  text: `select count(*) filter (where due_at > $2 and due_at >= $3)::int as "onTime",
      count(*) filter (where due_at > $2 and due_at < $3)::int as "atRisk",
      count(*) filter (where due_at <= $2)::int as overdue
    from process_case where jurisdiction = $1 and status = 'active' and disclosed and due_at is not null`,
};

/** The third rung of a ladder tells the leaders (workflows/rules/deadline-ladder.ts): climbed, and the case has not moved since. */
export const ESCALATED: Statement = {
  name: 'overview-escalated',
  text: `select count(*)::int as escalated from (
      select from deadline d where d.jurisdiction = $1 and d.status = 'fired' and d.rung >= 3 limit ${COUNT_LIMIT}
    ) climbed`,
};

export interface OverdueRow extends Record<string, unknown> {
  id: string;
  process: string;
  state: string;
  number: string | null;
  firmName: string | null;
  dueAt: Date;
}

export const OVERDUE_CASES: Statement = {
  name: 'overview-overdue',
  text: `select c.id, c.process, c.state, f.number, coalesce(f.firm_name, m.name) as "firmName", c.due_at as "dueAt"
    from process_case c
    left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id
    left join firm m on m.jurisdiction = c.jurisdiction and m.id = c.firm
    where c.jurisdiction = $1 and c.status = 'active' and c.disclosed and c.due_at <= $2
    order by c.due_at, c.id limit 10`,
};
