import type { Agreement } from '../../../workflows/committee/agreement.js';
import { agreementFaults } from '../../../workflows/committee/agreement-faults.js';
import type { BirthFacts } from '../../../workflows/resolution/resolution.facts.js';
import { type Subject, targetOf } from '../../../workflows/resolution/subjects.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { type Committee, committeeOfFirm, isMember } from '../members.js';
import { takeNumber } from '../number.js';
import { committeeFactsOf, committeeFor, policyFor } from './base-facts.js';

const TARGET: Statement = {
  name: 'resolution-to-change',
  text: `select state = 'inForce' as "inForce", subject ->> 'type' as subject, term_extended as "termExtended" from resolution
    where jurisdiction = $1 and id = $2 and committee = $3`,
};

type Target = NonNullable<BirthFacts['target']>;

/** `RESOLUTION.DRAFTED`, `FILING.REFERRED`: an item of the committee that is active on the firm. */
export async function birthFacts(question: FactQuestion): Promise<BirthFacts> {
  const { tx, stored, payload, preview, today } = question;
  const { subject } = payload as { subject?: Subject };
  const committee = (await committeeOfFirm(tx, stored.jurisdiction, stored.firm)) ?? NO_COMMITTEE;
  const [found, target, number] = await Promise.all([
    committeeFor(question, committee),
    targetIn(question, committee, subject),
    preview ? '' : takeNumber(tx, stored.jurisdiction, today),
  ]);
  const { id, values } = policyFor(question);
  const { windows, standstill } = found.agreement;
  return {
    ...committeeFactsOf(question, found),
    self: stored.id,
    of: committee,
    number,
    policy: { id, values: { validityDays: values.validityDays } },
    agreement: { windows, standstill },
    target,
    agreementFaults: subject?.type === 'agreement' ? agreementFaults(subject.agreement as Agreement) : [],
    namedHolds: subject === undefined || canBeNamed(question, found, subject),
  };
}

/** No committee has this id: it has no members, and nothing is drafted in it. */
const NO_COMMITTEE = '00000000-0000-0000-0000-000000000000';

async function targetIn(
  { tx, stored }: FactQuestion,
  committee: string,
  subject: Subject | undefined,
): Promise<Target | null> {
  const id = subject === undefined ? undefined : targetOf(subject);
  if (id === undefined) return null;
  const key = [stored.jurisdiction, id, committee];
  const [found] = await tx.query<Target & Record<string, unknown>>(TARGET, key);
  return found ?? null;
}

/** A chair and whoever lends new money are members; who accedes is a bank and none yet. */
function canBeNamed({ reference }: FactQuestion, committee: Committee, subject: Subject): boolean {
  switch (subject.type) {
    case 'chair':
      return isMember(committee, subject.chair);
    case 'newMoneyPriority':
      return isMember(committee, subject.bank);
    case 'accession': {
      const { organization } = subject;
      const isBank = reference.organizations.some(({ id, kind }) => id === organization && kind === 'bank');
      return isBank && !isMember(committee, organization);
    }
    default:
      return true;
  }
}
