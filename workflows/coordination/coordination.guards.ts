import type { CoordinationEventType } from './coordination.events.js';
import * as officials from './guards/official-guards.js';
import * as outcomes from './guards/outcome-guards.js';
import type { On } from './guards/refusal-if.js';

type GuardTable = {
  readonly [Type in CoordinationEventType]?: readonly On<Type>[];
};

/** Every rule that may refuse an event, by event. All that apply speak. */
export const guards: GuardTable = {
  ASSIGN: [officials.officialHoldsPost],
  ADD_SUPPORT: [
    officials.isResponsible,
    officials.measureHolds,
    officials.ownerCanAct,
    officials.measureDateIsAhead,
  ],
  CALL_MEETING: [officials.isResponsible, officials.meetingIsAhead, officials.invitedHaveJoined],
  CANCEL_MEETING: [officials.isResponsible, officials.reasonGiven],
  RECORD_MINUTES: [officials.isResponsible, officials.minutesHold],
  PROPOSE: [officials.isResponsible, outcomes.filingIsJoined, outcomes.agreementFits],
  PREPARE_OUTCOME: [outcomes.filingIsJoined, outcomes.agreementFits],
  CONFIRM_OUTCOME: [outcomes.filingIsJoined, outcomes.isSecondPerson, outcomes.agreementFits],
  CONCLUDE_FILING: [officials.isResponsible, outcomes.filingIsJoined, outcomes.isConfirmed],
};
