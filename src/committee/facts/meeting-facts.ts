import { v7 as uuid } from 'uuid';
import type { Agreement } from '../../../workflows/committee/agreement.js';
import type { PayloadOf } from '../../../workflows/committee/committee.events.js';
import type {
  CallMeetingFacts,
  MeetingFacts,
  MinutesAnswerFacts,
  MinutesFacts,
} from '../../../workflows/committee/committee.facts.js';
import type { CivilDay } from '../../../workflows/process.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { membersIn, type Roster } from '../roster.js';
import { contextOf, policyFor, rosterFor, standingFacts } from './base-facts.js';

const MEETING: Statement = {
  name: 'meeting-of-committee',
  text: `select meeting_on as "on", minutes is not null as recorded from meeting
    where jurisdiction = $1 and committee = $2 and id = $3 and status <> 'cancelled'`,
};

/** The meeting that the event is about is left out: what is to become of it, the event says. */
const NEXT_CALLED: Statement = {
  name: 'next-called-meeting',
  text: `select min(meeting_on) as "on" from meeting
    where jurisdiction = $1 and committee = $2 and status = 'called' and id is distinct from $3`,
};

const AGREED_NOTICE: Statement = {
  name: 'agreed-notice',
  text: `select content -> 'windows' as windows from agreement where jurisdiction = $1 and committee = $2 and number = $3`,
};

const ANSWERED: Statement = {
  name: 'minutes-answered',
  text: `select a.bank from meeting_minutes_answer a join meeting m on m.jurisdiction = a.jurisdiction and m.id = a.meeting
      and m.minutes_version = a.minutes_version
    where a.jurisdiction = $1 and a.meeting = $2`,
};

/** A new meeting gets its id here, so that the log names it. One that is past or recorded is not changed any more. */
export async function callMeetingFacts(question: FactQuestion): Promise<CallMeetingFacts> {
  const { meeting, on = null } = question.payload as Partial<PayloadOf<'CALL_MEETING'>>;
  const [roster, existing, noticeWd, next] = await Promise.all([
    rosterFor(question),
    meeting === undefined ? null : meetingNamed(question, meeting),
    noticeOf(question),
    nextCalled(question, meeting),
  ]);
  const { day, today, reference } = question;
  return {
    ...standingFacts(question, roster),
    meeting: meeting ?? uuid(),
    existing: existing === null || existing.recorded || existing.on < today ? null : { on: existing.on },
    nextMeeting: earlierOf(next, on),
    earliest: noticeWd === null ? today : reference.calendar.add(day, noticeWd).day,
  };
}

export async function meetingFacts(question: FactQuestion): Promise<MeetingFacts> {
  const { meeting } = question.payload as Partial<PayloadOf<'CANCEL_MEETING'>>;
  const [roster, existing, nextMeeting] = await Promise.all([
    rosterFor(question),
    meetingNamed(question, meeting),
    nextCalled(question, meeting),
  ]);
  return { ...standingFacts(question, roster), existing, nextMeeting };
}

export async function minutesFacts(question: FactQuestion): Promise<MinutesFacts> {
  const [facts, roster] = await Promise.all([meetingFacts(question), rosterFor(question)]);
  const others = membersIn(roster).filter(({ bank }) => bank !== question.actor.organization);
  return { ...facts, answerers: others.length };
}

export async function minutesAnswerFacts(question: FactQuestion): Promise<MinutesAnswerFacts> {
  const { tx, stored, actor } = question;
  const { minutes } = contextOf(question);
  const [roster, rows] = await Promise.all([
    rosterFor(question),
    minutes === null ? [] : tx.query<{ bank: string }>(ANSWERED, [stored.jurisdiction, minutes.meeting]),
  ]);
  const answered = rows.map(({ bank }) => bank);
  return {
    ...standingFacts(question, roster),
    answered: actor.organization !== undefined && answered.includes(actor.organization),
    unanswered: unansweredIn(roster, answered, actor.organization),
  };
}

/** Members without an answer, once `organization` has given its own. Whoever leaves meanwhile is waited for no more. */
function unansweredIn(roster: Roster, answered: readonly string[], organization: string | undefined): number {
  return membersIn(roster).filter(({ bank }) => bank !== organization && !answered.includes(bank)).length;
}

async function meetingNamed(
  { tx, stored }: FactQuestion,
  meeting: string | undefined,
): Promise<{ on: CivilDay; recorded: boolean } | null> {
  if (meeting === undefined) return null;
  const key = [stored.jurisdiction, stored.id, meeting];
  const [found] = await tx.query<{ on: CivilDay; recorded: boolean }>(MEETING, key);
  return found ?? null;
}

/** The day of the earliest meeting that was called and is not recorded, but for the one named. */
export async function nextCalled({ tx, stored }: FactQuestion, except?: string): Promise<CivilDay | null> {
  const key = [stored.jurisdiction, stored.id, except ?? null];
  const [found] = await tx.query<{ on: CivilDay | null }>(NEXT_CALLED, key);
  return found?.on ?? null;
}

function earlierOf(one: CivilDay | null, other: CivilDay | null): CivilDay | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Lenders who only talk have agreed on no notice. */
async function noticeOf(question: FactQuestion): Promise<number | null> {
  const { form, agreement } = contextOf(question);
  if (form === 'light') return null;
  const { tx, stored } = question;
  const [found] = await tx.query<{ windows: Agreement['windows'] }>(AGREED_NOTICE, [
    stored.jurisdiction,
    stored.id,
    agreement,
  ]);
  return found?.windows.noticeWd ?? policyFor(question).values.noticeWd;
}
