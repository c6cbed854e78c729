import type { Addressee } from '../process.js';

const FINANCE: Addressee = { party: 'finance', role: 'finance.reviewer' };
const FINANCE_LEADER: Addressee = { party: 'finance', role: 'finance.leader' };
const BANK_MAKER: Addressee = { party: 'bank', role: 'bank.maker' };
const BANK_CHECKER: Addressee = { party: 'bank', role: 'bank.checker' };
const REGULATOR: Addressee = { party: 'regulator', role: 'regulator.observer' };

const BANK = [BANK_MAKER, BANK_CHECKER];

function copied(addressees: readonly Addressee[]): Addressee[] {
  return addressees.map((addressee) => ({ ...addressee, copy: true }));
}

/** Every notice of an inquiry and whom it reaches. The bank hears of it when it is asked, not before. */
export const NOTICES = {
  inquiryNoticed: [FINANCE],
  inquiryReportedAgain: [FINANCE],
  inquiryAsked: BANK,
  inquiryExplained: [FINANCE],
  inquiryUnexplained: [FINANCE, ...copied(BANK)],
  inquiryAssessmentOverdue: [FINANCE_LEADER],
  inquiryNotSubstantiated: copied(BANK),
  inquirySubstantiated: [FINANCE_LEADER, ...copied(BANK)],
  inquiryStepDue: [FINANCE_LEADER],
  inquiryAdvised: BANK,
  inquiryNotified: [REGULATOR, ...copied(BANK)],
  inquiryMeasureRecorded: copied([FINANCE, FINANCE_LEADER]),
  inquiryClosed: copied([FINANCE, ...BANK]),
} as const satisfies Record<string, readonly Addressee[]>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect. */
export function notice(template: NoticeTemplate): { template: NoticeTemplate; to: readonly Addressee[] } {
  return { template, to: NOTICES[template] };
}
