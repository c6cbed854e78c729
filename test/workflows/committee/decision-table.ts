import type { CommitteeEventType } from '../../../workflows/committee/committee.events.js';
import type { Situation } from './situations.js';

/** Taken or recorded wherever a committee is not final. */
const messages: readonly CommitteeEventType[] = [
  'RESOLUTION.CARRIED',
  'STANDSTILL.STARTED',
  'STANDSTILL.ENDED',
  'SUPPORT.ENDED',
  'COURT.ACCEPTED',
  'COURT.DISMISSED',
  'COURT.CLOSED',
];

const meetings: readonly CommitteeEventType[] = [
  'SCHEDULE_ROLLOVER',
  'ROLLOVER_DONE',
  'CALL_MEETING',
  'CANCEL_MEETING',
  'RECORD_MINUTES',
  'CONFIRM_MINUTES',
  'OBJECT_MINUTES',
  'DEADLINE.record',
  'DEADLINE.minutes',
  'DEADLINE.rollover',
];

const electing: readonly CommitteeEventType[] = [
  ...messages,
  'ELECT',
  'WILLING',
  'DECLINE',
  'DRAFT_AGREEMENT',
  'ABANDON',
  'DEADLINE.elect',
];

const active: readonly CommitteeEventType[] = [
  ...messages,
  ...meetings,
  'DECLARE_CLAIM',
  'NAME_VICE_CHAIRS',
  'SET_STRATEGY',
  'ACCEDE',
  'TRANSFER_CLAIM',
  'WIND_UP',
];

/** processes.md §5 by hand: which events each situation takes, every other one being answered with 409. */
export const TAKEN: Readonly<Record<Situation, readonly CommitteeEventType[]>> = {
  'proposed, just born': [...messages, 'PROPOSE'],
  proposed: [...messages, 'INVITE', 'ABANDON', 'DEADLINE.propose'],
  forming: [
    ...messages,
    'INVITE',
    'DECLARE_CLAIM',
    'WILLING',
    'DECLINE',
    'DRAFT_AGREEMENT',
    'CONFIRM_CLAIMS',
    'ABANDON',
    'DEADLINE.claims',
  ],
  electing,
  'electing anew': electing,
  signing: [...messages, 'DRAFT_AGREEMENT', 'SIGN', 'ABANDON', 'DEADLINE.sign'],
  active,
  'active, minutes open': active,
  'active, light form': [...messages, ...meetings, 'INVITE', 'WIND_UP'],
  winding: [...messages, 'DEADLINE.wind'],
  judicial: messages,
  dissolved: [],
  notFounded: [],
};
