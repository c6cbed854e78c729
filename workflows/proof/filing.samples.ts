import type { FilingContext, OpiningOffice } from '../filing/filing.context.js';
import { DEADLINES, type FactsOf, type FilingEventType, type PayloadOf } from '../filing/filing.events.js';
import type { AmendFacts, FileFacts } from '../filing/filing.facts.js';
import type { CivilDay, EventActor, Office, ProcessEvent, Role } from '../process.js';

/** Days and amounts of the samples: filed in June, planned for July. Nothing depends on which they are. */
export const SAMPLE_TODAY: CivilDay = '2026-06-10';
export const SAMPLE_BANK_DATE: CivilDay = '2026-07-01';
export const SAMPLE_AMOUNT = '6000000.00';
const SAMPLE_AT = '2026-06-10T10:00:00+08:00';

export const MAKER = person('maker', 'bank.maker');
export const CHECKER = person('checker', 'bank.checker');
export const CHAIR = person('chair', 'bank.delegate');
export const COUNTY = person('coordinator', 'county.coordinator');
export const CLOCK: EventActor = { kind: 'clock' };
export const OTHER_CASE: EventActor = { kind: 'case', case: 'other-case' };

export function person(name: string, role: Role): EventActor {
  return { kind: 'person', person: name, role };
}

export function reviewerOf(office: OpiningOffice): EventActor {
  return person(`${office}-reviewer`, `${office}.reviewer`);
}

export function leaderOf(office: OpiningOffice): EventActor {
  return person(`${office}-leader`, `${office}.leader`);
}

export interface Sample<Type extends FilingEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
  office?: Office;
}

/** How an event differs from the ordinary one. */
export interface Difference<Type extends FilingEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
  actor?: EventActor;
  office?: Office;
}

/** An event as it ordinarily comes: from whom it comes, with a payload that fits the case and the facts that it needs. */
export function sampleOf<Type extends FilingEventType>(
  type: Type,
  context: FilingContext,
  difference: Difference<Type> = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const ordinary: Sample<Type> = SAMPLES[type](context);
  const office = difference.office ?? ordinary.office;
  return {
    type,
    payload: { ...ordinary.payload, ...difference.payload },
    facts: { ...ordinary.facts, ...difference.facts },
    at: SAMPLE_AT,
    actor: difference.actor ?? ordinary.actor,
    ...(office === undefined ? {} : { office }),
  };
}

/** The event of a clock that strikes. */
export function strikeOf(clock: string, context: FilingContext): ProcessEvent {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return sampleOf(`DEADLINE.${name}`, context);
}

const days = { day: SAMPLE_TODAY, today: SAMPLE_TODAY };
const noCommittee = { ...days, committee: null };
const policy = { id: 'policy-1', values: { validityDays: 90, countyFrom: '5000000.00' } };

const revisionFacts: Omit<FileFacts, 'number' | 'registerNumber' | 'courtAccepted' | 'chairToldAtOnce'> = {
  ...noCommittee,
  contentRefusals: [],
  policy,
  revision: 1,
  contentHash: 'a'.repeat(64),
  figures: {
    kind: 'withdraw',
    amount: SAMPLE_AMOUNT,
    plannedDate: SAMPLE_BANK_DATE,
    actedOn: null,
    emergency: false,
  },
  preparedBy: 'maker',
  receivedOn: SAMPLE_TODAY,
  bankDate: SAMPLE_BANK_DATE,
  assessment: { reportable: true },
  basisInForce: true,
  bankMarks: [],
  officeMarks: [],
  lane: 'routine',
  standstill: null,
};

function amendment(context: FilingContext, change: Partial<AmendFacts> = {}): AmendFacts {
  return {
    ...revisionFacts,
    revision: context.revision + 1,
    figures: {
      kind: context.kind ?? 'withdraw',
      amount: context.amount,
      plannedDate: context.plannedDate ?? SAMPLE_BANK_DATE,
      actedOn: context.actedOn,
      emergency: context.emergency,
    },
    bankDate: context.bankDate,
    committee: context.committee,
    standstill: context.standstill,
    diffs: [{ pointer: '/ground/facts', before: '', after: '…' }],
    material: false,
    ...change,
  };
}

function bank<Payload extends object>(payload: Payload) {
  return { payload, facts: days, actor: CHECKER };
}

function finance<Payload extends object>(payload: Payload) {
  return { payload, facts: days, actor: reviewerOf('finance'), office: 'finance' as const };
}

function leader<Payload extends object>(payload: Payload) {
  return { payload, facts: days, actor: leaderOf('finance'), office: 'finance' as const };
}

function clock() {
  return { payload: {}, facts: days, actor: CLOCK };
}

function message<Payload extends object>(payload: Payload) {
  return { payload, facts: days, actor: OTHER_CASE };
}

const reason = '情况说明';
const chain: readonly Role[] = ['bank.maker', 'bank.checker'];

