import type { Addressee, Party } from '../process.js';
import type { CoordinationContext, ResponsiblePost } from './coordination.context.js';

const FINANCE_LEADER: Addressee = { party: 'finance', role: 'finance.leader' };
const INDUSTRY: Addressee = { party: 'industry', role: 'industry.reviewer' };
const COUNTY: Addressee = { party: 'county', role: 'county.coordinator' };
const BANK_MAKER: Addressee = { party: 'bank', role: 'bank.maker' };
const BANK_CHECKER: Addressee = { party: 'bank', role: 'bank.checker' };

const BANK = [BANK_MAKER, BANK_CHECKER];

interface NoticeRule {
  /** The posts that are responsible; before anybody is, the finance leader. */
  responsible?: true;
  to: readonly Addressee[];
}

/** Every notice of a coordination. `bank` is the bank of the one filing that the event is about, and reads of that alone. */
export const NOTICES = {
  coordinationOpened: { to: [FINANCE_LEADER, ...copied([INDUSTRY, COUNTY])] },
  coordinationJoined: { responsible: true, to: [] },
  coordinationLeft: { responsible: true, to: [] },
  coordinationAssigned: { responsible: true, to: [] },
  coordinationPlanDue: { responsible: true, to: [] },
  coordinationMeetingCalled: { to: [...BANK, INDUSTRY, COUNTY] },
  coordinationMeetingCancelled: { to: [...BANK, INDUSTRY, COUNTY] },
  coordinationMeetingMissed: { responsible: true, to: [] },
  coordinationMinutes: { to: [...BANK, ...copied([INDUSTRY, COUNTY])] },
  coordinationProposed: { to: BANK },
  coordinationOutcomePrepared: { to: [BANK_CHECKER] },
  coordinationOutcomeConfirmed: { responsible: true, to: copied([BANK_MAKER]) },
  coordinationOutcome: { to: [...BANK, ...copied([INDUSTRY, COUNTY])] },
  coordinationSupportEnded: { responsible: true, to: [] },
  coordinationConcluded: { responsible: true, to: [] },
  coordinationJudicial: { responsible: true, to: [] },
} as const satisfies Record<string, NoticeRule>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect: who is responsible is a matter of the case. */
export function notice(
  template: NoticeTemplate,
  { posts }: CoordinationContext,
): { template: NoticeTemplate; to: readonly Addressee[] } {
  const rule: NoticeRule = NOTICES[template];
  const responsible = posts.length === 0 ? [FINANCE_LEADER] : posts.map(atOffice);
  return { template, to: rule.responsible === true ? [...responsible, ...rule.to] : rule.to };
}

function atOffice(role: ResponsiblePost): Addressee {
  const party: Party = role.startsWith('finance')
    ? 'finance'
    : role.startsWith('industry')
      ? 'industry'
      : 'county';
  return { party, role };
}

function copied(addressees: readonly Addressee[]): Addressee[] {
  return addressees.map((addressee) => ({ ...addressee, copy: true }));
}
