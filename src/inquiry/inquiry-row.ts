import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import type { InquiryEvent, InquiryEventOf } from '../../workflows/inquiry/inquiry.events.js';
import { stateOf } from '../../workflows/inquiry/inquiry.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/** The row for lists and pages: written with the first event, brought up to the case by each later one. */
export const INQUIRY_ROW: Statement = {
  name: 'project-inquiry',
  text: `insert into inquiry as s (jurisdiction, id, owner_org, bank, firm, county, kind, filing, act, number, state, reports,
      asked_on, explained, advised_on, notified_on, measures, cured, opened_at, updated_at)
    select r.jurisdiction, r.id, r."ownerOrg", r.bank, r.firm, r.county, r.kind, r.filing, r.act, r.number, r.state, r.reports,
      r."askedOn", r.explained, r."advisedOn", r."notifiedOn", r.measures, r.cured, r.at, r.at
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, "ownerOrg" uuid, bank uuid, firm uuid, county text,
      kind text, filing uuid, act uuid, number text, state text, reports int, "askedOn" date, explained boolean,
      "advisedOn" date, "notifiedOn" date, measures text[], cured boolean, at timestamptz)
    on conflict (jurisdiction, id) do update set state = excluded.state, reports = excluded.reports,
      asked_on = excluded.asked_on, explained = excluded.explained, advised_on = excluded.advised_on,
      notified_on = excluded.notified_on, measures = excluded.measures, cured = excluded.cured, updated_at = excluded.updated_at`,
};

export function inquiryRow({ stored, next, event }: Move): object {
  const {
    county,
    kind,
    bank,
    filing,
    act,
    number,
    reports,
    askedOn,
    explained,
    advisedOn,
    notifiedOn,
    ...rest
  } = next.context as InquiryContext;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    ownerOrg: stored.ownerOrg,
    firm: stored.firm,
    state: stateOf(next),
    ...{ county, kind, bank, filing, act, number, reports, askedOn, explained, advisedOn, notifiedOn },
    measures: rest.measures,
    cured: rest.cured,
    at: event.at,
  };
}

const REPORT: Statement = {
  name: 'add-report-to-inquiry',
  text: `insert into inquiry_report (jurisdiction, inquiry, entry_id, reported_by, detail, text, recorded_by, reported_at)
    values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
};

/** Everybody who told of the act stands beside the inquiry. */
export function writeReport(tx: Transaction, { stored, event, entryId }: Move): void {
  const { type } = event as InquiryEvent;
  if (type !== 'INQUIRY.OPENED') return;
  const { payload, actor, at } = event as InquiryEventOf<'INQUIRY.OPENED'>;
  addReport(tx, { ...stored, entryId, payload, person: actor.person ?? null, at });
}

export interface Report {
  jurisdiction: string;
  /** The inquiry. */
  id: string;
  /** The entry that tells of it: of the inquiry itself, or of the filing that had something to tell once more. */
  entryId: string;
  payload: InquiryEventOf<'INQUIRY.OPENED'>['payload'];
  person: string | null;
  at: string;
}

export function addReport(tx: Transaction, { jurisdiction, id, entryId, payload, person, at }: Report): void {
  const { reportedBy = 'filing', detail, text = null } = payload;
  tx.send(REPORT, [jurisdiction, id, entryId, reportedBy, JSON.stringify(detail), text, person, at]);
}
