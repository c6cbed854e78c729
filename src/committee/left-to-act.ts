import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { Role } from '../../workflows/process.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Waiting } from '../process/process-shell.js';
import { type Creditor, membersIn, type Roster, rosterOf } from './roster.js';

const ANSWERED: Statement = {
  name: 'banks-that-answered-minutes',
  text: `select a.bank from meeting_minutes_answer a join meeting m on m.jurisdiction = a.jurisdiction and m.id = a.meeting
      and m.minutes_version = a.minutes_version
    where a.jurisdiction = $1 and a.meeting = $2`,
};

/**
 * Whom a reminder concerns while all who take part are waited for: those who have not declared, voted, signed or answered yet.
 * Whoever has done its part is left in peace. Undefined where the chair alone is waited for.
 */
export async function leftToAct(
  tx: Transaction,
  role: Role,
  { snapshot, stored }: Waiting,
): Promise<readonly string[] | undefined> {
  if (role !== 'bank.delegate') return undefined;
  const context = snapshot.context as CommitteeContext;
  const { chair, viceChairs, minutes } = context;
  const isFounding = FOUNDING.some((state) => state === snapshot.value);
  const isLed = chair !== null || viceChairs.length > 0;
  if (!isFounding && minutes === null && isLed) return undefined;
  const roster = await rosterOf(tx, stored.jurisdiction, stored.id);
  if (isFounding) return banksOf(ofFounding(String(snapshot.value), context, roster));
  const rows =
    minutes === null
      ? []
      : await tx.query<{ bank: string }>(ANSWERED, [stored.jurisdiction, minutes.meeting]);
  const answered = rows.map(({ bank }) => bank);
  return banksOf(membersIn(roster).filter(({ bank }) => !answered.includes(bank)));
}

const FOUNDING = ['forming', 'electing', 'signing'] as const;

function ofFounding(
  state: string,
  { proposer, reelected }: CommitteeContext,
  { creditors }: Roster,
): Creditor[] {
  const confirmed = creditors.filter(({ claim }) => claim?.confirmed === true);
  switch (state) {
    case 'electing':
      return confirmed.filter(({ vote, signed }) => vote === null && (!reelected || signed));
    case 'signing':
      return confirmed.filter(({ signed }) => !signed);
    default:
      // The proposer confirms what the others declare.
      return creditors.filter(
        ({ bank, invitedOn, claim }) => bank === proposer || (invitedOn !== null && claim === null),
      );
  }
}

function banksOf(creditors: readonly Creditor[]): string[] {
  return creditors.map(({ bank }) => bank);
}
