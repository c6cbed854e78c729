import type { Statement, Transaction } from '../platform/transaction.js';
import type { FilingContentDto } from './content/filing-content.dto.js';

/** One revision of a filing's content: open while it is being written, sealed when it was sent. */
export interface Revision {
  revision: number;
  content: FilingContentDto;
  preparedBy: string;
  preparedFor: string | null;
  sealedAt: Date | null;
}

/** At most one revision of a filing is open: the one after the last that was sent. */
const REVISIONS: Statement = {
  name: 'filing-revisions',
  text: `select revision, content, prepared_by as "preparedBy", prepared_for as "preparedFor", sealed_at as "sealedAt"
    from filing_revision where jurisdiction = $1 and filing = $2 and revision in ($3, $4, $5)`,
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
  const rows = await tx.query<Revision & Record<string, unknown>>(REVISIONS, [
    jurisdiction,
    id,
    revision - 1,
    revision,
    revision + 1,
  ]);
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
