import { PUBLIC_EVENTS } from '../../workflows/committee/committee.events.js';
import * as labels from '../../workflows/committee/committee.labels.js';
import type { CodeDto, CommitteeCodesDto } from './codes.dto.js';

/** What is chosen from in committees (债委会) and in the light form, with its Chinese. */
export function committeeLists(): CommitteeCodesDto {
  return {
    forms: listed(labels.FORM_LABELS),
    states: listed(labels.STATE_LABELS),
    strategies: listed(labels.STRATEGY_LABELS),
    claimBases: listed(labels.CLAIM_BASIS_LABELS),
    meetingWays: listed(labels.MEETING_WAY_LABELS),
    minutesAnswers: listed(labels.MINUTES_ANSWER_LABELS),
    rolloverOutcomes: listed(labels.ROLLOVER_OUTCOME_LABELS),
    events: PUBLIC_EVENTS.map((code) => ({ code, label: labels.EVENT_LABELS[code] })),
  };
}

function listed(words: Readonly<Record<string, string>>): CodeDto[] {
  return Object.entries(words).map(([code, label]) => ({ code, label }));
}
