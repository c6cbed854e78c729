import type { CivilDay } from '../../workflows/process.js';
import type { SupportValues } from '../../workflows/rules/support-fields.js';
import {
  SUPPORT_MEASURES,
  type SupportField,
  type SupportType,
} from '../../workflows/rules/support-types.js';
import type { SupportContext } from '../../workflows/support/support.context.js';
import { stateOf } from '../../workflows/support/support.js';
import { labelOf } from '../../workflows/support/support.labels.js';
import type { Actor } from '../access/actor.js';
import { audienceFor } from '../access/audience.js';
import { readsAsOffice } from '../cases/case-description.js';
import type { CaseState } from '../cases/case-resource.js';
import type { SeenCase } from '../cases/seen-case.js';
import { yuanInWords } from '../cases/yuan-in-words.js';
import { namedOrganization } from '../directory/named-organization.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { versionOf } from '../process/staleness.js';
import type { SupportDto, SupportFieldValueDto, SupportStateDto } from './support.dto.js';

/** What the state of a measure says, the same to the byte whenever it is asked for this version. */
export function supportState(
  { id, seq, snapshot, reference, context }: CaseState<SupportContext>,
  actor: Actor,
): SupportStateDto {
  const { type, owner, dueOn, parent, lateness, dateChanged, waitUntil, repaidOn, askedToConfirm } = context;
  if (type === null || owner === null || dueOn === null || parent === null) {
    throw new Error(`The measure ${id} was never proposed.`);
  }
  const state = stateOf(snapshot);
  return {
    id,
    type,
    typeLabel: SUPPORT_MEASURES[type].label,
    state,
    stateLabel: labelOf(state, context),
    lateness,
    // The name of the due day, so that the answer does not change with the day on which it is given.
    owner: { organization: namedOrganization(reference, owner.organization, dueOn), role: owner.role },
    dueOn,
    dateChanged,
    waitUntil,
    repaidOn,
    askedToConfirm,
    version: versionOf({ seq, edits: 0 }),
    ...(readsAsOffice(audienceFor(actor)) ? { parent } : {}),
  };
}

const ROW: Statement = {
  name: 'seen-support',
  text: `select s.input, s.result, s.waits_for as "waitsFor", s.end_reason as "endReason", s.proposed_at as "proposedAt",
      s.credit_code as "creditCode", s.firm_name as "firmName", s.county
    from support s where s.jurisdiction = $1 and s.id = $2`,
};

interface SupportRow extends Record<string, unknown> {
  input: SupportValues;
  result: SupportValues | null;
  waitsFor: string | null;
  endReason: string | null;
  proposedAt: Date;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
}

/** One measure with its input and what came of it, as far as its reader may know. */
export async function supportPage(
  tx: Transaction,
  seen: SeenCase<SupportContext>,
  actor: Actor,
): Promise<SupportDto> {
  const [row] = await tx.query<SupportRow>(ROW, [seen.jurisdiction, seen.id]);
  if (row === undefined) throw new Problem('not-found');
  const state = supportState(seen, actor);
  const measure = SUPPORT_MEASURES[state.type as SupportType];
  const setting = { reference: seen.reference, day: civilDay(seen.now) };
  return {
    ...state,
    clause: measure.clause,
    firm: firmIn(row),
    input: fieldValues(measure.input, row.input, setting),
    result: row.result === null ? null : fieldValues(measure.result, row.result, setting),
    waitsFor: row.waitsFor,
    endReason: row.endReason,
    proposedAt: shanghai(row.proposedAt),
  };
}

/** The firm as a measure names it: whoever carries it out must know whom it is for. */
export function firmIn({
  creditCode,
  firmName,
  county,
}: Pick<SupportRow, 'creditCode' | 'firmName' | 'county'>): SupportDto['firm'] {
  return creditCode === null || firmName === null ? null : { creditCode, name: firmName, county };
}

function fieldValues(
  fields: readonly SupportField[],
  values: SupportValues,
  setting: { reference: ReferenceData; day: CivilDay },
): SupportFieldValueDto[] {
  return fields.flatMap(({ name, label, kind }) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, label, kind, value, text: inWords(kind, value, setting) }];
  });
}

function inWords(
  kind: SupportField['kind'],
  value: string | number,
  { reference, day }: { reference: ReferenceData; day: CivilDay },
): string {
  if (kind === 'amount') return yuanInWords(String(value));
  return kind === 'organization' ? reference.nameOn(String(value), day) : String(value);
}
