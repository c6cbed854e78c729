import { organizationsIn, type SupportValues } from '../../workflows/rules/support-fields.js';
import type { SupportOwner } from '../../workflows/rules/support-types.js';
import { isSupportType, SUPPORT_MEASURES, type SupportField } from '../../workflows/rules/support-types.js';
import type { SupportContext } from '../../workflows/support/support.context.js';
import type { PayloadOf } from '../../workflows/support/support.events.js';
import type {
  BaseFacts,
  DateFacts,
  OwnerFacts,
  ProposalFacts,
  ResultFacts,
} from '../../workflows/support/support.facts.js';
import { holdsPost } from '../directory/post-holders.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { Statement } from '../platform/transaction.js';
import type { FactQuestion } from '../process/process-shell.js';

/** What each event of `support@1` needs to know, looked up now and logged with it (workflows/support/support.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  switch (question.type) {
    case 'SUPPORT.PROPOSED':
      return proposalFacts(question, question.payload as PayloadOf<'SUPPORT.PROPOSED'>);
    case 'ASSIGN':
      return ownerFacts(question, question.payload as PayloadOf<'ASSIGN'>);
    case 'REASSIGN':
      return ownerFacts(question, question.payload as PayloadOf<'REASSIGN'>);
    case 'CHANGE_DATE':
      return dateFacts(question, (question.payload as Partial<PayloadOf<'CHANGE_DATE'>>).dueOn);
    case 'DEADLINE.assign':
      return dateFacts(question, undefined);
    case 'REPORT_DONE':
      return resultFacts(question, (question.payload as Partial<PayloadOf<'REPORT_DONE'>>).result);
    default:
      return baseFacts(question);
  }
}

function baseFacts({ day, today }: FactQuestion): BaseFacts {
  return { day, today };
}

/** `supportReminderWd` working days before the date, whichever it is then. */
function dateFacts(question: FactQuestion, dueOn: string | undefined): DateFacts {
  const { reference, day } = question;
  const date = dueOn ?? contextOf(question).dueOn;
  const before = reference.policyOn(day).values.supportReminderWd;
  return {
    ...baseFacts(question),
    remindOn: date === null ? null : reference.calendar.add(date, -before).day,
  };
}

async function ownerFacts(
  question: FactQuestion,
  { owner, dueOn }: { owner?: SupportOwner; dueOn?: string },
): Promise<OwnerFacts> {
  const { tx, stored, reference, today } = question;
  const isKnown = owner !== undefined && knows(reference, owner.organization);
  return {
    ...dateFacts(question, dueOn),
    ownerHoldsPost:
      owner === undefined || (isKnown && (await holdsPost(tx, stored.jurisdiction, owner, today))),
  };
}

const COUNTY: Statement = {
  name: 'county-of-supported-firm',
  text: 'select county from firm where jurisdiction = $1 and id = $2',
};

async function proposalFacts(
  question: FactQuestion,
  payload: PayloadOf<'SUPPORT.PROPOSED'>,
): Promise<ProposalFacts> {
  const { tx, stored, reference } = question;
  const [firm] = await tx.query<{ county: string }>(COUNTY, [stored.jurisdiction, stored.firm]);
  const { type, input } = payload;
  const fields = isSupportType(type) ? SUPPORT_MEASURES[type].input : [];
  const owner = await ownerFacts(question, payload);
  return {
    ...owner,
    // What a case puts forward by itself goes to an office as a whole: a vacant post must hold nothing up.
    ownerHoldsPost: owner.ownerHoldsPost || (question.actor.kind === 'case' && payload.assigned !== true),
    self: stored.id,
    unknownOrganizations: unknownIn(fields, input, reference),
    county: firm?.county ?? null,
  };
}

function resultFacts(question: FactQuestion, result: SupportValues | undefined): ResultFacts {
  const { type } = contextOf(question);
  const fields = type === null ? [] : SUPPORT_MEASURES[type].result;
  return {
    ...baseFacts(question),
    unknownOrganizations: unknownIn(fields, result ?? {}, question.reference),
  };
}

function unknownIn(
  fields: readonly SupportField[],
  values: SupportValues,
  reference: ReferenceData,
): string[] {
  const banks = organizationsIn(
    fields.filter(({ name }) => name === 'bank'),
    values,
  );
  return organizationsIn(fields, values).filter(
    (id) => !knows(reference, id) || (banks.includes(id) && reference.organization(id).kind !== 'bank'),
  );
}

function knows(reference: ReferenceData, organization: string): boolean {
  return reference.organizations.some(({ id }) => id === organization);
}

function contextOf({ snapshot }: FactQuestion): SupportContext {
  return snapshot.context as SupportContext;
}
