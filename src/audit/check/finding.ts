/** What does not agree with what was signed. */
export const FINDING_KINDS = [
  /** An entry, or a copy of its fields in a column, is not what its leaf was made of. */
  'entry-differs',
  'entry-missing',
  /** It stands in the log, and has no leaf: the server has not written it. */
  'entry-without-leaf',
  'value-differs',
  'value-missing',
  'leaf-missing',
  /** Leaves beyond the last checkpoint: no signature covers them. */
  'leaf-unsigned',
  'node-differs',
  /** Between this checkpoint and the one before, leaves were changed, swapped, added or taken away. */
  'tree-differs',
  'checkpoint-differs',
  /** A checkpoint that somebody holds outside is not of this log, or of more of it than there is. */
  'outside-differs',
  /** The state of a case is not the one that its last entry led to. */
  'case-differs',
  'right-differs',
  'right-missing',
  /** It gives a right, and the server has not written it. */
  'right-without-seal',
] as const;

export interface Finding {
  kind: (typeof FINDING_KINDS)[number];
  /** Of the leaf; of a tree that differs, the first one that may. */
  index?: number;
  /** What it is about: an entry, a case, a row of a table. */
  row?: string;
  /** The field that differs; of a tree, the leaf before which it ends. */
  field?: string;
}
