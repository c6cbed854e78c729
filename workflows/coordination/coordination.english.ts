/** What a coordination's states and events are called in English: no term of the regulation, which is Chinese alone. */
export const COORDINATION_IN_ENGLISH = {
  states: {
    open: 'To be assigned',
    planning: 'Planning',
    meeting: 'Coordination meeting',
    proposing: 'Outcome being asked for',
    concluded: 'Coordination concluded',
  },
  events: {
    ASSIGN: 'Assign',
    ADD_SUPPORT: 'Propose support',
    CALL_MEETING: 'Call a meeting',
    CANCEL_MEETING: 'Cancel the meeting',
    RECORD_MINUTES: 'Record the minutes',
    PROPOSE: 'Propose an outcome',
    PREPARE_OUTCOME: 'Prepare the outcome',
    CONFIRM_OUTCOME: 'Confirm the outcome',
    CONCLUDE_FILING: 'Record the outcome',
    'FILING.JOINED': 'Report joins',
    'FILING.LEFT': 'Report leaves',
    'SUPPORT.ENDED': 'Support ended',
    'COURT.ACCEPTED': 'Court proceedings begin',
    'DEADLINE.assign': 'Not assigned in time',
    'DEADLINE.plan': 'Reminder of the plan',
    'DEADLINE.meeting': 'Meeting was not held',
  },
} as const;
