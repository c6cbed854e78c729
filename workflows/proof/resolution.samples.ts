import type { CivilDay, EventActor, ProcessEvent } from '../process.js';
import type { ResolutionContext } from '../resolution/resolution.context.js';
import {
  DEADLINES,
  type FactsOf,
  type PayloadOf,
  type ResolutionEventType,
} from '../resolution/resolution.events.js';
import type { CommitteeFact, VoteFacts } from '../resolution/resolution.facts.js';
import type { Subject } from '../resolution/subjects.js';
import type { TallyFigures } from '../resolution/tally-figures.js';

/** Days and figures of the samples: a committee of four, whose chair is `jinli`. Nothing depends on which they are. */
export const RESOLUTION_TODAY: CivilDay = '2026-06-10';
const AT = '2026-06-10T10:00:00+08:00';

const CHAIR = delegateOf('jinli');
const MEMBER = delegateOf('haisi');
const CLOCK: EventActor = { kind: 'clock' };
const OTHER_CASE: EventActor = { kind: 'case', case: 'other-case' };

export const COMMITTEE_OF_FOUR: CommitteeFact = { active: true, chair: 'jinli', viceChairs: ['citong'] };
const MEMBERS = ['jinli', 'citong', 'haisi', 'anping'];

export const PASSED: TallyFigures = {
  passed: true,
  reasons: [],
  heads: 4,
  forHeads: 3,
  againstHeads: 1,
  abstainHeads: 0,
  silentHeads: 0,
  neededHeads: 3,
  totalClaims: '40000000.00',
  forClaims: '30000000.00',
  neededClaims: '26666666.67',
};
export const FAILED: TallyFigures = {
  ...PASSED,
  passed: false,
  reasons: ['headsBelowMajority'],
  forHeads: 2,
  againstHeads: 2,
};

/** Subjects that go different ways: for a time, once, into another resolution, decided by the chair. */
export const STANDSTILL: Subject = { type: 'standstill', days: 90 };
export const REFERRAL = { filing: 'filing-1', revision: 1, referral: 1, bank: 'haisi', amount: '6000000.00' };

export function delegateOf(organization: string): EventActor {
  return { kind: 'person', person: `${organization}-delegate`, organization, role: 'bank.delegate' };
}

interface Sample<Type extends ResolutionEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
}

/** How an event differs from the ordinary one. */
export interface ResolutionDifference<Type extends ResolutionEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
  actor?: EventActor;
}

/** An event as it ordinarily comes: from whom it comes, with a payload that fits the case and the facts that it needs. */
export function resolutionSample<Type extends ResolutionEventType>(
  type: Type,
  context: ResolutionContext,
  difference: ResolutionDifference<Type> = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const ordinary: Sample<Type> = SAMPLES[type](context);
  return {
    type,
    payload: { ...ordinary.payload, ...difference.payload },
    facts: { ...ordinary.facts, ...difference.facts },
    at: AT,
    actor: difference.actor ?? ordinary.actor,
  };
}

/** The event of a clock that strikes. */
export function resolutionStrike(clock: string, context: ResolutionContext): ProcessEvent {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return resolutionSample(`DEADLINE.${name}`, context);
}

const days = { day: RESOLUTION_TODAY, today: RESOLUTION_TODAY };
const members = { ...days, members: MEMBERS };
const committee = { ...days, committee: COMMITTEE_OF_FOUR, member: true };
const birth = {
  ...committee,
  self: 'resolution-1',
  of: 'committee-1',
  number: '泉债决〔2026〕3号',
  policy: {
    id: 'policy-1',
    values: { validityDays: 90 },
  },
  agreement: {
    windows: { draftWd: 2, noticeWd: 3, voteWd: 10, extensionWd: 5 },
    standstill: { days: 90, extensionDays: 90 },
  },
  target: null,
  namedHolds: true,
};
const entitled = { heads: 4, claims: '40000000.00' };
const voter = {
  entitled: true,
  speaks: 'itself',
  authorized: true,
  votedItself: false,
  hasBallot: true,
} as const;
const voterFacts = { ...days, voter };

function vote(change: Partial<VoteFacts> = {}): VoteFacts {
  return {
    ...members,
    turnout: { heads: 1, claims: '10000000.00' },
    missingPapers: 0,
    complete: false,
    tally: null,
    supersedes: null,
    ...change,
  };
}

