import type { CivilDay, EventActor, Office, ProcessEvent } from '../process.js';
import type { SupportOwner } from '../rules/support-types.js';
import type { SupportContext } from '../support/support.context.js';
import { DEADLINES, type FactsOf, type PayloadOf, type SupportEventType } from '../support/support.events.js';

/** Days of the samples: proposed in June, due in July. Nothing depends on which they are. */
export const SAMPLE_TODAY: CivilDay = '2026-06-10';
export const SAMPLE_DUE: CivilDay = '2026-07-01';
const SAMPLE_AT = '2026-06-10T10:00:00+08:00';

export const FUND: SupportOwner = { organization: 'zhouzhuan', role: 'helper.officer' };
export const GUARANTOR: SupportOwner = { organization: 'danbao', role: 'helper.officer' };

export const FUND_OFFICER = officer('zhouzhuan');
export const GUARANTEE_OFFICER = officer('danbao');
export const FINANCE_REVIEWER = post('finance', 'finance.reviewer');
export const FINANCE_LEADER = post('finance', 'finance.leader');
const CLOCK: EventActor = { kind: 'clock' };
const OTHER_CASE: EventActor = { kind: 'case', case: 'coordination-1' };

export interface Sample<Type extends SupportEventType> {
  payload: PayloadOf<Type>;
  facts: FactsOf<Type>;
  actor: EventActor;
  office?: Office;
}

/** How an event differs from the ordinary one. */
export interface Difference<Type extends SupportEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
  actor?: EventActor;
}

/** An event as it ordinarily comes: from whom it comes, with a payload that fits the case and the facts that it needs. */
export function sampleOf<Type extends SupportEventType>(
  type: Type,
  context: SupportContext,
  difference: Difference<Type> = {},
): ProcessEvent<Type, PayloadOf<Type>, FactsOf<Type>> {
  const ordinary: Sample<Type> = SAMPLES[type](context);
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
export function strikeOf(clock: string, context: SupportContext): ProcessEvent {
  const name = DEADLINES.find((known) => known === clock);
  if (name === undefined) throw new Error(`No deadline is called ${clock}.`);
  return sampleOf(`DEADLINE.${name}`, context);
}

const days = { day: SAMPLE_TODAY, today: SAMPLE_TODAY };
const reminded = { ...days, remindOn: '2026-06-30' };
const reason = '情况说明';

function officer(organization: string): EventActor {
  return post(organization, 'helper.officer');
}

function post(organization: string, role: NonNullable<EventActor['role']>): EventActor {
  return { kind: 'person', person: `${organization}-${role}`, organization, role };
}

/** Whoever has the measure. */
function byOwner<Payload extends object>({ owner }: SupportContext, payload: Payload) {
  const actor = owner === null ? FUND_OFFICER : post(owner.organization, owner.role);
  return { payload, facts: days, actor };
}

function clock() {
  return { payload: {}, facts: days, actor: CLOCK };
}

const SAMPLES: { readonly [Type in SupportEventType]: (context: SupportContext) => Sample<Type> } = {
  'SUPPORT.PROPOSED': () => ({
    payload: {
      type: 'bridgeFund',
      parent: { process: 'coordination', id: 'coordination-1' },
      owner: FUND,
      dueOn: SAMPLE_DUE,
      input: { bank: 'jinli', amount: '3000000.00', neededOn: '2026-06-20' },
    },
    facts: {
      ...reminded,
      self: 'support-1',
      ownerHoldsPost: true,
      unknownOrganizations: [],
      county: 'jinjiang',
    },
    actor: OTHER_CASE,
  }),
  ASSIGN: () => ({ payload: {}, facts: { ...reminded, ownerHoldsPost: true }, actor: FINANCE_REVIEWER }),
  REASSIGN: ({ owner }) => ({
    payload: { owner: owner?.organization === FUND.organization ? GUARANTOR : FUND, reason },
    facts: { ...reminded, ownerHoldsPost: true },
    actor: FINANCE_REVIEWER,
  }),
  CHANGE_DATE: () => ({ payload: { dueOn: '2026-07-15', reason }, facts: reminded, actor: FINANCE_LEADER }),
  START: (context) => byOwner(context, {}),
  WAIT: (context) => byOwner(context, { for: '待银行出具续贷意见', until: '2026-06-20' }),
  RESUME: (context) => byOwner(context, {}),
  REPORT_REPAID: (context) => byOwner(context, { on: SAMPLE_TODAY, amount: '3000000.00' }),
  REPORT_DONE: (context) => ({
    ...byOwner(context, {
      result: { amount: '3000000.00', relentOn: SAMPLE_TODAY, relentAmount: '3000000.00' },
    }),
    facts: { ...days, unknownOrganizations: [] },
  }),
  REPORT_NOT_DONE: (context) => byOwner(context, { reason }),
  CANCEL: () => ({ payload: { reason }, facts: days, actor: FINANCE_REVIEWER }),
  CONFIRM_CONTINUING: (context) => byOwner(context, {}),
  'COURT.ACCEPTED': () => ({ payload: { caseNo: '（2026）闽05破申1号' }, facts: days, actor: OTHER_CASE }),
  'DEADLINE.assign': () => ({ ...clock(), facts: reminded }),
  'DEADLINE.reminder': clock,
  'DEADLINE.due': clock,
  'DEADLINE.escalation': clock,
  'DEADLINE.bulletin': clock,
  'DEADLINE.wait': clock,
  'DEADLINE.relend': clock,
};
