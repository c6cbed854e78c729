import type { OpiningOffice } from '../../../workflows/filing/filing.context.js';
import type { CommitteeFacts, OpinionFacts } from '../../../workflows/filing/filing.facts.js';
import { defaultOfficeChain } from '../../../workflows/filing/sign-off.js';
import type { Role } from '../../../workflows/process.js';
import type { Lane } from '../../../workflows/rules/lane.js';
import { officeOf } from '../../access/actor.js';
import { activeCommittee } from '../../directory/active-committee.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { baseFacts, contextOf } from './base-facts.js';

/** The committee active on the firm at this moment, of which the filing's bank is a member. */
export async function committeeFacts(question: FactQuestion): Promise<CommitteeFacts> {
  const { tx, stored } = question;
  const { jurisdiction, firm, ownerOrg: bank } = stored;
  const committee = await activeCommittee(tx, { jurisdiction, firm, bank });
  return {
    ...baseFacts(question),
    committee: committee === null ? null : { id: committee.id, workingDays: committee.workingDays },
  };
}

/** `OPINE`: who signs an opinion of this office in the lane the filing runs in. */
export async function opinionFacts(question: FactQuestion): Promise<OpinionFacts> {
  const office = officeOf(question.capacity?.role);
  const { lane } = contextOf(question);
  return {
    ...(await committeeFacts(question)),
    chain: office === 'finance' || office === 'industry' ? officeChain(question.reference, office, lane) : [],
  };
}

function officeChain(reference: ReferenceData, office: OpiningOffice, lane: Lane): readonly Role[] {
  const organization = reference.soleOf(office)?.id;
  const own = reference.chains.filter(
    (chain) => chain.organization === organization && chain.act === 'opinion',
  );
  const fitting = own.find((chain) => chain.lane === lane) ?? own.find((chain) => chain.lane === 'any');
  return fitting === undefined ? defaultOfficeChain(office, lane) : fitting.posts;
}
