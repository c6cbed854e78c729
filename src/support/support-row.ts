import type { SupportContext } from '../../workflows/support/support.context.js';
import type { SupportEvent } from '../../workflows/support/support.events.js';
import { stateOf } from '../../workflows/support/support.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/** The row for lists and pages: written with the first event, brought up to the case by each later one. */
export const SUPPORT_ROW: Statement = {
  name: 'project-support',
  text: `insert into support as s (jurisdiction, id, owner_org, firm, credit_code, firm_name, county, type, parent_process, parent_id, proposer, holder,
      holder_role, state, lateness, due_on, date_changed, wait_until, waits_for, repaid_on, input, result, end_reason, outcome,
      proposed_at, updated_at)
    select r.jurisdiction, r.id, r."ownerOrg", r.firm, f.credit_code, f.name, r.county, r.type, r."parentProcess", r."parentId", r.proposer, r.holder,
      r."holderRole", r.state, r.lateness, r."dueOn", r."dateChanged", r."waitUntil", r."waitsFor", r."repaidOn",
      coalesce(r.input, '{}'), r.result, r."endReason", r.outcome, r.at, r.at
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, "ownerOrg" uuid, firm uuid, county text, type text,
      "parentProcess" text, "parentId" uuid, proposer uuid, holder uuid, "holderRole" text, state text, lateness text,
      "dueOn" date, "dateChanged" boolean, "waitUntil" date, "waitsFor" text, "repaidOn" date, input jsonb, result jsonb,
      "endReason" text, outcome text, at timestamptz)
    left join firm f on f.jurisdiction = r.jurisdiction and f.id = r.firm
    on conflict (jurisdiction, id) do update set holder = excluded.holder, holder_role = excluded.holder_role,
      state = excluded.state, lateness = excluded.lateness, due_on = excluded.due_on, date_changed = excluded.date_changed,
      wait_until = excluded.wait_until,
      waits_for = case when excluded.state <> 'waiting' then null else coalesce(excluded.waits_for, s.waits_for) end,
      repaid_on = excluded.repaid_on, result = coalesce(excluded.result, s.result),
      end_reason = coalesce(excluded.end_reason, s.end_reason), outcome = excluded.outcome, updated_at = excluded.updated_at`,
};

export function supportRow({ stored, next, event }: Move): object {
  const context = next.context as SupportContext;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    ownerOrg: stored.ownerOrg,
    firm: stored.firm,
    at: event.at,
    county: context.county,
    type: context.type,
    parentProcess: context.parent?.process,
    parentId: context.parent?.id,
    proposer: context.proposer,
    holder: context.owner?.organization,
    holderRole: context.owner?.role,
    state: stateOf(next),
    lateness: context.lateness,
    dueOn: context.dueOn,
    dateChanged: context.dateChanged,
    waitUntil: context.waitUntil,
    repaidOn: context.repaidOn,
    outcome: context.outcome,
    ...saidIn(event as SupportEvent),
  };
}

/** What only the event says: the machine remembers no texts. */
function saidIn({ type, payload }: SupportEvent): object {
  switch (type) {
    case 'SUPPORT.PROPOSED':
      return { input: payload.input };
    case 'WAIT':
      return { waitsFor: payload.for };
    case 'REPORT_DONE':
      return { result: payload.result };
    case 'REPORT_NOT_DONE':
    case 'CANCEL':
      return { endReason: payload.reason };
    default:
      return {};
  }
}

const WITHDRAW: Statement = {
  name: 'withdraw-support-access',
  text: 'delete from case_access where jurisdiction = $1 and case_id = $2 and organization = $3',
};

/** 转办: the measure is no business any more of whoever had it, unless the firm lies in its county or it is the lending bank. */
export function withdrawFromFormer(tx: Transaction, { stored, before, next, event, reference }: Move): void {
  if (event.type !== 'REASSIGN') return;
  const { owner: former } = before.context as SupportContext;
  const { owner, county, bank, repaidOn } = next.context as SupportContext;
  const staying = [
    owner?.organization,
    county === null ? undefined : reference.ofCounty(county)?.id,
    repaidOn === null ? undefined : bank,
  ];
  if (former === null || staying.includes(former.organization)) return;
  tx.send(WITHDRAW, [stored.jurisdiction, stored.id, former.organization]);
}
