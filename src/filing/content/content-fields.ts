import type { FilingContent } from '../../../workflows/rules/filing-content.js';

/** The answers of a report by name, in the order of the form. */
export const CONTENT_FIELDS = [
  'firm',
  'kind',
  'subtype',
  'relationContinues',
  'before',
  'after',
  'amount',
  'amountReason',
  'plannedDate',
  'schedule',
  'loans',
  'decidedAt',
  'bankDocumentNo',
  'branch',
  'externalRef',
  'ground',
  'fiveNos',
  'renewal',
  'alternatives',
  'firmInformed',
  'impact',
  'emergency',
  'actedOn',
  'priorActs',
  'exemption',
  'contact',
] as const satisfies readonly (keyof FilingContent)[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

/** The field that a JSON pointer leads into; undefined when it leads nowhere. */
export function fieldAt(pointer: string): ContentField | undefined {
  const name = pointer.split('/')[1];
  return CONTENT_FIELDS.find((field) => field === name);
}
