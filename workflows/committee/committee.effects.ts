import type { Effect } from '../process.js';
import type { CommitteeContext } from './committee.context.js';
import type { CommitteeEvent } from './committee.events.js';
import { notice } from './committee.notices.js';

/**
 * What transitions want done when it depends on the case. Each function reads the context as it is at its place in the list of
 * actions, and runs nothing.
 */

/** 债委会终止, told once: filings that were referred go back, resolutions under way are dropped. */
export function sendEnded({ committee, endedSent }: CommitteeContext): Effect[] {
  if (endedSent) return [];
  const event = { type: 'COMMITTEE.ENDED', payload: { committee } };
  return [
    { type: 'send', params: { to: 'filing', event } },
    { type: 'send', params: { to: 'resolution', event } },
  ];
}

/** The end of a committee is reported, that of a consultation is told among those who took part. */
export function tellOfEnd({ form }: CommitteeContext): Effect[] {
  const template = form === 'light' ? 'consultationEnded' : 'committeeDissolved';
  return [{ type: 'notify', params: notice(template) }];
}

/** 稳定期 binds whoever joins while it runs: its reports are marked like those of the other members. */
export function bindNewcomer({ standstill }: CommitteeContext, { actor }: CommitteeEvent): Effect[] {
  if (standstill === null || actor.organization === undefined) return [];
  const payload = {
    standstill: standstill.id,
    ...(standstill.until === null ? {} : { until: standstill.until }),
  };
  const event = { type: 'STANDSTILL.STARTED', payload };
  return [{ type: 'send', params: { to: 'filing', event, owners: [actor.organization] } }];
}

/** One clock for the whole rollover schedule: set anew when the next reminder is on another day. */
export function armSchedule({ remindedOn }: CommitteeContext, event: CommitteeEvent): Effect[] {
  const next = nextReminderIn(event);
  if (next === remindedOn) return [];
  const disarm: Effect[] = remindedOn === null ? [] : [disarmed('rollover')];
  return next === null
    ? disarm
    : [...disarm, { type: 'armDeadline', params: { name: 'rollover', budget: { untilEndOf: next } } }];
}

export function disarmSchedule({ remindedOn }: CommitteeContext): Effect[] {
  return remindedOn === null ? [] : [disarmed('rollover')];
}

/**
 * One clock for all meetings that were called: `recordWd` after the day of the earliest that nobody has recorded. It reminds
 * the chair and moves nothing.
 */
export function armRecord({ meetingOn }: CommitteeContext, event: CommitteeEvent): Effect[] {
  if (!('nextMeeting' in event.facts)) return [];
  const { nextMeeting } = event.facts;
  if (nextMeeting === meetingOn) return [];
  const disarm: Effect[] = meetingOn === null ? [] : [disarmed('record')];
  if (nextMeeting === null) return disarm;
  const budget = { workingDays: 'recordWd', from: nextMeeting };
  return [...disarm, { type: 'armDeadline', params: { name: 'record', budget } }];
}

export function disarmRecord({ meetingOn }: CommitteeContext): Effect[] {
  return meetingOn === null ? [] : [disarmed('record')];
}

export function disarmMinutes({ minutes }: CommitteeContext): Effect[] {
  return minutes === null ? [] : [disarmed('minutes')];
}

function nextReminderIn(event: CommitteeEvent): string | null {
  switch (event.type) {
    case 'SCHEDULE_ROLLOVER':
    case 'ROLLOVER_DONE':
    case 'DEADLINE.rollover':
    case 'COURT.DISMISSED':
      return event.facts.nextReminder;
    default:
      return null;
  }
}

function disarmed(name: string): Effect {
  return { type: 'disarmDeadline', params: { name } };
}
