import type { Addressee } from '../process.js';

const BANK_MAKER: Addressee = { party: 'filingBank', role: 'bank.maker' };
const BANK_CHECKER: Addressee = { party: 'filingBank', role: 'bank.checker' };
const FINANCE: Addressee = { party: 'finance', role: 'finance.reviewer' };
const INDUSTRY: Addressee = { party: 'industry', role: 'industry.reviewer' };
const FINANCE_LEADER: Addressee = { party: 'finance', role: 'finance.leader' };
const INDUSTRY_LEADER: Addressee = { party: 'industry', role: 'industry.leader' };
const COUNTY: Addressee = { party: 'county', role: 'county.coordinator' };
const CHAIR: Addressee = { party: 'chair', role: 'bank.delegate' };

const BANK = [BANK_MAKER, BANK_CHECKER];
const BUREAUS = [FINANCE, INDUSTRY];
const REGULATOR_COPY: Addressee = { party: 'regulator', role: 'regulator.observer', copy: true };

function copied(addressees: readonly Addressee[]): Addressee[] {
  return addressees.map((addressee) => ({ ...addressee, copy: true }));
}

/**
 * Every notice of the filing process and whom it reaches. 泉政办规〔2023〕1号（十） names the two bureaus as addressees; the
 * regulator branch is a responsible unit there and gets a copy (抄送). The texts stand with the templates.
 */
export const NOTICES = {
  sentToCheck: [BANK_CHECKER],
  returnedToMaker: [BANK_MAKER],
  checkOverdue: [BANK_CHECKER],
  filed: [...BUREAUS, REGULATOR_COPY],
  received: BANK,
  countyInformed: [COUNTY],
  chairInformed: [CHAIR],
  acknowledged: BANK,
  returnedForCompletion: BANK,
  resubmitted: [FINANCE],
  leftIncomplete: [...BANK, ...copied(BUREAUS)],
  ruledOutOfScope: [...BANK, ...copied([INDUSTRY])],
  opinionToSignFinance: [FINANCE_LEADER],
  opinionToSignIndustry: [INDUSTRY_LEADER],
  opinionReturnedFinance: [FINANCE],
  opinionReturnedIndustry: [INDUSTRY],
  silentFinance: [FINANCE_LEADER],
  silentIndustry: [INDUSTRY_LEADER],
  supplementAsked: BANK,
  supplementGivenFinance: [FINANCE],
  supplementGivenIndustry: [INDUSTRY],
  supplementMissedFinance: [FINANCE],
  supplementMissedIndustry: [INDUSTRY],
  factsAsked: [COUNTY],
  factsReported: BUREAUS,
  toConclude: [FINANCE_LEADER],
  conclusionOverdue: [FINANCE_LEADER],
  cleared: [...BANK, ...copied(BUREAUS)],
  suggested: [...BANK, ...copied(BUREAUS)],
  deferred: [FINANCE_LEADER, ...copied(BUREAUS)],
  bankDateMoved: BUREAUS,
  coordinating: [...BANK, ...BUREAUS, COUNTY],
  coordinationExtended: [...BUREAUS],
  coordinationAgreedLate: BANK,
  referred: [CHAIR, ...copied(BANK), ...copied(BUREAUS)],
  referralReturned: [FINANCE_LEADER],
  amended: BUREAUS,
  withdrawn: copied([...BUREAUS, REGULATOR_COPY]),
  voided: copied([...BUREAUS, REGULATOR_COPY]),
  executionDue: BANK,
  executionReported: copied([FINANCE]),
  executionToConfirm: [FINANCE],
  executionQueried: BANK,
  executionCorrected: [FINANCE],
  executionDisputed: [FINANCE_LEADER, ...copied(BANK)],
  closed: copied([...BANK, ...BUREAUS]),
  lapsed: [...BANK, ...copied([FINANCE])],
  judicial: [...BANK, ...copied(BUREAUS)],
} as const satisfies Record<string, readonly Addressee[]>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect. */
export function notice(template: NoticeTemplate): { template: NoticeTemplate; to: readonly Addressee[] } {
  return { template, to: NOTICES[template] };
}
