import type { Audience } from '../process.js';
import type { CommitteeContext } from './committee.context.js';
import type { CommitteeEventType } from './committee.events.js';

/**
 * Who may read what of a committee, in one table: `bank` is whoever was invited, `member` its signers, `office` the offices
 * alone. A bank that was not invited sees nothing at all. Claims are shown as far as the agreement shares them.
 */
export const FIELD_AUDIENCES: Readonly<Record<keyof CommitteeContext, Audience>> = {
  committee: 'bank',
  form: 'bank',
  proposer: 'bank',
  proposerRole: 'office',
  policy: 'bank',
  minCreditors: 'bank',
  recordDate: 'bank',
  chair: 'bank',
  chairBy: 'bank',
  viceChairs: 'bank',
  reelected: 'bank',
  agreement: 'bank',
  foundedOn: 'bank',
  members: 'bank',
  strategy: 'member',
  standstill: 'member',
  minutes: 'member',
  meetingOn: 'member',
  remindedOn: 'office',
  endedSent: 'office',
  beforeCourt: 'office',
};

export const EVENT_AUDIENCES: Readonly<Record<CommitteeEventType, Audience>> = {
  PROPOSE: 'bank',
  INVITE: 'bank',
  // What a bank has lent is shown with the claims, as far as the agreement shares them, and not here.
  DECLARE_CLAIM: 'office',
  WILLING: 'bank',
  DECLINE: 'bank',
  CONFIRM_CLAIMS: 'bank',
  ELECT: 'bank',
  NAME_VICE_CHAIRS: 'bank',
  DRAFT_AGREEMENT: 'bank',
  SIGN: 'bank',
  ABANDON: 'bank',
  SET_STRATEGY: 'member',
  ACCEDE: 'bank',
  TRANSFER_CLAIM: 'office',
  SCHEDULE_ROLLOVER: 'office',
  ROLLOVER_DONE: 'office',
  CALL_MEETING: 'member',
  CANCEL_MEETING: 'member',
  RECORD_MINUTES: 'member',
  CONFIRM_MINUTES: 'member',
  OBJECT_MINUTES: 'member',
  WIND_UP: 'bank',
  'RESOLUTION.CARRIED': 'member',
  'STANDSTILL.STARTED': 'member',
  'STANDSTILL.ENDED': 'member',
  'SUPPORT.ENDED': 'member',
  'COURT.ACCEPTED': 'bank',
  'COURT.DISMISSED': 'bank',
  'COURT.CLOSED': 'bank',
  'DEADLINE.propose': 'bank',
  'DEADLINE.claims': 'bank',
  'DEADLINE.elect': 'bank',
  'DEADLINE.sign': 'bank',
  'DEADLINE.wind': 'bank',
  'DEADLINE.record': 'bank',
  'DEADLINE.minutes': 'bank',
  'DEADLINE.rollover': 'office',
};

/** Also of a clock: who may read `DEADLINE.<name>` may see the deadline while it runs. An unknown type is for offices. */
export function audienceOf(eventType: string): Audience {
  const known = Object.entries(EVENT_AUDIENCES).find(([type]) => type === eventType);
  return known === undefined ? 'office' : known[1];
}
