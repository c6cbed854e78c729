import type { CommitteeEventType } from '../../../workflows/committee/committee.events.js';
import type { ProcessEvent } from '../../../workflows/process.js';
import {
  AGREEMENT,
  ANPING,
  CITONG,
  CREDITOR,
  type Difference,
  delegateOf,
  HAISI,
  MEMBER,
} from '../../../workflows/proof/committee.samples.js';
import { active, type Committee, SITUATIONS } from './situations.js';

/** One guard at yes and at no: the same event, and what makes the difference. */
export interface GuardCase {
  event: CommitteeEventType;
  guard: string;
  code: string;
  refused: { committee: Committee; event: ProcessEvent };
  taken: { committee: Committee; event: ProcessEvent };
}

function guardCase<Type extends CommitteeEventType>(
  type: Type,
  guard: string,
  code: string,
  committee: Committee,
  refused: Difference<Type>,
  taken: Difference<Type> = {},
  takenAt: Committee = committee,
): GuardCase {
  return {
    event: type,
    guard,
    code,
    refused: { committee, event: committee.event(type, refused) },
    taken: { committee: takenAt, event: takenAt.event(type, taken) },
  };
}

const { proposed, forming, electing, signing } = SITUATIONS;
const born = SITUATIONS['proposed, just born']();
const anew = SITUATIONS['electing anew']();
const open = SITUATIONS['active, minutes open']();
const two = [{ organization: 'jinli' }, { organization: 'citong' }];
const light = { form: 'light' as const, creditors: two };
const stranger = delegateOf('quanshan');
const outsider = { ...MEMBER, member: false };
const uninvited = { invited: false, claim: null, confirmed: false, signed: false, member: false };
const past = { existing: { on: '2026-06-20', recorded: true } };

