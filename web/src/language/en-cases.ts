import { COMMITTEE_IN_ENGLISH } from '../../../workflows/committee/committee.english.js';
import { COORDINATION_IN_ENGLISH } from '../../../workflows/coordination/coordination.english.js';
import { FILING_IN_ENGLISH } from '../../../workflows/filing/filing.english.js';
import { INQUIRY_IN_ENGLISH } from '../../../workflows/inquiry/inquiry.english.js';
import { RESOLUTION_IN_ENGLISH } from '../../../workflows/resolution/resolution.english.js';
import { SUPPORT_IN_ENGLISH } from '../../../workflows/support/support.english.js';
import { enCodes } from './en-codes.js';
import type { zhCases } from './zh-cases.js';

/** By process, as the pictures of the processes name them too. */
const PROCESSES = {
  filing: FILING_IN_ENGLISH,
  coordination: COORDINATION_IN_ENGLISH,
  support: SUPPORT_IN_ENGLISH,
  committee: COMMITTEE_IN_ENGLISH,
  resolution: RESOLUTION_IN_ENGLISH,
  inquiry: INQUIRY_IN_ENGLISH,
};

/** What the server calls by its Chinese alone, as documents do. */
export const enCases: typeof zhCases = {
  outcomes: {
    executed: 'Carried out',
    partly: 'Carried out in part',
    retained: 'Credit kept as it was',
    replaced: 'Replaced by another arrangement',
    withdrawn: 'Withdrawn by the bank',
    outOfScope: 'Outside the duty to report',
    lapsed: 'Not carried out in time',
    judicial: 'Firm is before the courts',
  },
  codes: enCodes,
  countyIn: 'englishName',
  states: named(({ states }) => states),
  events: named(({ events }) => events),
};

function named(
  part: (words: (typeof PROCESSES)[keyof typeof PROCESSES]) => Readonly<Record<string, string>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(Object.entries(PROCESSES).map(([process, words]) => [process, part(words)]));
}
