import type { CivilDay, Effect } from '../process.js';
import type { SupportContext } from './support.context.js';
import type { SupportEnded } from './support.events.js';
import type { NoticeTemplate } from './support.notices.js';
import { notice } from './support.notices.js';

/** What transitions want done when it depends on the case. Each function reads the context as it is at its place. */
export function notify(context: SupportContext, template: NoticeTemplate): Effect[] {
  const params = notice(template, context);
  return params.to.length === 0 ? [] : [{ type: 'notify', params }];
}

/**
 * One owner, one date: reminded before it, past it, told to the leaders, in the bulletin. Each is a clock of its own, so that
 * the days are the policy's. A day of reminder that has come already is left out: it would strike at once.
 */
export function armDates({ dueOn, remindOn }: SupportContext, today: CivilDay): Effect[] {
  if (dueOn === null) return [];
  const reminder: Effect[] =
    remindOn === null || remindOn <= today
      ? []
      : [{ type: 'armDeadline', params: { name: 'reminder', budget: { untilEndOf: remindOn } } }];
  return [
    ...reminder,
    { type: 'armDeadline', params: { name: 'due', budget: { untilEndOf: dueOn } } },
    {
      type: 'armDeadline',
      params: { name: 'escalation', budget: { workingDays: 'supportEscalationWd', from: dueOn } },
    },
    {
      type: 'armDeadline',
      params: { name: 'bulletin', budget: { workingDays: 'supportBulletinWd', from: dueOn } },
    },
  ];
}

export function disarmDates(): Effect[] {
  return ['reminder', 'due', 'escalation', 'bulletin'].map(disarm);
}

/** 银行在10个工作日内重新放贷, counted from the day on which the firm repaid. */
export function armRelend({ repaidOn }: SupportContext): Effect[] {
  if (repaidOn === null) return [];
  const budget = { workingDays: 'bridgeRelendWd', from: repaidOn };
  return [
    { type: 'armDeadline', params: { name: 'relend', budget } },
    { type: 'disclose', params: { to: 'bank' } },
  ];
}

export function disarmRelend({ repaidOn }: SupportContext): Effect[] {
  return repaidOn === null ? [] : [disarm('relend')];
}

export function armWait({ waitUntil }: SupportContext): Effect[] {
  if (waitUntil === null) return [];
  return [{ type: 'armDeadline', params: { name: 'wait', budget: { untilEndOf: waitUntil } } }];
}

export function disarmWait({ waitUntil }: SupportContext): Effect[] {
  return waitUntil === null ? [] : [disarm('wait')];
}

/** The case that the measure hangs on hears of its end. A firm is no case, and a filing reads its measures by itself. */
export function tellParent({ support, parent, outcome }: SupportContext): Effect[] {
  const told = parent !== null && (parent.process === 'coordination' || parent.process === 'committee');
  if (!told || outcome === null) return [];
  const payload: SupportEnded = { support, outcome };
  return [{ type: 'send', params: { to: parent.id, event: { type: 'SUPPORT.ENDED', payload } } }];
}

function disarm(name: string): Effect {
  return { type: 'disarmDeadline', params: { name } };
}
