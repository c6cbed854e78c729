import type { Outcome } from '../../../workflows/filing/filing.context.js';
import { type FilingState, OUTCOME_LABELS, STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { monthAndDay } from '../../cases/day-in-words.js';

/** What a list row knows of a filing's end: enough for its label, without the case's own memory. */
export interface LabelledRow {
  state: string;
  bankDate: string | null;
  outcome: string | null;
}

/**
 * The label of a filing in a list. Whether nothing was coordinated is said on the filing's own page, where its whole memory
 * is read; a list never reads it.
 */
export function rowLabel({ state, bankDate, outcome }: LabelledRow): string {
  if (state === 'deferred' && bankDate !== null) return `${STATE_LABELS.deferred}至${monthAndDay(bankDate)}`;
  if (state === 'closed' && isOutcome(outcome)) return OUTCOME_LABELS[outcome];
  return stateLabel(state);
}

/** The label of a state by its name alone. */
export function stateLabel(state: string): string {
  return isFilingState(state) ? STATE_LABELS[state] : state;
}

export function isFilingState(state: string): state is FilingState {
  return Object.hasOwn(STATE_LABELS, state);
}

function isOutcome(outcome: string | null): outcome is Outcome {
  return outcome !== null && Object.hasOwn(OUTCOME_LABELS, outcome);
}
