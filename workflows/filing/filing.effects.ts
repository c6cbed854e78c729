import type { Effect } from '../process.js';
import { laterOf } from './bank-date.js';
import { doneBeforeFiling, inquiry } from './execution.js';
import type { FilingContext } from './filing.context.js';
import type { FilingEventOf } from './filing.events.js';
import { notice } from './filing.notices.js';
import { isCoordinationOwed, strictestOpinion } from './proposal.js';
import { tellsCounty } from './revision.js';

/**
 * What transitions want done when it depends on the case; what is always the same stands beside its transition. Each
 * function reads the context as it is at its place in the list of actions, and runs nothing.
 */
export function toldAtFile(context: FilingContext, { facts }: FilingEventOf<'FILE'>): Effect[] {
  const county: Effect[] = tellsCounty(facts) ? countyTold : [];
  const chair: Effect[] = facts.chairToldAtOnce
    ? [
        { type: 'disclose', params: { to: 'chair' } },
        { type: 'notify', params: notice('chairInformed') },
      ]
    : [];
  return [
    { type: 'disclose', params: { to: 'offices' } },
    { type: 'notify', params: notice('filed') },
    { type: 'notify', params: notice('received') },
    ...county,
    ...chair,
    ...doneBeforeFiling(context),
  ];
}

/** An amendment above `countyFrom` tells a county that had not heard yet. Runs before the context takes the revision. */
export function toldAtAmendment(
  context: FilingContext,
  { facts }: FilingEventOf<'AMEND' | 'RESUBMIT'>,
): Effect[] {
  return context.countyTold === 'no' && tellsCounty(facts) ? countyTold : [];
}

const countyTold: Effect[] = [
  { type: 'disclose', params: { to: 'county' } },
  { type: 'notify', params: notice('countyInformed') },
];

/** The bank's own clock. An act already done has no date to wait for. */
export function armBankDate({ bankDate }: FilingContext): Effect[] {
  if (bankDate === null) return [];
  return [{ type: 'armDeadline', params: { name: 'bankDate', budget: { atStartOf: bankDate } } }];
}

export function disarmBankDate({ bankDate }: FilingContext): Effect[] {
  return bankDate === null ? [] : [{ type: 'disarmDeadline', params: { name: 'bankDate' } }];
}

/** 90 calendar days from the later of clearance and bank date, and a reminder soon after the bank date. */
export function armAfterClearance({ bankDate, clearedOn }: FilingContext): Effect[] {
  // `cleared` is entered with a bank date and a day of clearance; without either there is nothing to count from.
  const from = bankDate === null ? clearedOn : laterOf(bankDate, clearedOn ?? bankDate);
  if (from === null) return [];
  return [
    {
      type: 'armDeadline',
      params: { name: 'executionReminder', budget: { workingDays: 'executionReminderWd', from } },
    },
    { type: 'armDeadline', params: { name: 'validity', budget: { calendarDays: 'validityDays', from } } },
  ];
}

export function armCommittee({ committee }: FilingContext): Effect[] {
  const budget =
    committee === null ? { workingDays: 'committeeWd' } : { workingDaysCount: committee.workingDays };
  return [{ type: 'armDeadline', params: { name: 'committee', budget } }];
}

/** The committee votes on an item of its own about this filing: a resolution begins by it. */
export function referToCommittee(context: FilingContext): Effect[] {
  const { referral, bank, amount } = context;
  const payload = { ...referenceOf(context), referral, bank, amount };
  return [{ type: 'open', params: { process: 'resolution', event: { type: 'FILING.REFERRED', payload } } }];
}

/** Joins the firm's coordination (启动协调). Where no committee could be asked, founding one is advised. */
export function joinCoordination(context: FilingContext): Effect[] {
  const wantsCommittee = strictestOpinion(context) === 'referToCommittee' && context.committee === null;
  const payload = {
    ...referenceOf(context),
    bank: context.bank,
    ...(wantsCommittee ? { support: 'foundCommittee' } : {}),
  };
  return [
    { type: 'send', params: { to: 'coordination', event: { type: 'FILING.JOINED', payload } } },
    { type: 'disclose', params: { to: 'county' } },
    { type: 'notify', params: notice('coordinating') },
  ];
}

/** A stricter opinion that nobody answered is not lost when the clock clears the filing: it is coordinated beside `cleared`. */
export function joinBesideClearance(context: FilingContext): Effect[] {
  return isCoordinationOwed(context) ? joinCoordination(context) : [];
}

/** Tells coordination and committee that the matter has ended for them, once each. Runs before the flags are reset. */
export function leaveOthers(context: FilingContext): Effect[] {
  return [...leaveCoordination(context), ...leaveReferral(context)];
}

export function leaveCoordination(context: FilingContext): Effect[] {
  if (!context.joined) return [];
  const event = { type: 'FILING.LEFT', payload: referenceOf(context) };
  return [{ type: 'send', params: { to: 'coordination', event } }];
}

/** The committee's item is dropped. A clock that leaves `referred` does not send this: the item goes on. */
function leaveReferral(context: FilingContext): Effect[] {
  if (!context.itemOpen) return [];
  const payload = { ...referenceOf(context), referral: context.referral };
  return [{ type: 'send', params: { to: 'resolution', event: { type: 'REFERRAL.LEFT', payload } } }];
}

/** The bank did not answer what was asked about its figures. A voluntary report opens no inquiry. */
export function disputed(context: FilingContext): Effect[] {
  const { basisInForce, executed, amount } = context;
  if (!basisInForce) return [];
  const detail = { filed: amount, executed: executed?.total ?? '0.00' };
  return [inquiry(context, 'disputed', detail)];
}

function referenceOf({ filing, reviewed }: FilingContext): { filing: string; revision: number } {
  return { filing, revision: reviewed };
}
