import type { OpiningOffice } from '../../../workflows/filing/filing.context.js';
import type { CommitteeFacts, OpinionFacts } from '../../../workflows/filing/filing.facts.js';
import { defaultOfficeChain } from '../../../workflows/filing/sign-off.js';
import type { Role } from '../../../workflows/process.js';
import type { Lane } from '../../../workflows/rules/lane.js';
import { officeOf } from '../../access/actor.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { baseFacts, contextOf } from './base-facts.js';

/** Committees are no cases yet: none is active on any firm. */
export function committeeFacts(question: FactQuestion): CommitteeFacts {
  return { ...baseFacts(question), committee: null };
}

/** `OPINE`: who signs an opinion of this office in the lane the filing runs in. */
export function opinionFacts(question: FactQuestion): OpinionFacts {
  const office = officeOf(question.capacity?.role);
  const { lane } = contextOf(question);
  return {
    ...committeeFacts(question),
    chain: office === 'finance' || office === 'industry' ? officeChain(question.reference, office, lane) : [],
  };
}

function officeChain(reference: ReferenceData, office: OpiningOffice, lane: Lane): readonly Role[] {
  const organization = reference.only(office)?.id;
  const own = reference.chains.filter(
    (chain) => chain.organization === organization && chain.act === 'opinion',
  );
  const fitting = own.find((chain) => chain.lane === lane) ?? own.find((chain) => chain.lane === 'any');
  return fitting === undefined ? defaultOfficeChain(office, lane) : fitting.posts;
}
