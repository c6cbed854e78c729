import type { CivilDay } from '../process.js';

/** What an inquiry is about: what a filing shows by itself, or what an official, a county or the firm reports. */
export const INQUIRY_KINDS = [
  'notReportedBefore',
  'beforeBankDate',
  'beyondAmount',
  'afterLapse',
  'afterWithdrawal',
  'disputed',
  'notFiled',
  'promiseBroken',
  'other',
] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** 监管约谈、内部名单: the regulator branch's own, which it records; the city interviews and lists nobody. */
export const MEASURES = ['interview', 'internalList'] as const;
export type RegulatorMeasure = (typeof MEASURES)[number];

/**
 * What the machine remembers of one inquiry (未按要求报告核查事项): ids, days and flags. What was asked, explained and found lies
 * in the log and in rows beside it.
 */
export interface InquiryContext {
  inquiry: string;
  /** Null until the event that the case is born of. */
  kind: InquiryKind | null;
  bank: string | null;
  /** The filing that it is about, or the act that was reported otherwise. */
  filing: string | null;
  act: string | null;
  number: string | null;
  policy: string | null;
  county: string | null;
  /** How often it was reported: one inquiry for each act and kind, whoever tells of it. */
  reports: number;
  askedOn: CivilDay | null;
  /** The bank was heard; false when its time has passed in silence, null before either. */
  explained: boolean | null;
  advisedOn: CivilDay | null;
  /** The organization of the branch that was notified. */
  regulator: string | null;
  notifiedOn: CivilDay | null;
  /** Null when the branch has recorded nothing; empty when it has recorded that it takes none. */
  measures: readonly RegulatorMeasure[] | null;
  /** Closed because the bank has put it right. */
  cured: boolean | null;
}

/** It begins with the first event, and learns who it is from that event's facts. */
export type InquiryInput = Record<string, never>;

export function initialContext(_?: InquiryInput): InquiryContext {
  return {
    inquiry: '',
    kind: null,
    bank: null,
    filing: null,
    act: null,
    number: null,
    policy: null,
    county: null,
    reports: 0,
    askedOn: null,
    explained: null,
    advisedOn: null,
    regulator: null,
    notifiedOn: null,
    measures: null,
    cured: null,
  };
}
