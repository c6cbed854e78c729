import type { Addressee } from '../process.js';

const CREDITORS: Addressee = { party: 'creditors', role: 'bank.delegate' };
const MEMBERS: Addressee = { party: 'members', role: 'bank.delegate' };
const CHAIR: Addressee = { party: 'chair', role: 'bank.delegate' };
/** The banks that one event is about: who is invited, whose loans fall due. */
const BANKS_CONCERNED: Addressee = { party: 'banks', role: 'bank.delegate' };
/** The one bank that may join now: the buyer of a claim, or whoever the members let in. */
const BANK_CONCERNED: Addressee = { party: 'bank', role: 'bank.delegate' };
const FINANCE: Addressee = { party: 'finance', role: 'finance.reviewer' };
const FINANCE_LEADER: Addressee = { party: 'finance', role: 'finance.leader' };
const INDUSTRY: Addressee = { party: 'industry', role: 'industry.reviewer' };
const REGULATOR: Addressee = { party: 'regulator', role: 'regulator.observer' };

function copied(addressees: readonly Addressee[]): Addressee[] {
  return addressees.map((addressee) => ({ ...addressee, copy: true }));
}

/** Founding, chair and dissolution go to the regulator branch, in copy to the finance bureau (银保监发〔2020〕57号; 办理规程). */
const REPORTED = [REGULATOR, ...copied([FINANCE])];

/** Every notice of the committee process and whom it reaches. The texts stand with the templates. */
export const NOTICES = {
  committeeProposed: copied([FINANCE, INDUSTRY]),
  committeeInvited: [BANKS_CONCERNED],
  consultationOpened: [BANKS_CONCERNED, ...copied([FINANCE])],
  claimsConfirmed: [CREDITORS],
  chairElect: [CREDITORS],
  electAnew: [CREDITORS],
  agreementDrafted: [CREDITORS],
  committeeFounded: [CREDITORS, ...REPORTED],
  committeeNotFounded: [CREDITORS, ...copied([FINANCE, INDUSTRY])],
  viceChairsNamed: [CREDITORS],
  chairChanged: [MEMBERS, ...REPORTED],
  agreementAmended: [MEMBERS, ...REPORTED],
  strategySet: [MEMBERS, ...copied([FINANCE])],
  accessionOpen: [BANK_CONCERNED],
  memberAcceded: [MEMBERS],
  claimTransferred: [CHAIR],
  windUpAdvised: [CHAIR],
  rolloverScheduled: copied([BANKS_CONCERNED, CHAIR]),
  rolloverNear: [BANKS_CONCERNED, ...copied([CHAIR])],
  rolloverDone: copied([CHAIR]),
  meetingCalled: [MEMBERS],
  meetingCancelled: [MEMBERS],
  meetingUnrecorded: [CHAIR],
  minutesRecorded: [MEMBERS],
  minutesObjected: [CHAIR],
  minutesSettled: copied([MEMBERS]),
  minutesSilent: [CHAIR],
  minutesUnconfirmed: [MEMBERS],
  committeeWinding: [MEMBERS, ...REPORTED],
  committeeDissolved: [...copied([MEMBERS]), ...REPORTED],
  consultationEnded: [...copied([MEMBERS]), ...copied([FINANCE])],
  committeeJudicial: [MEMBERS, FINANCE_LEADER, ...copied([REGULATOR])],
  committeeRestored: [MEMBERS, ...REPORTED],
} as const satisfies Record<string, readonly Addressee[]>;
export type NoticeTemplate = keyof typeof NOTICES;

/** The parameters of a `notify` effect. */
export function notice(template: NoticeTemplate): { template: NoticeTemplate; to: readonly Addressee[] } {
  return { template, to: NOTICES[template] };
}
