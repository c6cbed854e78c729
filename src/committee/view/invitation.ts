import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { at } from '../../../workflows/calendar/civil-day.js';
import type { MeetingRow } from './meetings-page.js';

const SECONDS_A_MINUTE = 60_000;

/** Whose meeting it is, as a calendar shows it. */
export interface Invited {
  firm: string;
  /** The chair, or the lead bank of a light form. */
  chair: string;
  formLabel: string;
  host: string;
}

/**
 * 会议邀请 as iCalendar (RFC 5545): the meeting's id is its UID for good, its sequence rises with every change, and a cancelled
 * meeting is taken out of calendars by METHOD:CANCEL. Times are UTC, so that no calendar needs to know a zone.
 */
export function invitationOf(meeting: MeetingRow, { firm, chair, formLabel, host }: Invited): string {
  const cancelled = meeting.status === 'cancelled';
  const start = new Date(at(meeting.on, meeting.at));
  const calendar = ical({
    prodId: { company: 'Wendai', product: 'committee', language: 'ZH' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${meeting.id}@${host}`,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    start,
    end: new Date(start.getTime() + meeting.durationMinutes * SECONDS_A_MINUTE),
    summary: `${firm}${formLabel}会议`,
    location: meeting.place,
    description: meeting.agenda.map((item, index) => `${String(index + 1)}. ${item}`).join('\n'),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Calendars ask for an address; nobody is to answer to one.
    organizer: { name: chair, email: `committee@${host}` },
  });
  return calendar.toString();
}
