import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import { stateOf } from '../../workflows/coordination/coordination.js';
import type { Statement } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/** The row for lists and pages: written with the first event, brought up to the case by each later one. */
export const COORDINATION_ROW: Statement = {
  name: 'project-coordination',
  text: `insert into coordination (jurisdiction, id, owner_org, firm, credit_code, firm_name, county, state, official, posts,
      filings, meeting_on, ending, opened_at, updated_at)
    select r.jurisdiction, r.id, r."ownerOrg", r.firm, f.credit_code, f.name, r.county, r.state, r.official, r.posts,
      r.filings, r."meetingOn", r.ending, r.at, r.at
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, "ownerOrg" uuid, firm uuid, county text, state text,
      official uuid, posts text[], filings int, "meetingOn" date, ending text, at timestamptz)
    left join firm f on f.jurisdiction = r.jurisdiction and f.id = r.firm
    on conflict (jurisdiction, id) do update set state = excluded.state, county = excluded.county,
      official = excluded.official, posts = excluded.posts, filings = excluded.filings, meeting_on = excluded.meeting_on,
      ending = excluded.ending, updated_at = excluded.updated_at`,
};

export function coordinationRow({ stored, next, event }: Move): object {
  const { county, official, posts, filings, meetingOn, end } = next.context as CoordinationContext;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    ownerOrg: stored.ownerOrg,
    firm: stored.firm,
    county,
    state: stateOf(next),
    official,
    posts,
    filings,
    meetingOn,
    ending: end,
    at: event.at,
  };
}