export const GUARD_CASES: readonly GuardCase[] = [
  guardCase('PROPOSE', 'oneHeadPerBank', 'bank-listed-twice', born, {
    payload: {
      creditors: [...two, { organization: 'haisi' }, { organization: 'haisi', unit: 'jinjiang' }],
    },
  }),
  guardCase('PROPOSE', 'creditorsKnown', 'creditor-unknown', born, { facts: { unknown: ['haisi'] } }),
  guardCase('PROPOSE', 'enoughCreditors', 'too-few-creditors', born, { payload: { creditors: two } }),
  guardCase(
    'PROPOSE',
    'enoughCreditors',
    'too-few-creditors',
    born,
    { payload: { ...light, creditors: [{ organization: 'jinli' }] } },
    { payload: light },
  ),
  guardCase('PROPOSE', 'firmIsNoFinancialInstitution', 'firm-is-financial', born, {
    facts: { firmIsFinancial: true },
  }),
  guardCase(
    'PROPOSE',
    'noOtherCommittee',
    'committee-exists',
    born,
    { facts: { openCommittee: true } },
    { payload: light, facts: { openCommittee: true } },
  ),
  guardCase(
    'PROPOSE',
    'proposerIsCreditor',
    'proposer-not-creditor',
    born,
    { actor: stranger },
    { actor: delegateOf('finance', 'finance.reviewer') },
  ),
  guardCase(
    'PROPOSE',
    'leadIsCreditor',
    'lead-not-creditor',
    born,
    { payload: { ...light, lead: 'haisi' } },
    { payload: { ...light, lead: 'citong' } },
  ),
  guardCase('PROPOSE', 'reasonGiven', 'reason-missing', born, { payload: { reason: ' ' } }),
  guardCase('INVITE', 'isProposer', 'not-the-proposer', proposed(), { actor: CITONG }),
  guardCase('INVITE', 'oneHeadPerBank', 'bank-listed-twice', forming(), {
    payload: { creditors: [{ organization: 'anping' }, { organization: 'anping' }] },
  }),
  guardCase('INVITE', 'creditorsKnown', 'creditor-unknown', forming(), {
    payload: { creditors: [{ organization: 'anping' }] },
    facts: { unknown: ['anping'] },
  }),
  guardCase('INVITE', 'notInvitedBefore', 'invited-before', forming(), {
    payload: { creditors: [{ organization: 'haisi', unit: 'shishi' }] },
    facts: { alreadyInvited: ['haisi'] },
  }),
  guardCase('DECLARE_CLAIM', 'isInvited', 'not-invited', forming(), { facts: { standing: uninvited } }),
  guardCase(
    'DECLARE_CLAIM',
    'declaredByNoOtherUnit',
    'bank-declared-already',
    forming(),
    { facts: { standing: CREDITOR, declaredByUnit: 'jinjiang', unit: 'shishi' } },
    { facts: { standing: CREDITOR, declaredByUnit: 'jinjiang', unit: 'jinjiang' } },
  ),
  guardCase('DECLARE_CLAIM', 'claimHolds', 'claim-not-positive', forming(), {
    payload: { deposits: '6500000.00' },
  }),
  guardCase('DECLARE_CLAIM', 'documentsGiven', 'documents-missing', forming(), {
    payload: { documents: [] },
  }),
  guardCase('WILLING', 'isInvited', 'not-invited', forming(), { facts: { standing: uninvited } }),
  guardCase('WILLING', 'hasClaim', 'claim-missing', forming(), {
    facts: { standing: { ...CREDITOR, claim: null } },
  }),
  guardCase('DECLINE', 'isInvited', 'not-invited', forming(), { facts: { standing: uninvited } }),
  guardCase('CONFIRM_CLAIMS', 'isProposer', 'not-the-proposer', forming(), { actor: CITONG }),
  guardCase('CONFIRM_CLAIMS', 'recordDateNotInFuture', 'record-date-in-future', forming(), {
    payload: { recordDate: '2026-06-11' },
  }),
  guardCase(
    'CONFIRM_CLAIMS',
    'enoughClaims',
    'too-few-claims',
    forming(),
    { facts: { declared: 2 } },
    { facts: { declared: 3 } },
  ),
  guardCase('ELECT', 'mayVote', 'not-a-voter', electing(), {
    facts: { standing: { ...CREDITOR, confirmed: false } },
  }),
  guardCase('ELECT', 'mayVote', 'not-a-voter', anew, { facts: { standing: CREDITOR } }),
  guardCase('ELECT', 'candidateHasClaim', 'candidate-without-claim', electing(), {
    facts: { candidate: { willing: true, confirmed: false, signed: false } },
  }),
  guardCase('ELECT', 'candidateIsWilling', 'candidate-unwilling', electing(), {
    facts: { candidate: { willing: false, confirmed: true, signed: false } },
  }),
  guardCase('ELECT', 'candidateHasSigned', 'candidate-not-signer', anew, {
    facts: { candidate: { willing: true, confirmed: true, signed: false } },
  }),
  guardCase('NAME_VICE_CHAIRS', 'isChair', 'not-the-chair', active(), { actor: CITONG }),
  guardCase('NAME_VICE_CHAIRS', 'viceChairsAreFit', 'not-a-member', active(), {
    facts: { unfit: ['haisi'] },
  }),
  guardCase('NAME_VICE_CHAIRS', 'viceChairsAreFit', 'chair-is-vice', active(), {
    payload: { viceChairs: ['jinli'] },
  }),
  guardCase('NAME_VICE_CHAIRS', 'viceChairsAreFit', 'bank-listed-twice', active(), {
    payload: { viceChairs: ['haisi', 'haisi'] },
  }),
  guardCase('NAME_VICE_CHAIRS', 'viceChairsAreFit', 'too-many-vice-chairs', active(), {
    payload: { viceChairs: ['a', 'b', 'c', 'd', 'e', 'f'] },
  }),
  guardCase('DRAFT_AGREEMENT', 'draftsAgreement', 'not-the-drafter', signing(), { actor: CITONG }),
  guardCase('DRAFT_AGREEMENT', 'nobodyHasSigned', 'agreement-signed', signing(), { facts: { signed: 1 } }),
  guardCase('DRAFT_AGREEMENT', 'agreementHolds', 'window-out-of-range', signing(), {
    payload: { agreement: { ...AGREEMENT, windows: { ...AGREEMENT.windows, voteWd: 0 } } },
  }),
  guardCase('SIGN', 'hasConfirmedClaim', 'not-a-signer', signing(), {
    facts: { standing: { ...CREDITOR, confirmed: false } },
  }),
  guardCase('SIGN', 'notSignedYet', 'signed-before', signing(), { facts: { standing: MEMBER } }),
  guardCase('SIGN', 'signsThisDraft', 'agreement-changed', signing().send('DRAFT_AGREEMENT'), {
    payload: { agreement: 0 },
  }),
  guardCase('SIGN', 'authorizationGiven', 'authorization-missing', signing(), {
    payload: { authorization: '' },
  }),
  guardCase('ABANDON', 'isProposerOrLeader', 'not-the-proposer', forming(), { actor: CITONG }),
  guardCase('ABANDON', 'reasonGiven', 'reason-missing', forming(), { payload: { reason: '' } }),
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
