import type { Party } from '../../workflows/process.js';
import { activeCommittee, chairFor } from '../directory/active-committee.js';
import type { Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';
import type { SentFacts } from './facts/revision-facts.js';
import { isSending } from './list-row.js';

/** The committee's chair, where the filing's bank is a member; a vice chair, where it is the chair itself. */
export async function partiesOf(tx: Transaction, party: Party, move: Move): Promise<readonly string[]> {
  if (party !== 'chair') return [];
  const { jurisdiction, ownerOrg: bank } = move.stored;
  const committee = await activeCommittee(tx, { jurisdiction, firm: firmOf(move), bank });
  const chair = committee === null ? undefined : chairFor(committee, bank);
  return chair === undefined ? [] : [chair];
}

/** A report comes to be about its firm by the very event that tells the chair of it. */
function firmOf({ stored, event }: Move): string | null {
  return isSending(event.type) ? (event.facts as SentFacts).firm.id : stored.firm;
}
