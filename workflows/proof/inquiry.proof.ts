import type { InquiryContext } from '../inquiry/inquiry.context.js';
import { DEADLINES, type FactsOf, type InquiryEventType, type PayloadOf } from '../inquiry/inquiry.events.js';
import { inquiry1, waitsFor } from '../inquiry/inquiry.js';
import { begin, type EventActor, type ProcessEvent } from '../process.js';
import { type Explored, explore } from './explore.js';
import { type Finding, findingsIn, unattended } from './findings.js';

/** What `inquiry@1` is proved to be. */
export interface InquiryProof {
  explored: Explored;
  findings: readonly Finding[];
}

const LIMIT = 500;
const MOST_REPORTS = 2;

export function proveInquiry(): InquiryProof {
  const explored = explore({
    definition: inquiry1,
    start: begin(inquiry1, {}),
    offers: ({ context }) => offersAt(context),
    strike: (clock) => inquirySample(`DEADLINE.${clockNamed(clock)}`),
    keyOf: (context) => context,
    limit: LIMIT,
  });
  const born = {
    ...explored,
    configurations: explored.configurations.filter(({ trace }) => trace.length > 0),
  };
  return {
    explored,
    findings: [
      ...findingsIn(explored, { resting: [] }),
      ...unattended(born, { resting: [] }, ({ snapshot }) => waitsFor(snapshot)),
    ],
  };
}

/** An event as it ordinarily comes. */
export function inquirySample<Type extends InquiryEventType>(
  type: Type,
  difference: { payload?: Partial<PayloadOf<Type>>; facts?: Partial<FactsOf<Type>> } = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const { payload, facts, actor } = SAMPLES[type];
  return {
    type,
    payload: { ...payload, ...difference.payload } as PayloadOf<Type>,
    facts: { ...facts, ...difference.facts } as FactsOf<Type>,
    at: '2026-06-10T10:00:00+08:00',
    actor,
  };
}

function offersAt({ reports }: InquiryContext): ProcessEvent[] {
  const offers: ProcessEvent[] = [
    inquirySample('ASK'),
    inquirySample('EXPLAIN'),
    inquirySample('SUBSTANTIATE'),
    inquirySample('NOT_SUBSTANTIATE'),
    inquirySample('ADVISE'),
    inquirySample('NOTIFY_REGULATOR'),
    inquirySample('RECORD_MEASURE'),
    inquirySample('RECORD_MEASURE', { payload: { measures: [] } }),
    inquirySample('CLOSE'),
    inquirySample('COURT.ACCEPTED'),
  ];
  return reports < MOST_REPORTS ? [inquirySample('INQUIRY.OPENED'), ...offers] : offers;
}

function clockNamed(clock: string): (typeof DEADLINES)[number] {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return name;
}

interface Sample<Type extends InquiryEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
}

const facts = { day: '2026-06-10', today: '2026-06-10' };
const reviewer: EventActor = { kind: 'person', person: 'reviewer', role: 'finance.reviewer' };
const leader: EventActor = { kind: 'person', person: 'leader', role: 'finance.leader' };
const bank: EventActor = { kind: 'person', person: 'maker', organization: 'jinli', role: 'bank.maker' };
const branch: EventActor = { kind: 'person', person: 'observer', role: 'regulator.observer' };
const clock = { payload: {}, facts, actor: { kind: 'clock' } } as const;

const SAMPLES: { readonly [Type in InquiryEventType]: Sample<Type> } = {
  'INQUIRY.OPENED': {
    payload: {
      kind: 'beyondAmount',
      detail: { filed: '6000000.00', executed: '7000000.00', excess: '1000000.00' },
      bank: 'jinli',
      filing: 'filing-1',
    },
    facts: {
      ...facts,
      self: 'inquiry-1',
      number: '泉核〔2026〕3号',
      policy: 'policy-1',
      county: 'jinjiang',
      basisInForce: true,
    },
    actor: { kind: 'case', case: 'filing-1' },
  },
  ASK: { payload: { questions: ['请说明超出金额的原因。'] }, facts, actor: reviewer },
  EXPLAIN: { payload: { text: '系统扣款所致。' }, facts, actor: bank },
  SUBSTANTIATE: { payload: { reason: '与报告不符。' }, facts, actor: reviewer },
  NOT_SUBSTANTIATE: { payload: { reason: '银行说明属实。' }, facts, actor: reviewer },
  ADVISE: { payload: { text: '请规范报告。' }, facts, actor: leader },
  NOTIFY_REGULATOR: {
    payload: { text: '现将情况通报如下。' },
    facts: { ...facts, regulator: 'branch' },
    actor: leader,
  },
  RECORD_MEASURE: { payload: { measures: ['interview'], text: '已约谈。' }, facts, actor: branch },
  CLOSE: { payload: { cured: true, reason: '已恢复授信。' }, facts, actor: leader },
  'COURT.ACCEPTED': { payload: { caseNo: '（2026）闽05破申1号' }, facts, actor: { kind: 'case' } },
  'DEADLINE.triage': clock,
  'DEADLINE.explain': clock,
  'DEADLINE.assess': clock,
  'DEADLINE.step': clock,
  'DEADLINE.regulator': clock,
};
