import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import { stateOf, votingPartOf } from '../../workflows/resolution/resolution.js';
import { KIND_LABELS, labelOf, SUBJECT_LABELS } from '../../workflows/resolution/resolution.labels.js';
import type { CaseState } from '../cases/case-resource.js';
import type { SeenCase } from '../cases/seen-case.js';
import { namedOrganization } from '../directory/named-organization.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { versionOf } from '../process/staleness.js';
import type { BreachDto, ResolutionDto, ResolutionStateDto } from './resolution.dto.js';

/** What the state of a resolution says, the same to the byte whenever it is asked for this version. */
export function resolutionState({
  id,
  seq,
  snapshot,
  reference,
  context,
}: CaseState<ResolutionContext>): ResolutionStateDto {
  const { kind, subject, askedBy, draftedOn } = context;
  if (kind === null || subject === null || askedBy === null || draftedOn === null) {
    throw new Error(`The resolution ${id} was never drafted.`);
  }
  const state = stateOf(snapshot);
  return {
    id,
    number: context.number ?? '',
    committee: context.committee,
    state,
    stateLabel: labelOf(state, context, votingPartOf(snapshot)),
    kind,
    kindLabel: KIND_LABELS[kind],
    subject,
    subjectLabel: SUBJECT_LABELS[subject.type],
    // The name of the day on which it asked, so that the answer does not change with the day on which it is given.
    askedBy: namedOrganization(reference, askedBy, draftedOn),
    recordDate: context.recordDate,
    openVoting: context.openVoting,
    entitled: context.entitled,
    turnout: context.turnout,
    tally: context.tally,
    closedOn: context.closedOn,
    until: context.until,
    version: versionOf({ seq, edits: 0 }),
  };
}

const TEXTS: Statement = {
  name: 'texts-of-resolution',
  text: 'select title, text from resolution where jurisdiction = $1 and id = $2',
};

const BREACHES: Statement = {
  name: 'breaches-of-resolution',
  text: `select member, text, detail ->> 'amount' as amount, found_at as "foundAt" from breach
    where jurisdiction = $1 and resolution = $2 order by found_at, entry_id limit 1000`,
};

const OWN_BALLOT: Statement = {
  name: 'own-ballot-of-resolution',
  text: `select true as cast from ballot where jurisdiction = $1 and resolution = $2 and member = (select actor_organization())`,
};

export async function resolutionPage(
  tx: Transaction,
  seen: SeenCase<ResolutionContext>,
): Promise<ResolutionDto> {
  const key = [seen.jurisdiction, seen.id];
  const [[texts], breaches, own] = await Promise.all([
    tx.query<{ title: string; text: string }>(TEXTS, key),
    tx.query<BreachRow>(BREACHES, key),
    tx.query(OWN_BALLOT, key),
  ]);
  const today = civilDay(seen.now);
  return {
    ...resolutionState(seen),
    title: texts?.title ?? '',
    text: texts?.text ?? '',
    hasOwnBallot: own.length > 0,
    breaches: breaches.map((row) => breachOf(row, seen.reference, today)),
  };
}

interface BreachRow extends Record<string, unknown> {
  member: string;
  text: string | null;
  amount: string | null;
  foundAt: Date;
}

function breachOf(
  { member, text, amount, foundAt }: BreachRow,
  reference: ReferenceData,
  today: string,
): BreachDto {
  return { member: namedOrganization(reference, member, today), text, amount, foundAt: shanghai(foundAt) };
}
