import {
  ANPING,
  CITONG,
  CREDITOR,
  delegateOf,
  HAISI,
  MEMBER,
} from '../../../workflows/proof/committee.samples.js';
import { type GuardCase, guardCase } from './guard-case.js';
import { active, SITUATIONS } from './situations.js';

const open = SITUATIONS['active, minutes open']();
const outsider = { ...MEMBER, member: false };
const past = { existing: { on: '2026-06-20', recorded: true } };

export const GUARD_CASES_OF_WORK: readonly GuardCase[] = [
  guardCase('SET_STRATEGY', 'isChair', 'not-the-chair', active(), { actor: CITONG }),
  guardCase(
    'SET_STRATEGY',
    'strategyIsOpen',
    'strategy-needs-resolution',
    active().send('SET_STRATEGY'),
    {},
    {},
    active(),
  ),
  guardCase('ACCEDE', 'isNoMember', 'member-already', active(), { facts: { standing: MEMBER } }),
  guardCase('ACCEDE', 'hasClaim', 'claim-missing', active(), {
    facts: { standing: { ...CREDITOR, claim: '0.00' } },
  }),
  guardCase('ACCEDE', 'signsThisDraft', 'agreement-changed', active(), { payload: { agreement: 7 } }),
  guardCase('ACCEDE', 'authorizationGiven', 'authorization-missing', active(), {
    payload: { authorization: ' ' },
  }),
  guardCase('TRANSFER_CLAIM', 'isMember', 'not-a-member', active(), {
    actor: ANPING,
    facts: { standing: outsider },
    payload: { to: 'haisi' },
  }),
  guardCase(
    'TRANSFER_CLAIM',
    'transferHolds',
    'amount-exceeds-claim',
    active(),
    { payload: { amount: '6000000.01' } },
    { payload: { amount: '6000000.00' } },
  ),
  guardCase('TRANSFER_CLAIM', 'transferHolds', 'amount-not-positive', active(), {
    payload: { amount: '0.00' },
  }),
  guardCase('TRANSFER_CLAIM', 'transferHolds', 'creditor-unknown', active(), {
    facts: { buyerKnown: false },
  }),
  guardCase('TRANSFER_CLAIM', 'transferHolds', 'transfer-to-itself', active(), {
    payload: { to: 'haisi' },
  }),
  guardCase('TRANSFER_CLAIM', 'transferIsAfterRecord', 'date-in-future', active(), {
    payload: { on: '2026-06-11' },
  }),
  guardCase(
    'TRANSFER_CLAIM',
    'transferIsAfterRecord',
    'before-record-date',
    active(),
    { payload: { on: '2026-05-31' } },
    { payload: { on: '2026-06-01' } },
  ),
  guardCase(
    'SCHEDULE_ROLLOVER',
    'schedulesOwnLoan',
    'not-your-loan',
    active(),
    { actor: HAISI },
    { actor: delegateOf('jinli') },
  ),
  guardCase('SCHEDULE_ROLLOVER', 'loanOfMember', 'not-a-member', active(), { facts: { ofMember: false } }),
  guardCase(
    'SCHEDULE_ROLLOVER',
    'scheduleHolds',
    'maturity-past',
    active(),
    { payload: { maturity: '2026-06-10' } },
    { payload: { maturity: '2026-06-11' } },
  ),
  guardCase('SCHEDULE_ROLLOVER', 'scheduleHolds', 'amount-not-positive', active(), {
    payload: { amount: '-1' },
  }),
  guardCase('SCHEDULE_ROLLOVER', 'scheduleHolds', 'renewal-ends-early', active(), {
    payload: { renewal: { amount: '3000000.00', until: '2026-08-15' } },
  }),
  guardCase('ROLLOVER_DONE', 'endsOwnLoan', 'not-your-loan', active(), { actor: HAISI }),
  guardCase('ROLLOVER_DONE', 'rolloverIsOpen', 'rollover-unknown', active(), { facts: { rollover: null } }),
  guardCase('CALL_MEETING', 'isChair', 'not-the-chair', active(), { actor: CITONG }),
  guardCase('CALL_MEETING', 'changedMeetingIsKnown', 'meeting-unknown', active(), {
    payload: { meeting: 'meeting-9' },
  }),
  guardCase(
    'CALL_MEETING',
    'noticeIsLongEnough',
    'notice-too-short',
    active(),
    { payload: { on: '2026-06-14' } },
    { payload: { on: '2026-06-15' } },
  ),
  guardCase('CALL_MEETING', 'agendaGiven', 'agenda-missing', active(), { payload: { agenda: [''] } }),
  guardCase('CANCEL_MEETING', 'isChair', 'not-the-chair', active(), { actor: CITONG }),
  guardCase('CANCEL_MEETING', 'meetingIsKnown', 'meeting-unknown', active(), { facts: { existing: null } }),
  guardCase('CANCEL_MEETING', 'meetingIsNotRecorded', 'meeting-held', active(), { facts: past }),
  guardCase('RECORD_MINUTES', 'isChair', 'not-the-chair', active(), { actor: CITONG }),
  guardCase('RECORD_MINUTES', 'meetingIsKnown', 'meeting-unknown', active(), { facts: { existing: null } }),
  guardCase('RECORD_MINUTES', 'meetingHasBegun', 'meeting-not-held', active(), {
    facts: { existing: { on: '2026-06-11', recorded: false } },
  }),
  guardCase('RECORD_MINUTES', 'noOtherMinutesOpen', 'minutes-open', open, {
    payload: { meeting: 'meeting-2' },
  }),
  guardCase('RECORD_MINUTES', 'minutesGiven', 'text-missing', active(), { payload: { text: '' } }),
  ...(['CONFIRM_MINUTES', 'OBJECT_MINUTES'] as const).flatMap((type) => [
    guardCase(type, 'isMember', 'not-a-member', open, { facts: { standing: outsider } }),
    guardCase(type, 'minutesAreOpen', 'minutes-closed', active(), {}, {}, open),
    guardCase(type, 'answersTheseMinutes', 'minutes-closed', open, { payload: { meeting: 'meeting-2' } }),
    guardCase(type, 'answeredNotYet', 'answered-before', open, { facts: { answered: true } }),
  ]),
  guardCase('OBJECT_MINUTES', 'objectionGiven', 'text-missing', open, { payload: { text: '' } }),
  ...windUpCases(),
];

function windUpCases(): GuardCase[] {
  const few = active().send('TRANSFER_CLAIM', { facts: { members: 2 } });
  return [
    guardCase('WIND_UP', 'isChair', 'not-the-chair', few, { actor: CITONG }),
    guardCase('WIND_UP', 'noVoteIsOpen', 'votes-open', few, { facts: { openResolutions: 2 } }),
    guardCase('WIND_UP', 'mayWindUp', 'dissolution-needs-resolution', active(), {}, {}, few),
    guardCase('WIND_UP', 'reasonGiven', 'reason-missing', few, { payload: { reason: '' } }),
  ];
}
