import type { Statement, Transaction } from '../platform/transaction.js';
import { withConfidential } from './content/confidential.js';
import type { FilingContentDto } from './content/filing-content.dto.js';

/** One revision of a filing's content: open while it is being written, sealed when it was sent. */
export interface Revision {
  revision: number;
  content: FilingContentDto;
  preparedBy: string;
  preparedFor: string | null;
  sealedAt: Date | null;
  /** What the checker has given back last of an open one, if so. */
  returned: FilingContentDto | null;
}

/** At most one revision of a filing is open: the one after the last that was sent. */
const REVISIONS: Statement = {
  name: 'filing-revisions',
  text: `select r.revision, r.content as open, s.sealed, r.returned as "openReturned",
      s.returned as "sealedReturned", r.prepared_by as "preparedBy", r.prepared_for as "preparedFor",
      r.sealed_at as "sealedAt"
    from filing_revision r
    left join filing_confidential s on s.jurisdiction = r.jurisdiction and s.filing = r.filing and s.revision = r.revision
    where r.jurisdiction = $1 and r.filing = $2 and r.revision in ($3, $4, $5)`,
};

type RevisionRow = Omit<Revision, 'content' | 'returned'> & {
  open: FilingContentDto;
  sealed: string | null;
  openReturned: FilingContentDto | null;
  sealedReturned: string | null;
};

export interface Revisions {
  /** The one that was sent last; undefined for a draft. */
  inForce: Revision | undefined;
  /** The one that it took the place of. */
  before: Revision | undefined;
  open: Revision | undefined;
}

/** The revision in force and the open one. `revision` is that of the filing's context: 0 for a draft. */
export async function revisionsOf(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  revision: number,
): Promise<Revisions> {
  const found = await tx.query<RevisionRow & Record<string, unknown>>(REVISIONS, [
    jurisdiction,
    id,
    revision - 1,
    revision,
    revision + 1,
  ]);
  const rows = found.map(({ open, sealed, openReturned, sealedReturned, ...row }) => ({
    ...row,
    content: withConfidential(tx, id, { open, sealed }),
    returned:
      openReturned === null ? null : withConfidential(tx, id, { open: openReturned, sealed: sealedReturned }),
  }));
  return {
    inForce: rows.find((row) => row.revision === revision),
    before: rows.find((row) => row.revision === revision - 1),
    open: rows.find((row) => row.revision === revision + 1 && row.sealedAt === null),
  };
}

/** The content that the offices judge. */
export function contentInForce({ inForce, open }: Pick<Revisions, 'inForce' | 'open'>): FilingContentDto {
  return (inForce ?? open)?.content ?? {};
}
