import type { Choice } from '../../../workflows/rules/vote-count.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { BallotDto } from './ballot.dto.js';

const COLUMNS = `member, choice, reason, salt, commitment, paper is not null as paper, cast_at as "castAt"`;

/** By what row-level security opens to the reader: its own before the close, all of them after it. */
const BALLOTS: Statement = {
  name: 'ballots-of-resolution',
  text: `select ${COLUMNS} from ballot where jurisdiction = $1 and resolution = $2 and opened order by member`,
};

const BALLOT: Statement = {
  name: 'ballot-of-member',
  text: `select ${COLUMNS} from ballot where jurisdiction = $1 and resolution = $2 and member = $3`,
};

interface BallotRow extends Record<string, unknown> {
  member: string;
  choice: Choice;
  reason: string;
  salt: string;
  commitment: string;
  paper: boolean;
  castAt: Date;
}

export async function openedBallots(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
): Promise<BallotDto[]> {
  return (await tx.query<BallotRow>(BALLOTS, [jurisdiction, id])).map(ballotOf);
}

export async function ballotOfMember(
  tx: Transaction,
  { jurisdiction, id, member }: { jurisdiction: string; id: string; member: string },
): Promise<BallotDto | undefined> {
  const [row] = await tx.query<BallotRow>(BALLOT, [jurisdiction, id, member]);
  return row === undefined ? undefined : ballotOf(row);
}

function ballotOf({ castAt, ...row }: BallotRow): BallotDto {
  return { ...row, castAt: shanghai(castAt) };
}
