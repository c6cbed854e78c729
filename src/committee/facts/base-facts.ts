import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { BaseFacts, StandingFacts } from '../../../workflows/committee/committee.facts.js';
import type { PolicyVersion } from '../../directory/reference-data.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { type Roster, rosterOf, standingOf } from '../roster.js';

export function baseFacts({ day, today }: FactQuestion): BaseFacts {
  return { day, today };
}

export function contextOf({ snapshot }: Pick<FactQuestion, 'snapshot'>): CommitteeContext {
  return snapshot.context as CommitteeContext;
}

/** The numbers by which this committee was proposed; those of the day before it was. */
export function policyFor(question: FactQuestion): PolicyVersion {
  const { policy } = contextOf(question);
  return policy === null ? question.reference.policyOn(question.day) : question.reference.policy(policy);
}

export function rosterFor({ tx, stored }: FactQuestion): Promise<Roster> {
  return rosterOf(tx, stored.jurisdiction, stored.id);
}

export function standingFacts(question: FactQuestion, roster: Roster): StandingFacts {
  return { ...baseFacts(question), standing: standingOf(roster, question.actor.organization) };
}

/** Financial creditors that the directory knows, and units that are theirs. */
export function isKnownBank(
  { reference }: Pick<FactQuestion, 'reference'>,
  { organization, unit }: { organization: string; unit?: string },
): boolean {
  const found = reference.organizations.find(({ id }) => id === organization);
  return found?.kind === 'bank' && (unit === undefined || found.units.some(({ id }) => id === unit));
}
