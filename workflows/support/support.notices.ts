import type { Addressee } from '../process.js';
import type { SupportContext } from './support.context.js';

const FINANCE: Addressee = { party: 'finance', role: 'finance.reviewer' };
const FINANCE_LEADER: Addressee = { party: 'finance', role: 'finance.leader' };
const INDUSTRY_COPY: Addressee = { party: 'industry', role: 'industry.reviewer', copy: true };
const COUNTY_COPY: Addressee = { party: 'county', role: 'county.coordinator', copy: true };
const REGULATOR_COPY: Addressee = { party: 'regulator', role: 'regulator.observer', copy: true };
const LENDING_BANK: readonly Addressee[] = [
  { party: 'bank', role: 'bank.maker' },
  { party: 'bank', role: 'bank.checker' },
];

interface NoticeRule {
  /** The post that has the measure. */
  owner?: true;
  to: readonly Addressee[];
}

/** Every notice of a measure and whom it reaches, besides the owner's post where it is meant. */
export const NOTICES = {
  supportProposed: { to: [FINANCE] },
  supportAssigned: { owner: true, to: [] },
  supportDateChanged: { owner: true, to: [] },
  supportDue: { owner: true, to: [] },
  supportOverdue: { owner: true, to: [FINANCE] },
  supportEscalated: { owner: true, to: [FINANCE_LEADER, COUNTY_COPY] },
  supportBulletin: { owner: true, to: [FINANCE_LEADER, INDUSTRY_COPY, COUNTY_COPY, REGULATOR_COPY] },
  supportWaiting: { to: [FINANCE] },
  supportResumed: { owner: true, to: [] },
  supportRepaid: { to: [...LENDING_BANK, FINANCE] },
  supportRelendOverdue: { owner: true, to: [...LENDING_BANK, FINANCE_LEADER] },
  supportDone: { to: [FINANCE] },
  supportNotDone: { to: [FINANCE] },
  supportCancelled: { owner: true, to: [] },
  supportJudicial: { owner: true, to: [FINANCE] },
} as const satisfies Record<string, NoticeRule>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect: the owner's post is a matter of the case. */
export function notice(
  template: NoticeTemplate,
  { owner }: SupportContext,
): { template: NoticeTemplate; to: readonly Addressee[] } {
  const rule: NoticeRule = NOTICES[template];
  const theirs: Addressee[] =
    rule.owner === true && owner !== null ? [{ party: 'helper', role: owner.role }] : [];
  return { template, to: [...theirs, ...rule.to] };
}
