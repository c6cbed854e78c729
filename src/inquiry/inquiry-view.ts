import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import { stateOf } from '../../workflows/inquiry/inquiry.js';
import { KIND_LABELS, labelOf } from '../../workflows/inquiry/inquiry.labels.js';
import type { Actor } from '../access/actor.js';
import { audienceFor } from '../access/audience.js';
import { readsAsOffice } from '../cases/case-description.js';
import type { CaseState } from '../cases/case-resource.js';
import type { SeenCase } from '../cases/seen-case.js';
import { namedOrganization } from '../directory/named-organization.js';
import { civilDay, shanghai } from '../platform/instant.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { versionOf } from '../process/staleness.js';
import type { InquiryDto, InquiryReportDto, InquiryStateDto } from './inquiry.dto.js';

/** What the state of an inquiry says, the same to the byte whenever it is asked for this version. */
export function inquiryState(
  { id, seq, snapshot, context }: CaseState<InquiryContext>,
  actor: Actor,
): InquiryStateDto {
  const { kind, bank, number, filing, act, askedOn, explained, advisedOn, notifiedOn, cured } = context;
  if (kind === null || bank === null || number === null)
    throw new Error(`The inquiry ${id} was never opened.`);
  const state = stateOf(snapshot);
  // What the branch has done is for the branch to tell its banks.
  const forReader = isForOffices(actor) ? context : { ...context, measures: null };
  return {
    id,
    number,
    state,
    stateLabel: labelOf(state, forReader),
    kind,
    kindLabel: KIND_LABELS[kind],
    ...{ bank, filing, act, askedOn, explained, advisedOn, notifiedOn, cured },
    version: versionOf({ seq, edits: 0 }),
    ...(isForOffices(actor) ? { measures: context.measures, reports: context.reports } : {}),
  };
}

const REPORTS: Statement = {
  name: 'reports-of-inquiry',
  text: `select reported_by as "reportedBy", detail, text, reported_at as "reportedAt" from inquiry_report
    where jurisdiction = $1 and inquiry = $2 order by reported_at, entry_id limit 1000`,
};

interface ReportRow extends Record<string, unknown> {
  reportedBy: string;
  detail: object;
  text: string | null;
  reportedAt: Date;
}

export async function inquiryPage(
  tx: Transaction,
  seen: SeenCase<InquiryContext>,
  actor: Actor,
): Promise<InquiryDto> {
  const state = inquiryState(seen, actor);
  const bankNamed = namedOrganization(seen.reference, state.bank, civilDay(seen.now));
  if (!isForOffices(actor)) return { ...state, bankNamed };
  const rows = await tx.query<ReportRow>(REPORTS, [seen.jurisdiction, seen.id]);
  return { ...state, bankNamed, reported: rows.map(reportOf) };
}

function reportOf({ reportedAt, ...row }: ReportRow): InquiryReportDto {
  return { ...row, reportedAt: shanghai(reportedAt) };
}

function isForOffices(actor: Actor): boolean {
  return readsAsOffice(audienceFor(actor));
}
