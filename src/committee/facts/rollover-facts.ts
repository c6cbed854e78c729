import { addCalendarDays, isCivilDay } from '../../../workflows/calendar/civil-day.js';
import type { PayloadOf } from '../../../workflows/committee/committee.events.js';
import type {
  DismissedFacts,
  ReminderFacts,
  RolloverDoneFacts,
  ScheduleFacts,
} from '../../../workflows/committee/committee.facts.js';
import { nextReminder, type Rollover, remindedBetween } from '../../../workflows/committee/rollover.js';
import type { CivilDay } from '../../../workflows/process.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { creditorIn, isMember } from '../roster.js';
import { baseFacts, contextOf, policyFor, rosterFor, standingFacts } from './base-facts.js';
import { nextCalled } from './meeting-facts.js';

const OPEN: Statement = {
  name: 'open-rollovers',
  text: `select id, bank, loan, maturity_on as maturity, false as done from rollover
    where jurisdiction = $1 and committee = $2 and done_at is null order by maturity_on, id`,
};

export async function scheduleFacts(question: FactQuestion): Promise<ScheduleFacts> {
  const { bank, loan = '', maturity } = question.payload as Partial<PayloadOf<'SCHEDULE_ROLLOVER'>>;
  const [roster, schedule] = await Promise.all([rosterFor(question), openRollovers(question)]);
  const creditor = creditorIn(roster, bank);
  const added: Rollover[] =
    bank !== undefined && maturity !== undefined && isCivilDay(maturity)
      ? [{ id: '', bank, loan, maturity, done: false }]
      : [];
  return {
    ...standingFacts(question, roster),
    ofMember: creditor !== undefined && isMember(creditor),
    nextReminder: nextIn(question, [...schedule, ...added]),
  };
}

export async function rolloverDoneFacts(question: FactQuestion): Promise<RolloverDoneFacts> {
  const { rollover } = question.payload as Partial<PayloadOf<'ROLLOVER_DONE'>>;
  const [roster, schedule] = await Promise.all([rosterFor(question), openRollovers(question)]);
  const named = schedule.find(({ id }) => id === rollover);
  return {
    ...standingFacts(question, roster),
    rollover: named === undefined ? null : { bank: named.bank },
    nextReminder: nextIn(
      question,
      schedule.filter(({ id }) => id !== rollover),
    ),
  };
}

/** `DEADLINE.rollover`: everybody who is to be reminded since the day for which the clock was set. */
export async function reminderFacts(question: FactQuestion): Promise<ReminderFacts> {
  const { today } = question;
  const { values } = policyFor(question);
  const schedule = await openRollovers(question);
  const from = contextOf(question).remindedOn ?? today;
  return {
    ...baseFacts(question),
    due: remindedBetween(schedule, from, today, values),
    nextReminder: nextReminder(schedule, addCalendarDays(today, 1), values),
  };
}

/** `COURT.DISMISSED`: work goes on, and with it the schedule. */
export async function dismissedFacts(question: FactQuestion): Promise<DismissedFacts> {
  const { values } = policyFor(question);
  const [schedule, nextMeeting] = await Promise.all([openRollovers(question), nextCalled(question)]);
  return {
    ...baseFacts(question),
    nextReminder: nextReminder(schedule, addCalendarDays(question.today, 1), values),
    nextMeeting,
  };
}

/** From tomorrow on; from the day of a clock that still runs, since others wait for that one. */
function nextIn(question: FactQuestion, schedule: readonly Rollover[]): CivilDay | null {
  const tomorrow = addCalendarDays(question.today, 1);
  const { remindedOn } = contextOf(question);
  const from = remindedOn !== null && remindedOn < tomorrow ? remindedOn : tomorrow;
  return nextReminder(schedule, from, policyFor(question).values);
}

function openRollovers({ tx, stored }: FactQuestion): Promise<Rollover[]> {
  return tx.query<Rollover & Record<string, unknown>>(OPEN, [stored.jurisdiction, stored.id]);
}