const SAMPLES: { readonly [Type in FilingEventType]: (context: FilingContext) => Sample<Type> } = {
  SEND_TO_CHECK: () => ({ payload: {}, facts: { ...days, contentRefusals: [], chain }, actor: MAKER }),
  DISCARD: () => ({ payload: {}, facts: days, actor: MAKER }),
  SIGN_FILING: () => ({
    payload: {},
    facts: { ...days, contentRefusals: [], chain },
    actor: person('deputy', 'bank.checker'),
  }),
  RETURN_TO_MAKER: () => bank({ reason }),
  FILE: () => ({
    payload: {},
    facts: {
      ...revisionFacts,
      number: 'QZ-2026-JINLI-12',
      registerNumber: 'QZ-2026-345',
      courtAccepted: false,
      chairToldAtOnce: false,
    },
    actor: CHECKER,
  }),
  ACKNOWLEDGE: () => finance({}),
  REQUEST_COMPLETION: () => finance({ defects: [{ text: '请补充借款合同。' }] }),
  RULE_OUT_OF_SCOPE: () => ({ ...finance({}), facts: { ...days, assessment: { reportable: false } } }),
  RESUBMIT: (context) => ({ payload: {}, facts: amendment(context), actor: CHECKER }),
  OPINE: () => ({
    ...finance({ position: 'noObjection' as const, text: '无意见' }),
    facts: { ...noCommittee, chain: ['finance.reviewer'] },
  }),
  SIGN_OPINION: () => ({ ...leader({}), facts: noCommittee }),
  RETURN_OPINION: () => leader({ reason }),
  REQUEST_SUPPLEMENT: () => finance({ questions: ['请说明担保情况。'] }),
  SUPPLEMENT: () => bank({ office: 'finance' as const, text: '说明如下。' }),
  ASK_FACTS: () => finance({ questions: ['企业是否正常开工？'] }),
  REPORT_FACTS: () => ({ payload: { text: '正常开工。' }, facts: days, actor: COUNTY, office: 'county' }),
  COMMENT: ({ committee }) => ({
    payload: { text: '请关注其他债权行。' },
    facts: { ...days, committee },
    actor: CHAIR,
    office: 'committee',
  }),
  SET_FOCUS: () => finance({ reason }),
  SUSPECT_SPLIT: () => finance({ suspected: true, reason }),
  CLEAR: () => leader({ reason }),
  SUGGEST_DEFERRAL: () => leader({ reason }),
  INTERVENE: () => leader({ reason }),
  REFER_TO_COMMITTEE: ({ committee }) => ({ ...leader({ reason }), facts: { ...days, committee } }),
  UNDERTAKE: () => ({ ...bank({ until: '2026-08-01' }), facts: { ...days, policy } }),
  DECLINE: () => bank({ reason }),
  EXTEND_COORDINATION: () => bank({}),
  POSTPONE: () => ({ ...bank({ date: '2026-08-15' }), facts: { ...days, policy } }),
  AMEND: (context) => ({ payload: {}, facts: amendment(context), actor: CHECKER }),
  WITHDRAW: () => bank({ reason: 'retained' as const }),
  VOID: () => bank({ reason }),
  REPORT_EXECUTION: ({ standstill }) => ({
    ...bank({ date: SAMPLE_BANK_DATE, lines: [{ amount: SAMPLE_AMOUNT }], final: true }),
    facts: { day: SAMPLE_BANK_DATE, today: SAMPLE_BANK_DATE, assessment: { reportable: true }, standstill },
  }),
  REPORT_RETAINED: () => bank({}),
  CONFIRM_EXECUTION: () => finance({}),
  QUERY_EXECUTION: () => finance({ question: '实施金额与报告不一致，请说明。' }),
  'COORDINATION.CONCLUDED': (context) => message({ ...answerTo(context), outcome: 'notAgreed' as const }),
  'RESOLUTION.PASSED': (context) =>
    message({ ...answerTo(context), referral: context.referral, consent: true, cap: SAMPLE_AMOUNT }),
  'RESOLUTION.FAILED': (context) =>
    message({ ...answerTo(context), referral: context.referral, cause: 'refused' as const }),
  'COMMITTEE.ENDED': ({ committee }) => message({ committee: committee?.id ?? 'committee-1' }),
  'STANDSTILL.STARTED': () => message({ standstill: 'standstill-1' }),
  'STANDSTILL.ENDED': () => message({ standstill: 'standstill-1' }),
  'COURT.ACCEPTED': () => message({ caseNo: '（2026）闽05破申1号' }),
  'DEADLINE.check': clock,
  'DEADLINE.acknowledge': clock,
  'DEADLINE.complete': clock,
  'DEADLINE.review.finance': ({ committee }) => ({ ...clock(), facts: { ...days, committee } }),
  'DEADLINE.review.industry': ({ committee }) => ({ ...clock(), facts: { ...days, committee } }),
  'DEADLINE.supplement.finance': clock,
  'DEADLINE.supplement.industry': clock,
  'DEADLINE.conclude': ({ committee }) => ({ ...clock(), facts: { ...days, committee } }),
  'DEADLINE.bankDate': ({ bankDate }) => {
    const on = bankDate ?? SAMPLE_BANK_DATE;
    return { ...clock(), facts: { day: on, today: on } };
  },
  'DEADLINE.coordinate': clock,
  'DEADLINE.committee': clock,
  'DEADLINE.executionReminder': clock,
  'DEADLINE.validity': clock,
  'DEADLINE.query': clock,
  'DEADLINE.confirm': clock,
};

function answerTo({ filing, reviewed }: FilingContext): { filing: string; revision: number } {
  return { filing, revision: reviewed };
}
