import type { CommitteeEventOf } from '../../../workflows/committee/committee.events.js';
import { fenOf } from '../../../workflows/rules/fen.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { keyOf } from './move-key.js';

/** The entry of the log is the loan's id in the schedule. */
const SCHEDULE: Statement = {
  name: 'schedule-rollover',
  text: `insert into rollover (jurisdiction, committee, id, bank, loan, amount_fen, maturity_on, renewal_fen, renewal_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

const DONE: Statement = {
  name: 'rollover-done',
  text: `update rollover set outcome = $4, outcome_text = $5, done_at = $6
    where jurisdiction = $1 and committee = $2 and id = $3 and done_at is null`,
};

export function writeScheduled(
  tx: Transaction,
  move: Move,
  { payload }: CommitteeEventOf<'SCHEDULE_ROLLOVER'>,
): void {
  const { bank, loan, amount, maturity, renewal } = payload;
  tx.send(SCHEDULE, [
    ...keyOf(move),
    move.entryId,
    bank,
    loan,
    String(fenOf(amount)),
    maturity,
    renewal === undefined ? null : String(fenOf(renewal.amount)),
    renewal?.until ?? null,
  ]);
}

export function writeDone(
  tx: Transaction,
  move: Move,
  { payload, at }: CommitteeEventOf<'ROLLOVER_DONE'>,
): void {
  tx.send(DONE, [...keyOf(move), payload.rollover, payload.outcome, payload.text ?? null, at]);
}
