import type { CoordinationContext } from '../coordination/coordination.context.js';
import {
  type CoordinationEventType,
  DEADLINES,
  type FactsOf,
  type PayloadOf,
} from '../coordination/coordination.events.js';
import type { JoinedFiling } from '../coordination/coordination.facts.js';
import type { CivilDay, EventActor, Office, ProcessEvent, Role } from '../process.js';

/** Days of the samples: one filing of June with its bank date in July. Nothing depends on which they are. */
export const SAMPLE_TODAY: CivilDay = '2026-06-10';
const SAMPLE_AT = '2026-06-10T10:00:00+08:00';

export const MAKER = post('jinli', 'bank.maker');
export const CHECKER = post('jinli', 'bank.checker');
export const REVIEWER = post('finance', 'finance.reviewer');
export const LEADER = post('finance', 'finance.leader');
export const COUNTY = post('jinjiang', 'county.coordinator');
const CLOCK: EventActor = { kind: 'clock' };
const OTHER_CASE: EventActor = { kind: 'case', case: 'filing-1' };

/** The filing of the samples, as its row says once its bank has confirmed that it keeps the credit. */
export const JOINED: JoinedFiling = {
  id: 'filing-1',
  revision: 1,
  bank: 'jinli',
  state: 'joined',
  amount: '6000000.00',
  bankDate: '2026-07-01',
  latestDate: '2026-09-29',
  prepared: { outcome: 'retained', person: 'jinli-bank.maker' },
  confirmed: { outcome: 'retained', entry: 'entry-1' },
};

export interface Sample<Type extends CoordinationEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
  office?: Office;
}

/** How an event differs from the ordinary one. */
export interface Difference<Type extends CoordinationEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
  actor?: EventActor;
}

/** An event as it ordinarily comes: from whom it comes, with a payload that fits the case and the facts that it needs. */
export function sampleOf<Type extends CoordinationEventType>(
  type: Type,
  difference: Difference<Type> = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const ordinary: Sample<Type> = SAMPLES[type];
  return {
    type,
    payload: { ...ordinary.payload, ...difference.payload },
    facts: { ...ordinary.facts, ...difference.facts },
    at: SAMPLE_AT,
    actor: difference.actor ?? ordinary.actor,
    ...(ordinary.office === undefined ? {} : { office: ordinary.office }),
  };
}

/** The event of a clock that strikes. */
export function strikeOf(clock: string, _: CoordinationContext): ProcessEvent {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return sampleOf(`DEADLINE.${name}`);
}

const days = { day: SAMPLE_TODAY, today: SAMPLE_TODAY };
const invited = { ...days, invitedFilings: ['filing-1'] };
const filingFacts = { ...days, filing: JOINED, open: 0 };

function post(organization: string, role: Role): EventActor {
  return { kind: 'person', person: `${organization}-${role}`, organization, role };
}

function official<Payload extends object, Facts extends object>(payload: Payload, facts: Facts) {
  return { payload, facts, actor: REVIEWER, office: 'finance' as const };
}

const SAMPLES: { readonly [Type in CoordinationEventType]: Sample<Type> } = {
  ASSIGN: {
    payload: { official: 'finance-finance.reviewer', posts: ['finance.reviewer'] },
    facts: { ...days, officialPosts: ['finance.reviewer'] },
    actor: LEADER,
    office: 'finance',
  },
  ADD_SUPPORT: official(
    {
      measure: 'bridgeFund' as const,
      owner: { organization: 'zhouzhuan', role: 'helper.officer' as const },
      dueOn: '2026-06-24',
      input: { bank: 'jinli', amount: '3000000.00', neededOn: '2026-06-20' },
    },
    { ...days, ownerHoldsPost: true },
  ),
  CALL_MEETING: official(
    { on: '2026-06-16', place: '市行政中心', agenda: '商议续贷安排', filings: ['filing-1'] },
    { ...days, invited: 1 },
  ),
  CANCEL_MEETING: official({ reason: '改期' }, invited),
  RECORD_MINUTES: official(
    { heldOn: SAMPLE_TODAY, participants: ['晋鲤银行'], text: '同意先行展期。' },
    invited,
  ),
  PROPOSE: official({ filing: 'filing-1', outcome: 'retained' as const, text: '建议稳贷。' }, filingFacts),
  PREPARE_OUTCOME: { payload: { filing: 'filing-1', outcome: 'retained' }, facts: filingFacts, actor: MAKER },
  CONFIRM_OUTCOME: {
    payload: { filing: 'filing-1', outcome: 'retained' },
    facts: filingFacts,
    actor: CHECKER,
  },
  CONCLUDE_FILING: official({ filing: 'filing-1', outcome: 'retained' as const }, filingFacts),
  'FILING.JOINED': {
    payload: { filing: 'filing-1', revision: 1, bank: 'jinli' },
    facts: {
      ...days,
      self: 'coordination-1',
      open: 0,
      county: 'jinjiang',
      founding: { organization: 'finance', dueOn: '2026-06-17' },
    },
    actor: OTHER_CASE,
  },
  'FILING.LEFT': {
    payload: { filing: 'filing-1', revision: 1 },
    facts: { ...filingFacts, courtAccepted: false },
    actor: OTHER_CASE,
  },
  'SUPPORT.ENDED': {
    payload: { support: 'support-1', outcome: 'done' },
    facts: days,
    actor: { kind: 'case', case: 'support-1' },
  },
  'COURT.ACCEPTED': { payload: { caseNo: '（2026）闽05破申1号' }, facts: days, actor: OTHER_CASE },
  'DEADLINE.assign': { payload: {}, facts: { ...days, reviewer: 'finance-finance.reviewer' }, actor: CLOCK },
  'DEADLINE.plan': { payload: {}, facts: days, actor: CLOCK },
  'DEADLINE.meeting': { payload: {}, facts: days, actor: CLOCK },
};
