import { agreementOf } from '../committee/agreement.js';
import type { CommitteeContext } from '../committee/committee.context.js';
import {
  type CommitteeEventType,
  DEADLINES,
  type FactsOf,
  type PayloadOf,
} from '../committee/committee.events.js';
import type { Standing } from '../committee/committee.facts.js';
import type { CivilDay, EventActor, ProcessEvent, Role } from '../process.js';
import { DEFAULT_POLICY } from '../rules/policy.js';

/** Days of the samples. Nothing depends on which they are. */
export const SAMPLE_TODAY: CivilDay = '2026-06-10';
const SAMPLE_AT = '2026-06-10T10:00:00+08:00';

/** Three creditors found it; a fourth does not sign. */
export const JINLI = delegateOf('jinli');
export const CITONG = delegateOf('citong');
export const HAISI = delegateOf('haisi');
export const ANPING = delegateOf('anping');
export const FINANCE_LEADER: EventActor = {
  kind: 'person',
  person: 'finance-leader',
  organization: 'finance',
  role: 'finance.leader',
};
export const CLOCK: EventActor = { kind: 'clock' };
export const OTHER_CASE: EventActor = { kind: 'case', case: 'other-case' };

export const AGREEMENT = agreementOf(DEFAULT_POLICY);

export function delegateOf(organization: string, role: Role = 'bank.delegate'): EventActor {
  return { kind: 'person', person: `${organization}.delegate`, organization, role };
}

export interface Sample<Type extends CommitteeEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
}

/** How an event differs from the ordinary one. */
export interface Difference<Type extends CommitteeEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
  actor?: EventActor;
}

/** An event as it ordinarily comes: from whom it comes, with a payload that fits the case and the facts that it needs. */
export function sampleOf<Type extends CommitteeEventType>(
  type: Type,
  context: CommitteeContext,
  difference: Difference<Type> = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const ordinary: Sample<Type> = SAMPLES[type](context);
  return {
    type,
    payload: { ...ordinary.payload, ...difference.payload },
    facts: { ...ordinary.facts, ...difference.facts },
    at: SAMPLE_AT,
    actor: difference.actor ?? ordinary.actor,
  };
}

/** The event of a clock that strikes. */
export function strikeOf(clock: string, context: CommitteeContext): ProcessEvent {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return sampleOf(`DEADLINE.${name}`, context);
}

const days = { day: SAMPLE_TODAY, today: SAMPLE_TODAY };
const reason = '贷款余额较大，生产经营正常，资金周转暂时困难。';

export const MEMBER: Standing = {
  invited: true,
  claim: '6000000.00',
  confirmed: true,
  signed: true,
  member: true,
};
export const CREDITOR: Standing = { ...MEMBER, signed: false, member: false };
const INVITED: Standing = { ...CREDITOR, claim: null, confirmed: false };

const standing = { ...days, standing: MEMBER };
const creditor = { ...days, standing: CREDITOR };

function chairOf({ chair }: CommitteeContext): EventActor {
  return chair === null ? JINLI : delegateOf(chair);
}

function clock() {
  return { payload: {}, facts: days, actor: CLOCK };
}

function message<Payload extends object>(payload: Payload) {
  return { payload, facts: days, actor: OTHER_CASE };
}

