import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import { stateOf } from '../../workflows/committee/committee.js';
import type { Statement } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/**
 * The committee's row for lists and other features, brought up to the state of the case; written first with `PROPOSE`. What
 * the agreement says of sharing and of its windows is kept beside it by the draft.
 */
export const LIST_ROW: Statement = {
  name: 'project-committee',
  text: `insert into committee as k (jurisdiction, id, firm, form, state, proposer, chair, vice_chairs, record_date, founded_on, members,
      strategy, standstill, standstill_until, agreement, working_days, updated_at)
    select r.jurisdiction, r.id, r.firm, r.form, r.state, r.proposer, r.chair, r."viceChairs", r."recordDate", r."foundedOn",
      r.members, r.strategy, r.standstill, r."standstillUntil", r.agreement, r."workingDays", r.at
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, at timestamptz, firm uuid, form text, state text, proposer uuid,
      chair uuid, "viceChairs" uuid[], "recordDate" date, "foundedOn" date, members int, strategy text, standstill uuid,
      "standstillUntil" date, agreement int, "workingDays" int)
    on conflict (jurisdiction, id) do update set state = excluded.state, chair = excluded.chair, vice_chairs = excluded.vice_chairs,
      record_date = excluded.record_date, founded_on = excluded.founded_on, members = excluded.members,
      strategy = excluded.strategy, standstill = excluded.standstill, standstill_until = excluded.standstill_until,
      agreement = excluded.agreement, updated_at = excluded.updated_at`,
};

export function listRow({ stored, next, event, reference }: Move): object {
  const context = next.context as CommitteeContext;
  const { policy } = context;
  const values = policy === null ? undefined : reference.policy(policy).values;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    at: event.at,
    firm: stored.firm,
    form: context.form,
    state: stateOf(next),
    proposer: context.proposer,
    chair: context.chair,
    viceChairs: context.viceChairs,
    recordDate: context.recordDate,
    foundedOn: context.foundedOn,
    members: context.members,
    strategy: context.strategy,
    standstill: context.standstill?.id ?? null,
    standstillUntil: context.standstill?.until ?? null,
    agreement: context.agreement,
    workingDays: values?.committeeWd ?? null,
  };
}
