import type { Effect } from '../process.js';
import type { SupportValues } from '../rules/support-fields.js';
import type { SupportOwner, SupportParent, SupportType } from '../rules/support-types.js';
import type { CoordinationContext } from './coordination.context.js';
import type { CoordinationEventOf } from './coordination.events.js';
import { type NoticeTemplate, notice } from './coordination.notices.js';

/** What transitions want done when it depends on the case. Each function reads the context as it is at its place. */
export function notify(context: CoordinationContext, template: NoticeTemplate): Effect[] {
  return [{ type: 'notify', params: notice(template, context) }];
}

/** 「其开会之日起」: the meeting's own day, and one working day for the minutes. */
export function armMeeting({ meetingOn }: CoordinationContext): Effect[] {
  if (meetingOn === null) return [];
  const budget = { workingDays: 'meetingWd', from: meetingOn };
  return [{ type: 'armDeadline', params: { name: 'meeting', budget } }];
}

/** What the filing is told: the outcome as its bank confirmed it. A filing cleared meanwhile takes it as information. */
export function concludeFiling({ payload, facts }: CoordinationEventOf<'CONCLUDE_FILING'>): Effect[] {
  const { filing } = facts;
  if (filing === null) return [];
  const agreed = payload.outcome === 'notAgreed' ? null : filing.confirmed;
  const told = {
    filing: filing.id,
    revision: filing.revision,
    outcome: payload.outcome,
    ...(agreed === null ? {} : { confirmation: agreed.entry }),
    ...(agreed?.amount === undefined ? {} : { amount: agreed.amount }),
    ...(agreed?.until === undefined ? {} : { until: agreed.until }),
  };
  return [
    { type: 'send', params: { to: filing.id, event: { type: 'COORDINATION.CONCLUDED', payload: told } } },
  ];
}

interface Proposal {
  type: SupportType;
  owner: SupportOwner;
  dueOn: string;
  input: SupportValues;
  assigned?: boolean;
  proposer?: string;
}

/** A measure that a responsible official adds is given to its owner at once. */
export function addSupport(
  context: CoordinationContext,
  { payload, actor }: CoordinationEventOf<'ADD_SUPPORT'>,
): Effect[] {
  const { measure: type, owner, dueOn, input } = payload;
  const proposer = actor.organization === undefined ? {} : { proposer: actor.organization };
  return [openSupport(context.coordination, { type, owner, dueOn, input, assigned: true, ...proposer })];
}

/** Where no committee could be asked, founding one is put forward, once; the finance bureau decides on it. */
export function adviseCommittee(
  context: CoordinationContext,
  { payload, facts }: CoordinationEventOf<'FILING.JOINED'>,
): Effect[] {
  if (payload.support !== 'foundCommittee' || context.committeeAdvised) return [];
  const { organization, dueOn } = facts.founding;
  const owner: SupportOwner = { organization, role: 'finance.reviewer' };
  return [openSupport(facts.self, { type: 'foundCommittee', owner, dueOn, input: {} })];
}

function openSupport(coordination: string, proposal: Proposal): Effect {
  const parent: SupportParent = { process: 'coordination', id: coordination };
  const event = { type: 'SUPPORT.PROPOSED', payload: { ...proposal, parent } };
  return { type: 'open', params: { process: 'support', event } };
}
