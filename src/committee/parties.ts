import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { CommitteeEvent } from '../../workflows/committee/committee.events.js';
import type { Party } from '../../workflows/process.js';
import type { Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';
import { membersIn, rosterOf } from './roster.js';

/** The organizations behind a party of this move. Asked before the rows of the move are written, so it adds what they will say. */
export async function partiesOf(tx: Transaction, party: Party, move: Move): Promise<readonly string[]> {
  const { chair, viceChairs } = move.next.context as CommitteeContext;
  switch (party) {
    case 'chair':
      // Who led it last is told that it is led by nobody: the vice chairs, else the members see it in their lists.
      return chair === null ? viceChairs : [chair];
    case 'viceChairs':
      return viceChairs;
    case 'members':
      return membersAfter(tx, move);
    case 'creditors':
      return creditorsAfter(tx, move);
    case 'banks':
      return banksConcerned(tx, move);
    case 'bank':
      return bankConcerned(tx, move);
    default:
      return [];
  }
}

async function membersAfter(tx: Transaction, move: Move): Promise<string[]> {
  const members = membersIn(await rosterFor(tx, move)).map(({ bank }) => bank);
  const { type, actor } = move.event;
  return type === 'ACCEDE' && actor.organization !== undefined ? [...members, actor.organization] : members;
}

/** Those who know of the committee: nobody before the first invitation. */
async function creditorsAfter(tx: Transaction, move: Move): Promise<string[]> {
  const { creditors } = await rosterFor(tx, move);
  const invited = creditors.filter(({ invitedOn }) => invitedOn !== null).map(({ bank }) => bank);
  return [...new Set([...invited, ...(await banksConcerned(tx, move))])];
}

async function banksConcerned(tx: Transaction, move: Move): Promise<string[]> {
  const event = move.event as CommitteeEvent;
  switch (event.type) {
    case 'INVITE':
      return [...(await uninvited(tx, move)), ...named(event.payload.creditors ?? [])];
    case 'DEADLINE.propose':
      return move.next.status === 'active' ? uninvited(tx, move) : [];
    case 'SCHEDULE_ROLLOVER':
      return [event.payload.bank];
    case 'DEADLINE.rollover':
      return [...new Set(event.facts.due.map(({ bank }) => bank))];
    default:
      return [];
  }
}

/** Who may join by this move. A buyer that is a member already has nothing to join. */
async function bankConcerned(tx: Transaction, move: Move): Promise<string[]> {
  const event = move.event as CommitteeEvent;
  switch (event.type) {
    case 'TRANSFER_CLAIM': {
      const members = membersIn(await rosterFor(tx, move)).map(({ bank }) => bank);
      return members.includes(event.payload.to) ? [] : [event.payload.to];
    }
    case 'RESOLUTION.CARRIED':
      return event.payload.organization === undefined ? [] : [event.payload.organization];
    default:
      return [];
  }
}

/** Named by the proposal, and not told yet. */
async function uninvited(tx: Transaction, move: Move): Promise<string[]> {
  const { creditors } = await rosterFor(tx, move);
  return creditors.filter(({ invitedOn }) => invitedOn === null).map(({ bank }) => bank);
}

function named(creditors: readonly { organization: string }[]): string[] {
  return creditors.map(({ organization }) => organization);
}

function rosterFor(tx: Transaction, { stored }: Move) {
  return rosterOf(tx, stored.jurisdiction, stored.id);
}
