import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { BaseFacts, PolicyFact } from '../../../workflows/filing/filing.facts.js';
import type { PolicyVersion } from '../../directory/reference-data.js';
import type { FactQuestion } from '../../process/process-shell.js';

export function baseFacts({ day, today }: FactQuestion): BaseFacts {
  return { day, today };
}

export function contextOf({ snapshot }: Pick<FactQuestion, 'snapshot'>): FilingContext {
  return snapshot.context as FilingContext;
}

/** The numbers that judge this filing: pinned when it was filed, those of the received day before. */
export function policyFor(question: FactQuestion): PolicyVersion {
  const { policy } = contextOf(question);
  return policy === null ? question.reference.policyOn(question.day) : question.reference.policy(policy);
}

/** Only the numbers that the machine itself compares are logged; the version names the rest. */
export function policyFact({ id, values }: PolicyVersion): PolicyFact {
  return { id, values: { validityDays: values.validityDays, countyFrom: values.countyFrom } };
}