function byChair<Payload extends object>(payload: Payload) {
  return { payload, facts: committee, actor: CHAIR };
}

function byMember<Payload extends object>(payload: Payload) {
  return { payload, facts: voterFacts, actor: MEMBER };
}

function message<Payload extends object>(payload: Payload) {
  return { payload, facts: members, actor: OTHER_CASE };
}

function clock() {
  return { payload: {}, facts: members, actor: CLOCK };
}

/** A clock closes the vote with its count; ordinary samples have it carried. */
function closing() {
  return { payload: {}, facts: vote({ tally: PASSED }), actor: CLOCK };
}

const reason = '情况说明';
const document = 'd'.repeat(64);

const SAMPLES: { readonly [Type in ResolutionEventType]: (context: ResolutionContext) => Sample<Type> } = {
  'RESOLUTION.DRAFTED': () => ({
    payload: { subject: STANDSTILL, askedBy: 'haisi', title: '设立稳定期', text: '设立稳定期九十天。' },
    facts: birth,
    actor: MEMBER,
  }),
  'FILING.REFERRED': () => ({ payload: REFERRAL, facts: birth, actor: OTHER_CASE }),
  NOTICE: () => ({
    payload: {},
    facts: { ...committee, recordDate: RESOLUTION_TODAY, entitled, rule: null, openVoting: false },
    actor: CHAIR,
  }),
  DROP: () => byChair({ reason }),
  DECIDE: () => byChair({ carried: true, text: '会议改期。' }),
  DECLARE_CONFLICT: () => ({
    payload: { reason },
    facts: { ...voterFacts, entitled: { heads: 3, claims: '30000000.00' } },
    actor: MEMBER,
  }),
  RECORD_CONFLICT: () => ({
    payload: { member: 'haisi', reason, document: '工商登记查询单〔2026〕5号' },
    facts: { ...committee, ...vote(), voter, entitled: { heads: 3, claims: '30000000.00' } },
    actor: CHAIR,
  }),
  NAME_PROXY: () => ({
    payload: { holder: 'anping', document },
    facts: { ...voterFacts, holderHolds: true },
    actor: MEMBER,
  }),
  REVOKE_PROXY: () => byMember({}),
  CAST_BALLOT: () => ({
    payload: { member: 'haisi', commitment: 'c'.repeat(64) },
    facts: { ...vote(), voter },
    actor: MEMBER,
  }),
  ATTACH_PAPER: () => ({
    payload: { member: 'haisi', document },
    facts: { ...vote(), voter },
    actor: MEMBER,
  }),
  STATE_PENDING_APPROVAL: () => byMember({ expectedOn: '2026-06-20' }),
  EXTEND_VOTE: () => byChair({ reason }),
  BREACH: () => ({
    payload: { member: 'anping', text: '稳定期内收回贷款。' },
    facts: { ...committee, membersTold: true, memberHolds: true },
    actor: CHAIR,
  }),
  'REFERRAL.LEFT': ({ subject }) =>
    message(subject?.type === 'consent' ? { ...subject } : { filing: 'another', revision: 1, referral: 1 }),
  'STANDSTILL.BREACHED': ({ resolution }) => ({
    payload: {
      kind: 'standstill',
      detail: { standstill: resolution, consentCap: null, amount: '6000000.00' },
      filing: 'filing-1',
      bank: 'haisi',
    },
    facts: { ...committee, membersTold: true, memberHolds: true },
    actor: OTHER_CASE,
  }),
  'COMMITTEE.ENDED': (context) => ({
    ...message({ committee: context.committee }),
    facts: { ...members, courtAccepted: false },
  }),
  'COURT.ACCEPTED': () => message({ caseNo: '（2026）闽05破申1号' }),
  EXTEND_TERM: () => message({ by: 'resolution-2', days: 90 }),
  RESCIND: () => message({ by: 'resolution-2' }),
  SUPERSEDE: () => message({ by: 'resolution-2' }),
  'DEADLINE.draft': clock,
  'DEADLINE.notice': clock,
  'DEADLINE.vote': closing,
  'DEADLINE.extend': closing,
  'DEADLINE.sealedPaper': closing,
  'DEADLINE.term': clock,
};
