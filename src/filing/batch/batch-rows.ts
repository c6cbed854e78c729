import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Remark, SheetReport } from './reports-in-sheet.js';

/** A batch that has not moved for so long was cut off with its node. */
const STANDS_AFTER_SECONDS = 60;
/** Then it is forgotten, and what was wrong in it with it. */
const KEPT_DAYS = 30;
/** Longer ones are refused, and shown as far as this. */
const MAX_REFERENCE = 64;

export type ReportStatus = 'waiting' | 'made' | 'existing' | 'wrong';

export interface BatchRow extends Record<string, unknown> {
  id: string;
  sha256: string;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  stands: boolean;
  rows: number;
  made: number;
  existing: number;
  wrong: number;
  waiting: number;
  former: string | null;
}

export interface ReportRow extends Record<string, unknown> {
  number: number;
  rows: number[];
  reference: string;
  status: ReportStatus;
  filing: string | null;
  remarks: Remark[];
  sealed: string | null;
}

/** What came of one report, to be noted. */
export interface Settled {
  number: number;
  status: ReportStatus;
  filing: string | null;
  remarks: readonly Remark[];
}

export const OPEN_BATCH: Statement = {
  name: 'open-filing-batch',
  text: `insert into filing_batch (jurisdiction, id, organization, person, key, sha256, file_name)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (jurisdiction, organization, person, key) do nothing returning id`,
};
export const BATCH_OF_KEY: Statement = {
  name: 'filing-batch-of-key',
  text: `select id, sha256 from filing_batch where jurisdiction = $1 and organization = $2 and person = $3 and key = $4`,
};
const OPEN_REPORTS: Statement = {
  name: 'open-filing-batch-reports',
  text: `insert into filing_batch_report (jurisdiction, batch, person, number, rows, external_ref, status, remarks, sealed)
    select $1, $2, $3, r.number, r.rows, r.reference, r.status, r.remarks, r.sealed
    from jsonb_to_recordset($4::jsonb)
      as r(number int, rows int[], reference text, status text, remarks jsonb, sealed text)`,
};
/** Where a draft was discarded since, nothing is led to. */
export const REPORTS: Statement = {
  name: 'filing-batch-reports',
  text: `select r.number, r.rows, r.external_ref as reference, r.status, f.id as filing, r.remarks, r.sealed
    from filing_batch_report r left join filing f on f.jurisdiction = r.jurisdiction and f.id = r.filing
    where r.jurisdiction = $1 and r.batch = $2 order by r.number`,
};
const SETTLE: Statement = {
  name: 'settle-filing-batch-reports',
  text: `update filing_batch_report r set status = s.status, filing = s.filing, remarks = s.remarks,
      sealed = case when s.status in ('waiting', 'wrong') then r.sealed end
    from jsonb_to_recordset($3::jsonb) as s(number int, status text, filing uuid, remarks jsonb)
    where r.jurisdiction = $1 and r.batch = $2 and r.number = s.number`,
};
const TOUCH: Statement = {
  name: 'touch-filing-batch',
  text: `update filing_batch b set touched_at = wendai_now(), finished_at = case when not exists (
      select from filing_batch_report r where r.jurisdiction = $1 and r.batch = $2 and r.status = 'waiting')
      then wendai_now() end
    where b.jurisdiction = $1 and b.id = $2`,
};
export const FORGET_BATCHES: Statement = {
  name: 'forget-filing-batches',
  text: `delete from filing_batch where jurisdiction = $1 and created_at < wendai_now() - make_interval(days => ${KEPT_DAYS})`,
};
export const FILING_OF_REFERENCE: Statement = {
  name: 'filing-of-reference',
  text: `select id from filing where jurisdiction = $1 and owner_org = $2 and external_ref = $3`,
};

const COLUMNS = `b.id, b.sha256, b.file_name as "fileName", b.created_at as "createdAt", b.finished_at as "finishedAt",
  b.finished_at is null and b.touched_at < wendai_now() - make_interval(secs => ${STANDS_AFTER_SECONDS}) as stands,
  (select o.id from filing_batch o where o.jurisdiction = b.jurisdiction and o.person = b.person and o.sha256 = b.sha256
    and o.id < b.id order by o.id desc limit 1) as former, c.*`;
const COUNTS = `cross join lateral (select coalesce(sum(cardinality(r.rows)), 0)::int as rows,
    (count(*) filter (where r.status = 'made'))::int as made, (count(*) filter (where r.status = 'existing'))::int as existing,
    (count(*) filter (where r.status = 'wrong'))::int as wrong, (count(*) filter (where r.status = 'waiting'))::int as waiting
  from filing_batch_report r where r.jurisdiction = b.jurisdiction and r.batch = b.id) c`;

export const BATCH: Statement = {
  name: 'filing-batch',
  text: `select ${COLUMNS} from filing_batch b ${COUNTS} where b.jurisdiction = $1 and b.person = $2 and b.id = $3`,
};
export const BATCHES: Statement = {
  name: 'filing-batches',
  text: `select ${COLUMNS} from filing_batch b ${COUNTS} where b.jurisdiction = $1 and b.person = $2
      and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
};

/** What the sealed rows of a batch are bound to. */
export function aboutBatch(batch: string): string {
  return `filing_batch ${batch}`;
}

/** Whose batch it is, and which. */
export interface BatchKey {
  jurisdiction: string;
  person: string;
  batch: string;
}

/** Everything that the sheet says, before anything is made of it. */
export function noteReports(
  tx: Transaction,
  { jurisdiction, person, batch }: BatchKey,
  reports: readonly SheetReport[],
): void {
  const rows = reports.map(({ rows, reference, remarks, cells }, index) => ({
    number: index + 1,
    rows,
    // By characters: half of one is no text.
    reference: [...reference].slice(0, MAX_REFERENCE).join(''),
    status: remarks.length > 0 ? 'wrong' : 'waiting',
    remarks,
    sealed: tx.cipher.seal(JSON.stringify(cells), aboutBatch(batch)),
  }));
  tx.send(OPEN_REPORTS, [jurisdiction, batch, person, JSON.stringify(rows)]);
  tx.send(TOUCH, [jurisdiction, batch]);
}

export function noteSettled(
  tx: Transaction,
  { jurisdiction, batch }: BatchKey,
  settled: readonly Settled[],
): void {
  tx.send(SETTLE, [jurisdiction, batch, JSON.stringify(settled)]);
  tx.send(TOUCH, [jurisdiction, batch]);
}
