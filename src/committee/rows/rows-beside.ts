import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { CommitteeEvent } from '../../../workflows/committee/committee.events.js';
import type { Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { writeAmended, writeDraft, writeFirstAgreement } from './agreement-rows.js';
import { writeBrought, writeConfirmed, writeDeclared, writeTransfer } from './claim-rows.js';
import { writeAnswer, writeCalled, writeCancelled, writeMinutes, writeSilence } from './meeting-rows.js';
import * as members from './member-rows.js';
import { todayOf } from './move-key.js';
import { writeDone, writeScheduled } from './rollover-rows.js';

/** What an event leaves beside the case: creditors, claims, signatures, drafts, meetings, the rollover schedule. */
export function writeBeside(tx: Transaction, move: Move): void {
  writeOf(tx, move, move.event as CommitteeEvent);
  const { value: before } = move.before;
  const { value: after } = move.next;
  if (before === after) return;
  if (after === 'active' && before !== 'judicial') members.writeFounded(tx, move);
  if (after === 'electing' && before === 'signing') members.forgetVotes(tx, move);
}

function writeOf(tx: Transaction, move: Move, event: CommitteeEvent): void {
  switch (event.type) {
    case 'PROPOSE':
      members.writeNamed(tx, move, event.payload.creditors);
      if (event.payload.form === 'full') writeFirstAgreement(tx, move);
      break;
    case 'INVITE':
      members.writeNamed(tx, move, event.payload.creditors ?? [], todayOf(move));
      writeInvited(tx, move);
      break;
    case 'DEADLINE.propose':
      if (move.next.status === 'active') writeInvited(tx, move);
      break;
    case 'DECLARE_CLAIM':
      writeDeclared(tx, move, event);
      if (event.payload.willingToChair !== undefined)
        members.writeWilling(tx, move, event.payload.willingToChair);
      break;
    case 'WILLING':
    case 'DECLINE':
      members.writeWilling(tx, move, event.type === 'WILLING');
      break;
    case 'CONFIRM_CLAIMS':
      writeConfirmed(tx, move, event.payload.recordDate);
      break;
    case 'DEADLINE.claims':
      if (move.next.status === 'active') writeConfirmed(tx, move, todayOf(move));
      break;
    case 'ELECT':
      members.writeVote(tx, move, event);
      break;
    case 'DRAFT_AGREEMENT':
      writeDraft(tx, move, event);
      break;
    case 'SIGN':
      members.writeSignature(tx, move, event);
      break;
    case 'ACCEDE':
      members.writeSignature(tx, move, event);
      members.writeJoined(tx, move);
      members.writeBound(tx, move);
      writeBrought(tx, move, event);
      break;
    case 'TRANSFER_CLAIM':
      writeTransfer(tx, move, event);
      members.writeNamed(tx, move, [{ organization: event.payload.to }], todayOf(move));
      if (event.facts.left === '0.00') members.writeLeft(tx, move, event.payload.on);
      break;
    case 'RESOLUTION.CARRIED':
      writeAmended(tx, move, event);
      if (event.payload.subject === 'accession' && event.payload.organization !== undefined)
        members.writeNamed(tx, move, [{ organization: event.payload.organization }], todayOf(move));
      break;
    case 'SCHEDULE_ROLLOVER':
      writeScheduled(tx, move, event);
      break;
    case 'ROLLOVER_DONE':
      writeDone(tx, move, event);
      break;
    case 'CALL_MEETING':
      writeCalled(tx, move, event);
      break;
    case 'CANCEL_MEETING':
      writeCancelled(tx, move, event);
      break;
    case 'RECORD_MINUTES':
      writeMinutes(tx, move, event);
      break;
    case 'CONFIRM_MINUTES':
    case 'OBJECT_MINUTES':
      writeAnswer(tx, move, event);
      break;
    case 'DEADLINE.minutes':
      writeSilence(tx, move);
      break;
  }
}

/** Whoever is invited to talk takes part at once: the light form has nothing to sign. */
function writeInvited(tx: Transaction, move: Move): void {
  members.writeInvited(tx, move);
  if ((move.next.context as CommitteeContext).form === 'light') members.writeConsulting(tx, move);
}
