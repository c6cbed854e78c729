import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { CommitteeEventOf } from '../../../workflows/committee/committee.events.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { keyOf } from './move-key.js';

const DEFAULT_MINUTES = 120;

/** Called anew, or changed: every change raises the sequence that calendars go by. */
const CALL: Statement = {
  name: 'call-meeting',
  text: `insert into meeting as m (jurisdiction, committee, id, meeting_on, begins_at, duration_minutes, place, way, agenda, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (jurisdiction, id) do update set meeting_on = excluded.meeting_on, begins_at = excluded.begins_at,
      duration_minutes = excluded.duration_minutes, place = excluded.place, way = excluded.way, agenda = excluded.agenda,
      sequence = m.sequence + 1, changed_at = excluded.changed_at`,
};

const CANCEL: Statement = {
  name: 'cancel-meeting',
  text: `update meeting set status = 'cancelled', cancel_reason = $4, sequence = sequence + 1, changed_at = $5
    where jurisdiction = $1 and committee = $2 and id = $3`,
};

/** Recorded anew, they are a new version, which is answered anew; whoever records them stands by them. */
const RECORD: Statement = {
  name: 'record-minutes',
  text: `with recorded as (
      update meeting set status = 'held', minutes = $4, present = $5, minutes_version = minutes_version + 1, minutes_at = $6
      where jurisdiction = $1 and committee = $2 and id = $3 returning minutes_version
    )
    insert into meeting_minutes_answer (jurisdiction, committee, meeting, minutes_version, bank, answer, answered_at)
    select $1, $2, $3, r.minutes_version, b.bank, 'confirmed', $6 from recorded r
      join committee_member b on b.jurisdiction = $1 and b.committee = $2 and b.bank = $7`,
};

const ANSWER: Statement = {
  name: 'answer-minutes',
  text: `insert into meeting_minutes_answer (jurisdiction, committee, meeting, minutes_version, bank, answer, text, answered_at)
    select $1, $2, $3, m.minutes_version, $4, $5, $6, $7 from meeting m
    where m.jurisdiction = $1 and m.committee = $2 and m.id = $3`,
};

/** Silence is recorded as such, and is no consent. */
const SILENT: Statement = {
  name: 'record-silence',
  text: `insert into meeting_minutes_answer (jurisdiction, committee, meeting, minutes_version, bank, answer, answered_at)
    select $1, $2, $3, m.minutes_version, b.bank, 'silent', $4 from meeting m
      join committee_member b on b.jurisdiction = m.jurisdiction and b.committee = m.committee
        and b.member_from is not null and b.member_until is null
    where m.jurisdiction = $1 and m.committee = $2 and m.id = $3
    on conflict do nothing`,
};

export function writeCalled(
  tx: Transaction,
  move: Move,
  { payload, facts, at }: CommitteeEventOf<'CALL_MEETING'>,
): void {
  const { on, at: begins, durationMinutes = DEFAULT_MINUTES, place, way, agenda } = payload;
  tx.send(CALL, [...keyOf(move), facts.meeting, on, begins, durationMinutes, place, way, agenda, at]);
}

export function writeCancelled(
  tx: Transaction,
  move: Move,
  { payload, at }: CommitteeEventOf<'CANCEL_MEETING'>,
): void {
  tx.send(CANCEL, [...keyOf(move), payload.meeting, payload.reason, at]);
}

export function writeMinutes(
  tx: Transaction,
  move: Move,
  { payload, at, actor }: CommitteeEventOf<'RECORD_MINUTES'>,
): void {
  const { meeting, text, present } = payload;
  tx.send(RECORD, [...keyOf(move), meeting, text, present, at, actor.organization]);
}

export function writeAnswer(
  tx: Transaction,
  move: Move,
  event: CommitteeEventOf<'CONFIRM_MINUTES' | 'OBJECT_MINUTES'>,
): void {
  const [answer, text] =
    event.type === 'OBJECT_MINUTES' ? ['objected', event.payload.text] : ['confirmed', null];
  const { meeting } = event.payload;
  tx.send(ANSWER, [...keyOf(move), meeting, event.actor.organization, answer, text, event.at]);
}

/** The minutes were open before this event; in the light form they stay so, and nobody's silence is told yet. */
export function writeSilence(tx: Transaction, move: Move): void {
  const { minutes } = move.before.context as CommitteeContext;
  const { minutes: left } = move.next.context as CommitteeContext;
  if (minutes !== null && left === null) tx.send(SILENT, [...keyOf(move), minutes.meeting, move.event.at]);
}
