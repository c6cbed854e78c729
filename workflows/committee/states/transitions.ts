import { notice } from '../committee.notices.js';

/** Transitions that several states share. */

/** 终止组建: the proposer or a leader gives it up. */
export const abandoned = { target: '#committee.notFounded' } as const;

/** 企业破产法 19, 46: once the court has accepted, there is nothing left to agree on before an agreement. */
export const courtBeforeFounding = { target: '#committee.notFounded' } as const;

export const agreementDrafted = {
  actions: ['agreementDrafted', { type: 'notify', params: notice('agreementDrafted') }],
} as const;

/** Willing to chair, or not: kept with the creditor, and it moves nothing. */
export const willingness = { WILLING: { actions: 'record' }, DECLINE: { actions: 'record' } } as const;

const schedule = ['armSchedule', 'scheduled'] as const;
/** Which of the meetings that were called is to be recorded next. */
const meetings = ['armRecord', 'meetingsCalled'] as const;
const settled = [
  'disarmMinutes',
  'minutesClosed',
  { type: 'notify', params: notice('minutesSettled') },
] as const;
const objected = { type: 'notify', params: notice('minutesObjected') } as const;

/** Meetings and the rollover schedule, the same for a committee and for the light form. */
export const meetingsAndSchedule = {
  SCHEDULE_ROLLOVER: { actions: [...schedule, { type: 'notify', params: notice('rolloverScheduled') }] },
  ROLLOVER_DONE: { actions: [...schedule, { type: 'notify', params: notice('rolloverDone') }] },
  'DEADLINE.rollover': {
    // A reminder that was given is no time that was missed.
    actions: [
      'disarmSchedule',
      'scheduleStruck',
      ...schedule,
      { type: 'notify', params: notice('rolloverNear') },
    ],
  },
  CALL_MEETING: { actions: [...meetings, { type: 'notify', params: notice('meetingCalled') }] },
  CANCEL_MEETING: { actions: [...meetings, { type: 'notify', params: notice('meetingCancelled') }] },
  RECORD_MINUTES: {
    actions: [
      ...meetings,
      'disarmMinutes',
      'minutesRecorded',
      { type: 'armDeadline', params: { name: 'minutes', budget: { workingDays: 'minutesWd' } } },
      { type: 'notify', params: notice('minutesRecorded') },
    ],
  },
  CONFIRM_MINUTES: [{ guard: 'settlesMinutes', actions: settled }, { actions: 'minutesAnswered' }],
  OBJECT_MINUTES: [
    { guard: 'settlesMinutes', actions: [objected, ...settled] },
    { actions: ['minutesAnswered', objected] },
  ],
  'DEADLINE.record': { actions: { type: 'notify', params: notice('meetingUnrecorded') } },
  'DEADLINE.minutes': [
    // Each confirms in the light form, so the minutes stay open and the silent are asked once more.
    { guard: 'isLight', actions: { type: 'notify', params: notice('minutesUnconfirmed') } },
    { actions: ['disarmMinutes', 'minutesClosed', { type: 'notify', params: notice('minutesSilent') }] },
  ],
} as const;

/** What runs beside a committee at work stops when it leaves that state. */
export const stopWork = [
  'disarmSchedule',
  'scheduleStruck',
  'disarmRecord',
  'meetingsDropped',
  'disarmMinutes',
  'minutesClosed',
] as const;
