import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import type { ResolutionEvent } from '../../workflows/resolution/resolution.events.js';
import { stateOf } from '../../workflows/resolution/resolution.js';
import { SUBJECT_LABELS } from '../../workflows/resolution/resolution.labels.js';
import type { Statement } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/** The row for lists and pages: written with the first event, brought up to the case by each later one. */
export const RESOLUTION_ROW: Statement = {
  name: 'project-resolution',
  text: `insert into resolution as s (jurisdiction, id, owner_org, committee, firm, number, kind, subject, title, text, asked_by,
      state, record_date, rule, open_voting, tally, closed_on, until_on, term_extended, opened_at, updated_at)
    select r.jurisdiction, r.id, r."ownerOrg", r.committee, r.firm, r.number, r.kind, r.subject, coalesce(r.title, '-'),
      coalesce(r.text, ''), r."askedBy", r.state, r."recordDate", r.rule, r."openVoting", r.tally, r."closedOn", r.until,
      r."termExtended", r.at, r.at
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, "ownerOrg" uuid, committee uuid, firm uuid, number text,
      kind text, subject jsonb, title text, text text, "askedBy" uuid, state text, "recordDate" date, rule jsonb,
      "openVoting" boolean, tally jsonb, "closedOn" date, until date, "termExtended" boolean, at timestamptz)
    on conflict (jurisdiction, id) do update set state = excluded.state, subject = excluded.subject,
      record_date = excluded.record_date, rule = coalesce(excluded.rule, s.rule), open_voting = excluded.open_voting,
      tally = excluded.tally, closed_on = excluded.closed_on, until_on = excluded.until_on,
      term_extended = excluded.term_extended, updated_at = excluded.updated_at`,
};

export function resolutionRow({ stored, next, event }: Move): object {
  const context = next.context as ResolutionContext;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    ownerOrg: stored.ownerOrg,
    firm: stored.firm,
    committee: context.committee,
    number: context.number,
    kind: context.kind,
    subject: context.subject,
    askedBy: context.askedBy,
    state: stateOf(next),
    recordDate: context.recordDate,
    openVoting: context.openVoting,
    tally: context.tally,
    closedOn: context.closedOn,
    until: context.until,
    termExtended: context.termExtended,
    at: event.at,
    ...saidIn(event as ResolutionEvent),
  };
}

/** What only the event says: the machine remembers no texts, and no rule. */
function saidIn({ type, payload, facts }: ResolutionEvent): object {
  switch (type) {
    case 'RESOLUTION.DRAFTED':
      return { title: payload.title, text: payload.text };
    case 'FILING.REFERRED':
      return {
        title: SUBJECT_LABELS.consent,
        text: `就成员单位拟实施的事项（金额${payload.amount}元）表示意见。`,
      };
    case 'NOTICE':
      return { rule: facts.rule };
    default:
      return {};
  }
}
