import type { FilingContext } from '../../workflows/filing/filing.context.js';
import { stateOf } from '../../workflows/filing/filing.js';
import { fenOf } from '../../workflows/rules/fen.js';
import type { Statement } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';
import type { FiledFacts } from './facts/file-facts.js';
import type { SentFacts } from './facts/revision-facts.js';

/** The filing's row for lists, brought up to the state of the case. What `FILE` fixed is never written again. */
export const LIST_ROW: Statement = {
  name: 'project-filing',
  text: `update filing f set state = r.state, marks = r.marks, lane = r.lane, conclusion_basis = r.basis, outcome = r.outcome,
      revision = r.revision, content_hash = r."contentHash", policy = r.policy, voluntary = r.voluntary,
      received_on = r."receivedOn", bank_date = r."bankDate", updated_at = r.at,
      kind = coalesce(r.kind, f.kind), amount_fen = coalesce(r."amountFen", f.amount_fen),
      planned_on = coalesce(r."plannedOn", f.planned_on), acted_on = coalesce(r."actedOn", f.acted_on),
      firm = coalesce(r.firm, f.firm), credit_code = coalesce(r."creditCode", f.credit_code),
      firm_name = coalesce(r."firmName", f.firm_name), county = coalesce(r.county, f.county),
      relation_continues = coalesce(r."relationContinues", f.relation_continues),
      number = coalesce(f.number, r.number), machine_number = coalesce(f.machine_number, r."machineNumber"),
      register_number = coalesce(f.register_number, r."registerNumber"), received_at = coalesce(f.received_at, r."receivedAt")
    from jsonb_to_record($1::jsonb) as r(jurisdiction text, id uuid, at timestamptz, state text, marks text[], lane text,
      basis text, outcome text, revision int, "contentHash" text, policy uuid, voluntary boolean, "receivedOn" date,
      "bankDate" date, kind text, "amountFen" bigint, "plannedOn" date, "actedOn" date, firm uuid, "creditCode" text,
      "firmName" text, county text, "relationContinues" boolean, number text, "machineNumber" text, "registerNumber" bigint,
      "receivedAt" timestamptz)
    where f.jurisdiction = r.jurisdiction and f.id = r.id`,
};

export function listRow({ stored, next, event }: Move): object {
  const context = next.context as FilingContext;
  const isFiled = context.number !== null;
  return {
    jurisdiction: stored.jurisdiction,
    id: stored.id,
    at: event.at,
    state: stateOf(next),
    // Every reader of the filing reads this row, its bank too. What is for offices lies in `office_mark`.
    marks: context.standstill === null ? context.marks : [...context.marks, 'standstillConflict'],
    basis: context.basis,
    outcome: context.outcome,
    revision: Math.max(context.revision, 1),
    contentHash: context.contentHash,
    policy: context.policy,
    voluntary: !context.basisInForce,
    receivedOn: context.receivedOn,
    bankDate: context.bankDate,
    ...(isFiled
      ? {
          lane: context.lane,
          kind: context.kind,
          amountFen: String(fenOf(context.amount)),
          plannedOn: context.plannedDate,
          actedOn: context.actedOn,
          county: context.county,
        }
      : {}),
    ...(event.type === 'FILE' ? fixedAtFile(event.facts as FiledFacts, event.at) : {}),
    ...(isSending(event.type) ? firmIn(event.facts as SentFacts) : {}),
  };
}

/** The events that send a revision: their facts carry what it said. */
export function isSending(type: string): boolean {
  return type === 'FILE' || type === 'AMEND' || type === 'RESUBMIT';
}

function fixedAtFile({ number, machineNumber, registerNumber }: FiledFacts, at: string): object {
  return { number, machineNumber, registerNumber, receivedAt: at };
}

function firmIn({ firm, relationContinues }: SentFacts): object {
  return { firm: firm.id, creditCode: firm.creditCode, firmName: firm.name, relationContinues };
}