const SAMPLES: { readonly [Type in CommitteeEventType]: (context: CommitteeContext) => Sample<Type> } = {
  PROPOSE: () => ({
    payload: {
      form: 'full',
      creditors: [{ organization: 'jinli' }, { organization: 'citong' }, { organization: 'haisi' }],
      reason,
    },
    facts: {
      ...days,
      policy: { id: 'policy-1', values: { committeeMinCreditors: 3 } },
      unknown: [],
      firmIsFinancial: false,
      inCourt: false,
      openCommittee: false,
    },
    actor: JINLI,
  }),
  INVITE: ({ proposer }) => ({
    payload: {},
    facts: { ...days, unknown: [], alreadyInvited: [], creditors: 4 },
    actor: delegateOf(proposer ?? 'jinli'),
  }),
  DECLARE_CLAIM: () => ({
    payload: {
      principal: '8000000.00',
      pledgedMargin: '1500000.00',
      deposits: '500000.00',
      basis: 'loan',
      documents: ['借款合同〔2026〕12号'],
      willingToChair: true,
    },
    facts: { ...days, standing: INVITED, declaredByUnit: null, unit: null },
    actor: CITONG,
  }),
  WILLING: () => ({ payload: {}, facts: creditor, actor: CITONG }),
  DECLINE: () => ({ payload: {}, facts: creditor, actor: CITONG }),
  CONFIRM_CLAIMS: ({ proposer }) => ({
    payload: { recordDate: SAMPLE_TODAY },
    facts: { ...days, declared: 4 },
    actor: delegateOf(proposer ?? 'jinli'),
  }),
  ELECT: ({ reelected }) => ({
    payload: { chair: reelected ? 'citong' : 'jinli' },
    facts: {
      ...(reelected ? standing : creditor),
      candidate: { willing: true, confirmed: true, signed: reelected },
      counts: { forClaims: '18000000.00', totalClaims: '24000000.00', forHeads: 3, heads: 4 },
      majority: AGREEMENT.majorities.major,
    },
    actor: CITONG,
  }),
  NAME_VICE_CHAIRS: (context) => ({
    payload: { viceChairs: ['haisi'] },
    facts: { ...standing, unfit: [] },
    actor: chairOf(context),
  }),
  DRAFT_AGREEMENT: ({ proposer, chair }) => ({
    payload: { agreement: AGREEMENT },
    facts: { ...creditor, signed: 0 },
    actor: delegateOf(chair ?? proposer ?? 'jinli'),
  }),
  SIGN: ({ agreement }) => ({
    payload: { agreement, authorization: '授权书〔2026〕3号' },
    facts: { ...creditor, signed: 4, unsigned: 0, chairSigned: true },
    actor: CITONG,
  }),
  ABANDON: ({ proposer }) => ({
    payload: { reason },
    facts: days,
    actor: delegateOf(proposer ?? 'jinli'),
  }),
  SET_STRATEGY: (context) => ({
    payload: { strategy: 'stabilise' },
    facts: standing,
    actor: chairOf(context),
  }),
  ACCEDE: ({ agreement, members }) => ({
    payload: { agreement, authorization: '授权书〔2026〕9号' },
    facts: { ...creditor, members: members + 1 },
    actor: ANPING,
  }),
  TRANSFER_CLAIM: ({ members }) => ({
    payload: { to: 'anping', amount: '1000000.00', on: SAMPLE_TODAY },
    facts: { ...standing, buyerKnown: true, claimOn: '2026-05-31', left: '5000000.00', members },
    actor: HAISI,
  }),
  SCHEDULE_ROLLOVER: () => ({
    payload: { bank: 'citong', loan: '流贷〔2025〕88号', amount: '3000000.00', maturity: '2026-08-15' },
    facts: { ...standing, ofMember: true, nextReminder: '2026-07-16' },
    actor: CITONG,
  }),
  ROLLOVER_DONE: () => ({
    payload: { rollover: 'rollover-1', outcome: 'renewed' },
    facts: { ...standing, rollover: { bank: 'citong' }, nextReminder: null },
    actor: CITONG,
  }),
  CALL_MEETING: (context) => ({
    payload: {
      on: '2026-06-20',
      at: '09:30',
      durationMinutes: 120,
      place: '市金融监管局三楼会议室',
      way: 'onSite',
      agenda: ['稳定期安排'],
    },
    facts: {
      ...standing,
      meeting: 'meeting-1',
      existing: null,
      earliest: '2026-06-15',
      nextMeeting: '2026-06-20',
    },
    actor: chairOf(context),
  }),
  CANCEL_MEETING: (context) => ({
    payload: { meeting: 'meeting-1', reason },
    facts: { ...standing, existing: { on: '2026-06-20', recorded: false }, nextMeeting: null },
    actor: chairOf(context),
  }),
  RECORD_MINUTES: (context) => ({
    payload: { meeting: 'meeting-1', text: '会议议定稳定融资。', present: ['jinli', 'citong'] },
    facts: { ...standing, existing: { on: SAMPLE_TODAY, recorded: false }, answerers: 3, nextMeeting: null },
    actor: chairOf(context),
  }),
  CONFIRM_MINUTES: (context) => ({ payload: { meeting: meetingIn(context) }, ...answer(context) }),
  OBJECT_MINUTES: (context) => ({
    payload: { meeting: meetingIn(context), text: '第二项表述与会议不符。' },
    ...answer(context),
  }),
  WIND_UP: (context) => ({
    payload: { reason: '成员单位不足三家。' },
    facts: { ...standing, openResolutions: 0 },
    actor: chairOf(context),
  }),
  'RESOLUTION.CARRIED': () => ({
    ...message({ resolution: 'resolution-1', subject: 'strategy', strategy: 'restructure' as const }),
    facts: { ...days, chairIsMember: true },
  }),
  'STANDSTILL.STARTED': () => message({ standstill: 'standstill-1', until: '2026-09-08' }),
  'STANDSTILL.ENDED': () => message({ standstill: 'standstill-1' }),
  'SUPPORT.ENDED': () => message({ support: 'support-1', outcome: 'done' as const }),
  'COURT.ACCEPTED': () => message({ caseNo: '（2026）闽05破申1号' }),
  'COURT.DISMISSED': () => ({ ...message({}), facts: { ...days, nextReminder: null, nextMeeting: null } }),
  'COURT.CLOSED': () => message({}),
  'DEADLINE.propose': () => ({ ...clock(), facts: { ...days, creditors: 4 } }),
  'DEADLINE.claims': () => ({ ...clock(), facts: { ...days, declared: 4 } }),
  'DEADLINE.elect': ({ reelected }) => ({
    ...clock(),
    facts: {
      ...days,
      largestWilling: reelected ? 'citong' : 'jinli',
      confirmed: 4,
      signed: reelected ? 3 : 0,
    },
  }),
  'DEADLINE.sign': () => ({ ...clock(), facts: { ...days, signed: 3, chairSigned: true } }),
  'DEADLINE.wind': clock,
  'DEADLINE.record': clock,
  'DEADLINE.minutes': clock,
  'DEADLINE.rollover': () => ({ ...clock(), facts: { ...days, due: [], nextReminder: null } }),
};

function meetingIn({ minutes }: CommitteeContext): string {
  return minutes?.meeting ?? 'meeting-1';
}

function answer({ minutes }: CommitteeContext) {
  const unanswered = Math.max(0, (minutes?.unanswered ?? 1) - 1);
  return { facts: { ...standing, answered: false, unanswered }, actor: CITONG };
}
