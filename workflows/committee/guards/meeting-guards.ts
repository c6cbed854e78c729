import type { Guard, Refusal } from '../../process.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';
import { givesNotice } from '../meetings.js';

const CLAUSE = '债权人协议：会议与纪要';

export const noticeIsLongEnough: Guard<CommitteeContext, CommitteeEventOf<'CALL_MEETING'>> = {
  name: 'noticeIsLongEnough',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    givesNotice(payload.on, facts.earliest)
      ? []
      : [refusal('notice-too-short', '/on', `按约定的通知期，会议最早可定于${facts.earliest}，请改期。`)],
};

export const agendaGiven: Guard<CommitteeContext, CommitteeEventOf<'CALL_MEETING'>> = {
  name: 'agendaGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.agenda.some((item) => item.trim() !== '')
      ? []
      : [refusal('agenda-missing', '/agenda', '请列明会议议题。')],
};

/** A meeting that is changed must be known, and still lie ahead. */
export const changedMeetingIsKnown: Guard<CommitteeContext, CommitteeEventOf<'CALL_MEETING'>> = {
  name: 'changedMeetingIsKnown',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    payload.meeting === undefined || facts.existing !== null ? [] : [unknownMeeting()],
};

export const meetingIsKnown: Guard<
  CommitteeContext,
  CommitteeEventOf<'CANCEL_MEETING' | 'RECORD_MINUTES'>
> = {
  name: 'meetingIsKnown',
  needsPayload: true,
  judge: (_, { facts }) => (facts.existing === null ? [unknownMeeting()] : []),
};

export const meetingIsNotRecorded: Guard<CommitteeContext, CommitteeEventOf<'CANCEL_MEETING'>> = {
  name: 'meetingIsNotRecorded',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.existing?.recorded === true
      ? [refusal('meeting-held', '/meeting', '会议已有纪要，不能取消，请核对。')]
      : [],
};

export const meetingHasBegun: Guard<CommitteeContext, CommitteeEventOf<'RECORD_MINUTES'>> = {
  name: 'meetingHasBegun',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.existing !== null && facts.existing.on > facts.today
      ? [refusal('meeting-not-held', '/meeting', `会议定于${facts.existing.on}，请在会后录入纪要。`)]
      : [],
};

export const minutesGiven: Guard<CommitteeContext, CommitteeEventOf<'RECORD_MINUTES'>> = {
  name: 'minutesGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.text.trim() === '' ? [refusal('text-missing', '/text', '请填写会议纪要。')] : [],
};

/** One meeting's minutes are answered at a time; recorded again, those of the same meeting replace the former. */
export const noOtherMinutesOpen: Guard<CommitteeContext, CommitteeEventOf<'RECORD_MINUTES'>> = {
  name: 'noOtherMinutesOpen',
  needsPayload: true,
  judge: ({ minutes }, { payload }) =>
    minutes === null || minutes.meeting === payload.meeting
      ? []
      : [refusal('minutes-open', '/meeting', '上次会议的纪要尚待确认，请在确认后再录入。')],
};

type Answer = CommitteeEventOf<'CONFIRM_MINUTES' | 'OBJECT_MINUTES'>;

export const minutesAreOpen: Guard<CommitteeContext, Answer> = {
  name: 'minutesAreOpen',
  needsPayload: false,
  judge: ({ minutes }) =>
    minutes === null
      ? [refusal('minutes-closed', undefined, '目前没有待确认的会议纪要，如有意见请向主席单位提出。')]
      : [],
};

export const answersTheseMinutes: Guard<CommitteeContext, Answer> = {
  name: 'answersTheseMinutes',
  needsPayload: true,
  judge: ({ minutes }, { payload }) =>
    minutes === null || minutes.meeting === payload.meeting
      ? []
      : [refusal('minutes-closed', '/meeting', '该次会议的纪要不在确认期内，请核对会议。')],
};

export const answeredNotYet: Guard<CommitteeContext, Answer> = {
  name: 'answeredNotYet',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.answered ? [refusal('answered-before', undefined, '本机构已答复该次会议纪要，无须再答。')] : [],
};

export const objectionGiven: Guard<CommitteeContext, CommitteeEventOf<'OBJECT_MINUTES'>> = {
  name: 'objectionGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.text.trim() === '' ? [refusal('text-missing', '/text', '请写明异议内容。')] : [],
};

function unknownMeeting(): Refusal {
  return refusal('meeting-unknown', '/meeting', '没有该次会议或会议已取消，请核对。');
}

function refusal(code: string, pointer: string | undefined, message: string): Refusal {
  return { code, message, clause: CLAUSE, ...(pointer === undefined ? {} : { pointer }) };
}
