import { OUTCOME_LABELS, STATE_LABELS } from '../../workflows/coordination/coordination.labels.js';
import { SUPPORT_MEASURES } from '../../workflows/rules/support-types.js';
import * as labels from '../../workflows/support/support.labels.js';
import type { CodeDto, CodesDto } from './codes.dto.js';

/** What is chosen from in coordinations (启动协调) and in measures of support (帮扶事项), with its Chinese. */
export function supportLists(): Pick<
  CodesDto,
  'measures' | 'supportStates' | 'coordinationStates' | 'coordinationOutcomes'
> {
  return {
    // The status of a ground is for those who keep the table, and no law to be quoted.
    measures: Object.entries(SUPPORT_MEASURES).map(([code, { status: _, label, clause, input, result }]) => ({
      code,
      label,
      clause,
      input: [...input],
      result: [...result],
    })),
    supportStates: listed(labels.STATE_LABELS),
    coordinationStates: listed(STATE_LABELS),
    coordinationOutcomes: listed(OUTCOME_LABELS),
  };
}

function listed(words: Readonly<Record<string, string>>): CodeDto[] {
  return Object.entries(words).map(([code, label]) => ({ code, label }));
}
