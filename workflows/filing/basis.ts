/** On what a filing was cleared (已收悉). It tells how far the offices had come; it never is a permission. */
export const BASES = [
  'noted',
  'cleared',
  'silence',
  'soFar',
  'noAnswer',
  'declined',
  'notConcluded',
  'notAgreed',
  'reduced',
  'consent',
] as const;
export type Basis = (typeof BASES)[number];
