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
