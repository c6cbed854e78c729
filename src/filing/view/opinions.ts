import {
  type FilingContext,
  OPINING_OFFICES,
  type OpiningOffice,
} from '../../../workflows/filing/filing.context.js';
import type { Viability } from '../../../workflows/filing/viability.js';
import type { OrganizationKind } from '../../access/actor.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { OpinionDto, OpinionStatus } from './filing.dto.js';

const OPINIONS: Statement = {
  name: 'opinions-of-filing',
  text: `select office, position, text, viability, revision, given_at as "givenAt", late from opinion
    where jurisdiction = $1 and filing = $2 order by entry_id`,
};

interface OpinionRow extends Record<string, unknown> {
  office: string;
  position: string | null;
  text: string;
  viability: Viability | null;
  revision: number;
  givenAt: Date;
  late: boolean;
}

/** What offices said, in order. A draft is its own office's until it is signed. */
export async function readOpinions(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  context: FilingContext,
  reader: OrganizationKind | undefined,
): Promise<OpinionDto[]> {
  const rows = await tx.query<OpinionRow>(OPINIONS, [jurisdiction, id]);
  return rows.flatMap((row) => {
    const status = statusOf(row, rows, context);
    const unsigned = status === 'drafted' || status === 'replaced';
    return unsigned && row.office !== reader ? [] : [opinionOf(row, status)];
  });
}

function opinionOf(row: OpinionRow, status: OpinionStatus): OpinionDto {
  const { office, position, text, viability, revision, givenAt } = row;
  return { office, status, position, text, viability, revision, givenAt: shanghai(givenAt) };
}

function statusOf(row: OpinionRow, rows: readonly OpinionRow[], context: FilingContext): OpinionStatus {
  const { office } = row;
  if (!isOpining(office)) return 'note';
  if (row.late) return 'late';
  if (row.revision < context.reviewed) return 'superseded';
  const inTime = rows.filter((other) => other.office === office && !other.late);
  if (row !== inTime.at(-1)) return 'replaced';
  if (context[office].position !== null) return 'given';
  // A draft that was sent back, or that time overtook, came to nothing.
  return context[office].draft === undefined ? 'replaced' : 'drafted';
}

function isOpining(office: string): office is OpiningOffice {
  return OPINING_OFFICES.some((name) => name === office);
}
