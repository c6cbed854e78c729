import { reminderDays } from '../../../workflows/committee/rollover.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import { namedOrganization } from '../../directory/named-organization.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { MeetingDto, MinutesAnswerDto, RolloverDto } from './beside.dto.js';
import type { BesideCommittee } from './beside-committee.js';

/** Row-level security keeps both from observers: what members do among themselves is none of their business. */
const MEETINGS: Statement = {
  name: 'meetings-of-committee',
  text: `select id, status, meeting_on as "on", begins_at as "at", duration_minutes as "durationMinutes", place, way, agenda, sequence,
      cancel_reason as "cancelReason", changed_at as "changedAt", minutes, present, minutes_version as version, minutes_at as "minutesAt"
    from meeting where jurisdiction = $1 and committee = $2 order by meeting_on desc, id desc limit 200`,
};

const ANSWERS: Statement = {
  name: 'minutes-answers-of-committee',
  text: `select a.meeting, a.bank, a.answer, a.text, a.answered_at as "answeredAt" from meeting_minutes_answer a
    join meeting m on m.jurisdiction = a.jurisdiction and m.id = a.meeting and m.minutes_version = a.minutes_version
    where a.jurisdiction = $1 and a.committee = $2 order by a.answered_at, a.bank`,
};

const ROLLOVERS: Statement = {
  name: 'rollovers-of-committee',
  text: `select id, bank, loan, amount_fen as amount, maturity_on as maturity, renewal_fen as "renewalAmount",
      renewal_until as "renewalUntil", outcome, outcome_text as text from rollover
    where jurisdiction = $1 and committee = $2 order by maturity_on, id limit 1000`,
};

export interface MeetingRow extends Record<string, unknown> {
  id: string;
  status: 'called' | 'cancelled' | 'held';
  on: string;
  at: string;
  durationMinutes: number;
  place: string;
  way: string;
  agenda: string[];
  sequence: number;
  cancelReason: string | null;
  changedAt: Date;
  minutes: string | null;
  present: string[] | null;
  version: number;
  minutesAt: Date | null;
}

interface AnswerRow extends Record<string, unknown> {
  meeting: string;
  bank: string;
  answer: string;
  text: string | null;
  answeredAt: Date;
}

interface RolloverRow extends Record<string, unknown> {
  id: string;
  bank: string;
  loan: string;
  amount: string;
  maturity: string;
  renewalAmount: string | null;
  renewalUntil: string | null;
  outcome: string | null;
  text: string | null;
}

export function meetingRows(tx: Transaction, { seen }: BesideCommittee): Promise<MeetingRow[]> {
  return tx.query<MeetingRow>(MEETINGS, [seen.jurisdiction, seen.id]);
}

export async function meetingsPage(tx: Transaction, committee: BesideCommittee): Promise<MeetingDto[]> {
  const { seen, today } = committee;
  const [meetings, answers] = await Promise.all([
    meetingRows(tx, committee),
    tx.query<AnswerRow>(ANSWERS, [seen.jurisdiction, seen.id]),
  ]);
  return meetings.map(({ changedAt: _, minutes, present, version, minutesAt, ...meeting }) => ({
    ...meeting,
    minutes:
      minutes === null || minutesAt === null
        ? null
        : {
            text: minutes,
            present: present ?? [],
            version,
            recordedAt: shanghai(minutesAt),
            answers: answers
              .filter((answer) => answer.meeting === meeting.id)
              .map(
                ({ bank, answer, text, answeredAt }): MinutesAnswerDto => ({
                  bank: namedOrganization(seen.reference, bank, today),
                  answer,
                  text,
                  at: shanghai(answeredAt),
                }),
              ),
          },
  }));
}

export async function rolloversPage(
  tx: Transaction,
  { seen, today }: BesideCommittee,
): Promise<RolloverDto[]> {
  const { jurisdiction, id, reference, context } = seen;
  const { values } = context.policy === null ? reference.policyOn(today) : reference.policy(context.policy);
  const rows = await tx.query<RolloverRow>(ROLLOVERS, [jurisdiction, id]);
  return rows.map(({ bank, amount, renewalAmount, ...row }) => ({
    ...row,
    bank: namedOrganization(reference, bank, today),
    amount: formatYuan(BigInt(amount)),
    renewalAmount: renewalAmount === null ? null : formatYuan(BigInt(renewalAmount)),
    reminders: reminderDays(row.maturity, values),
  }));
}
