import { agreementOf, type Counts } from '../../../workflows/committee/agreement.js';
import { type Candidate, largestWilling } from '../../../workflows/committee/claims.js';
import type { PayloadOf } from '../../../workflows/committee/committee.events.js';
import type {
  ElectFacts,
  LapsedElectionFacts,
  LapsedSigningFacts,
  SignFacts,
} from '../../../workflows/committee/committee.facts.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { type Creditor, creditorIn, type Roster } from '../roster.js';
import { baseFacts, contextOf, policyFor, rosterFor, standingFacts } from './base-facts.js';

/** One creditor's vote, counted with those that were cast before for the same chair. */
export async function electFacts(question: FactQuestion): Promise<ElectFacts> {
  const { chair } = question.payload as Partial<PayloadOf<'ELECT'>>;
  const roster = await rosterFor(question);
  const voters = votersIn(roster, contextOf(question).reelected);
  const votes = voters.filter(
    ({ bank, vote }) => (bank === question.actor.organization ? chair : vote) === chair,
  );
  const candidate = creditorIn(roster, chair);
  return {
    ...standingFacts(question, roster),
    candidate: {
      willing: candidate?.willing === true,
      confirmed: candidate?.claim?.confirmed === true,
      signed: candidate?.signed === true,
    },
    counts: countsOf(votes, voters),
    majority: agreementOf(policyFor(question).values).majorities.major,
  };
}

/** `DEADLINE.elect`. */
export async function lapsedElectionFacts(question: FactQuestion): Promise<LapsedElectionFacts> {
  const roster = await rosterFor(question);
  const voters = votersIn(roster, contextOf(question).reelected);
  return {
    ...baseFacts(question),
    largestWilling: largestWilling(voters.map(candidateOf)) ?? null,
    confirmed: votersIn(roster, false).length,
    signed: signersIn(roster).length,
  };
}

export async function signFacts(question: FactQuestion): Promise<SignFacts> {
  const { organization } = question.actor;
  const roster = await rosterFor(question);
  const { chair } = contextOf(question);
  const hasSigned = ({ bank, signed }: Creditor) => signed || bank === organization;
  const invited = votersIn(roster, false);
  return {
    ...standingFacts(question, roster),
    signed: invited.filter(hasSigned).length,
    unsigned: invited.filter((creditor) => !hasSigned(creditor)).length,
    chairSigned: invited.some((creditor) => creditor.bank === chair && hasSigned(creditor)),
  };
}

/** `DEADLINE.sign`. */
export async function lapsedSigningFacts(question: FactQuestion): Promise<LapsedSigningFacts> {
  const roster = await rosterFor(question);
  const { chair } = contextOf(question);
  const signers = signersIn(roster);
  return {
    ...baseFacts(question),
    signed: signers.length,
    chairSigned: signers.some(({ bank }) => bank === chair),
  };
}

export function signersIn({ creditors }: Roster): Creditor[] {
  return creditors.filter(({ signed }) => signed);
}

/** Creditors with a confirmed claim; those of them that have signed, when they elect anew. */
function votersIn({ creditors }: Roster, anew: boolean): Creditor[] {
  return creditors.filter(({ claim, signed }) => claim?.confirmed === true && (!anew || signed));
}

function countsOf(votes: readonly Creditor[], voters: readonly Creditor[]): Counts {
  return {
    forClaims: claimsOf(votes),
    totalClaims: claimsOf(voters),
    forHeads: votes.length,
    heads: voters.length,
  };
}

function claimsOf(creditors: readonly Creditor[]): string {
  return formatYuan(creditors.reduce((sum, { claim }) => sum + (claim?.amount ?? 0n), 0n));
}

function candidateOf({ bank, willing, claim }: Creditor): Candidate {
  return {
    bank,
    willing: willing === true,
    claim: formatYuan(claim?.amount ?? 0n),
    declaredAt: claim?.declaredAt ?? '',
  };
}
