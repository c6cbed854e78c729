import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type {
  BaseFacts,
  CommitteeFact,
  CommitteeFacts,
  MembersFacts,
} from '../../../workflows/resolution/resolution.facts.js';
import type { PolicyVersion } from '../../directory/reference-data.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { type Committee, committeeOn, isMember } from '../members.js';

export function baseFacts({ day, today }: FactQuestion): BaseFacts {
  return { day, today };
}

export function contextOf({ snapshot }: Pick<FactQuestion, 'snapshot'>): ResolutionContext {
  return snapshot.context as ResolutionContext;
}

/** The numbers by which this item was drafted; those of the day before it was. */
export function policyFor(question: FactQuestion): PolicyVersion {
  const { policy } = contextOf(question);
  return policy === null ? question.reference.policyOn(question.day) : question.reference.policy(policy);
}

export function committeeFor(question: FactQuestion, id = contextOf(question).committee): Promise<Committee> {
  const { tx, stored, today } = question;
  const address = { jurisdiction: stored.jurisdiction, id };
  return committeeOn(tx, address, { day: today, policy: policyFor(question).values });
}

export async function committeeFacts(question: FactQuestion): Promise<CommitteeFacts> {
  return committeeFactsOf(question, await committeeFor(question));
}

export function committeeFactsOf(question: FactQuestion, committee: Committee): CommitteeFacts {
  return {
    ...baseFacts(question),
    committee: committeeFact(committee),
    member: isMember(committee, question.actor.organization),
  };
}

/** Whoever has left meanwhile was bound by a standstill all the same: it hears of its end, too. */
const BOUND: Statement = {
  name: 'bound-by-standstill',
  text: 'select members from standstill where jurisdiction = $1 and id = $2',
};

export async function membersFacts(question: FactQuestion): Promise<MembersFacts> {
  const { tx, stored } = question;
  const [{ members }, [standstill]] = await Promise.all([
    committeeFor(question),
    tx.query<{ members: string[] }>(BOUND, [stored.jurisdiction, stored.id]),
  ]);
  const present = members.map(({ bank }) => bank);
  return { ...baseFacts(question), members: [...new Set([...present, ...(standstill?.members ?? [])])] };
}

function committeeFact({ active, chair, viceChairs }: Committee): CommitteeFact {
  return { active, chair, viceChairs };
}
