import {
  AGREEMENT,
  CITONG,
  CREDITOR,
  delegateOf,
  MEMBER,
} from '../../../workflows/proof/committee.samples.js';
import { type GuardCase, guardCase } from './guard-case.js';
import { active, SITUATIONS } from './situations.js';

const { proposed, forming, electing, signing } = SITUATIONS;
const born = SITUATIONS['proposed, just born']();
const anew = SITUATIONS['electing anew']();
const two = [{ organization: 'jinli' }, { organization: 'citong' }];
const light = { form: 'light' as const, creditors: two };
const stranger = delegateOf('quanshan');
const uninvited = { invited: false, claim: null, confirmed: false, signed: false, member: false };

export const GUARD_CASES_OF_FOUNDING: readonly GuardCase[] = [
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
  guardCase('PROPOSE', 'firmIsNotInCourt', 'firm-in-court', born, { facts: { inCourt: true } }),
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
  guardCase('DECLARE_CLAIM', 'declarerIsNoMember', 'member-already', active(), {
    facts: { standing: MEMBER },
  }),
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
];
