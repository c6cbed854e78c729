import type { CivilDay, Guard, Refusal } from '../../process.js';
import { latestBankDate } from '../bank-date.js';
import type { FilingContext } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';
import type { DateFacts, PolicyFact } from '../filing.facts.js';
import { bankDateMovedBy } from '../revision.js';

/**
 * The bank moves its own date, never to an earlier day, since the notice it gave would shrink; and at most `validityDays`
 * after the first bank date of the revision, since a filing is not kept open for ever.
 */
const CLAUSE = '泉政办规〔2023〕1号（十）：提前报告；有效期（政策参数）';

export const undertakenIsLater: Guard<FilingContext, FilingEventOf<'UNDERTAKE'>> = {
  name: 'undertakenIsLater',
  needsPayload: true,
  judge: (context, { payload, facts }) => notEarlier(context, payload.until, '/until', facts),
};

export const undertakenIsWithinValidity: Guard<FilingContext, FilingEventOf<'UNDERTAKE'>> = {
  name: 'undertakenIsWithinValidity',
  needsPayload: true,
  judge: (context, { payload, facts }) => withinValidity(context, payload.until, '/until', facts.policy),
};

export const postponedIsLater: Guard<FilingContext, FilingEventOf<'POSTPONE'>> = {
  name: 'postponedIsLater',
  needsPayload: true,
  judge: (context, { payload, facts }) => notEarlier(context, payload.date, '/date', facts),
};

export const postponedIsWithinValidity: Guard<FilingContext, FilingEventOf<'POSTPONE'>> = {
  name: 'postponedIsWithinValidity',
  needsPayload: true,
  judge: (context, { payload, facts }) => withinValidity(context, payload.date, '/date', facts.policy),
};

/** A later date in a slight amendment moves the bank date; a material one begins anew and is not bound by the former. */
export const amendedIsWithinValidity: Guard<FilingContext, FilingEventOf<'AMEND' | 'RESUBMIT'>> = {
  name: 'amendedIsWithinValidity',
  needsPayload: false,
  judge: (context, { facts }) => {
    const moved = facts.material ? undefined : bankDateMovedBy(context, facts);
    return moved === undefined ? [] : withinValidity(context, moved, '/plannedDate', facts.policy);
  },
};

function notEarlier(
  { bankDate }: FilingContext,
  day: CivilDay,
  pointer: string,
  { today }: DateFacts,
): Refusal[] {
  if (bankDate === null || (day > bankDate && day > today)) return [];
  const after = bankDate > today ? bankDate : today;
  return [{ code: 'not-later', pointer, message: `日期须晚于${after}，请重新选择。`, clause: CLAUSE }];
}

function withinValidity(
  { firstBankDate }: FilingContext,
  day: CivilDay,
  pointer: string,
  { values }: PolicyFact,
): Refusal[] {
  if (firstBankDate === null) return [];
  const latest = latestBankDate(firstBankDate, values.validityDays);
  if (day <= latest) return [];
  const message = `日期最迟为${latest}，更晚实施的，请届时另行报告。`;
  return [{ code: 'beyond-validity', pointer, message, clause: CLAUSE }];
}
