import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import type { JoinedFiling } from '../../workflows/coordination/coordination.facts.js';
import { stateOf } from '../../workflows/coordination/coordination.js';
import { FILING_LABELS, labelOf, OUTCOME_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Agreement, CoordinationOutcome } from '../../workflows/coordination/outcomes.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import type { CaseState } from '../cases/case-resource.js';
import type { SeenCase } from '../cases/seen-case.js';
import { namedOrganization } from '../directory/named-organization.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { versionOf } from '../process/staleness.js';
import type {
  AgreementDto,
  CoordinatedFilingDto,
  CoordinationDto,
  CoordinationFirmDto,
  CoordinationStateDto,
  MeetingDto,
} from './coordination.dto.js';

/** What the state of a coordination says, the same to the byte whenever it is asked for this version. */
export function coordinationState({
  id,
  seq,
  snapshot,
  context,
}: CaseState<CoordinationContext>): CoordinationStateDto {
  const { end, filings, official, posts, meetingOn } = context;
  const state = stateOf(snapshot);
  return {
    id,
    state,
    stateLabel: labelOf(state, context),
    end,
    open: filings,
    official,
    posts: [...posts],
    meetingOn,
    version: versionOf({ seq, edits: 0 }),
  };
}

const CASE: Statement = {
  name: 'seen-coordination',
  text: `select c.firm, c.credit_code as "creditCode", c.firm_name as "firmName", c.county, c.opened_at as "openedAt",
      (select p.name from person p where p.jurisdiction = c.jurisdiction and p.id = c.official) as "officialName"
    from coordination c where c.jurisdiction = $1 and c.id = $2`,
};
const FILINGS: Statement = {
  name: 'coordinated-filings',
  text: `select c.filing as id, f.number, c.bank, c.state, f.amount_fen as fen, f.bank_date as "bankDate", c.proposed,
      c.confirmed, c.outcome, c.joined_at as "joinedAt", c.ended_at as "endedAt"
    from coordination_filing c left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.filing
    where c.jurisdiction = $1 and c.coordination = $2 order by c.joined_at, c.filing limit 1000`,
};
const MEETINGS: Statement = {
  name: 'coordination-meetings',
  text: `select number, meets_on as "on", meets_at as time, place, agenda, state, filings, held_on as "heldOn",
      coalesce(participants, '{}') as participants, minutes
    from coordination_meeting where jurisdiction = $1 and coordination = $2 order by number limit 1000`,
};

interface CaseRow extends FirmColumns, Record<string, unknown> {
  openedAt: Date;
  officialName: string | null;
}

export interface FirmColumns {
  firm: string | null;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
}

/** What is written down of an outcome when it is said. */
export type SaidAgreement = Agreement & { text?: string; at: string };

interface FilingRow extends Record<string, unknown> {
  id: string;
  number: string | null;
  bank: string;
  state: JoinedFiling['state'];
  fen: string | null;
  bankDate: string | null;
  proposed: SaidAgreement | null;
  confirmed: SaidAgreement | null;
  outcome: CoordinationOutcome | null;
  joinedAt: Date;
  endedAt: Date | null;
}

/** A coordination with its filings and meetings, for offices. What a bank has only prepared is its own. */
export async function coordinationPage(
  tx: Transaction,
  seen: SeenCase<CoordinationContext>,
): Promise<CoordinationDto> {
  const key = [seen.jurisdiction, seen.id];
  const [[row], filings, meetings] = await Promise.all([
    tx.query<CaseRow>(CASE, key),
    tx.query<FilingRow>(FILINGS, key),
    tx.query<MeetingDto & Record<string, unknown>>(MEETINGS, key),
  ]);
  if (row === undefined) throw new Error(`The coordination ${seen.id} has no row.`);
  return {
    ...coordinationState(seen),
    firm: firmIn(row),
    officialName: row.officialName,
    filings: filings.map((filing) => filingIn(filing, seen.reference, civilDay(seen.now))),
    meetings,
    openedAt: shanghai(row.openedAt),
  };
}

export function firmIn({ firm, creditCode, firmName, county }: FirmColumns): CoordinationFirmDto | null {
  if (firm === null || creditCode === null || firmName === null) return null;
  return { id: firm, creditCode, name: firmName, county };
}

export function agreementIn(said: SaidAgreement | null): AgreementDto | null {
  if (said === null) return null;
  const { outcome, amount = null, until = null, text = null, at } = said;
  return { outcome, outcomeLabel: OUTCOME_LABELS[outcome], amount, until, text, at };
}

function filingIn(row: FilingRow, reference: ReferenceData, today: string): CoordinatedFilingDto {
  return {
    id: row.id,
    number: row.number,
    bank: namedOrganization(reference, row.bank, today),
    state: row.state,
    stateLabel: FILING_LABELS[row.state],
    amount: formatYuan(BigInt(row.fen ?? '0')),
    bankDate: row.bankDate,
    proposed: agreementIn(row.proposed),
    confirmed: agreementIn(row.confirmed),
    outcome: row.outcome,
    joinedAt: shanghai(row.joinedAt),
    endedAt: row.endedAt === null ? null : shanghai(row.endedAt),
  };
}
