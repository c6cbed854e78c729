import { claimAmount } from '../../../workflows/committee/claims.js';
import type { CommitteeEventOf } from '../../../workflows/committee/committee.events.js';
import { type Fen, fenOf } from '../../../workflows/rules/fen.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { keyOf, todayOf } from './move-key.js';

const DECLARE: Statement = {
  name: 'declare-claim',
  text: `insert into claim (jurisdiction, committee, bank, unit, principal_fen, pledged_margin_fen, deposits_fen, amount_fen, basis,
      documents, declared_at, declared_by, claim_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (jurisdiction, committee, bank) do update set unit = excluded.unit, principal_fen = excluded.principal_fen,
      pledged_margin_fen = excluded.pledged_margin_fen, deposits_fen = excluded.deposits_fen, amount_fen = excluded.amount_fen,
      basis = excluded.basis, documents = excluded.documents, declared_at = excluded.declared_at,
      declared_by = excluded.declared_by, claim_on = excluded.claim_on, confirmed = false`,
};

const CONFIRM: Statement = {
  name: 'confirm-claims',
  text: 'update claim set confirmed = true, claim_on = $3 where jurisdiction = $1 and committee = $2',
};

/** A member that accedes brings what it holds on that day, what it has bought included. */
const BRING: Statement = {
  name: 'bring-claim',
  text: `insert into claim (jurisdiction, committee, bank, principal_fen, pledged_margin_fen, deposits_fen, amount_fen, basis, documents,
      declared_at, declared_by, confirmed, claim_on)
    values ($1, $2, $3, $4, 0, 0, $4, 'other', '{}', $5, $6, true, $7)
    on conflict (jurisdiction, committee, bank) do update set amount_fen = excluded.amount_fen,
      principal_fen = excluded.amount_fen + claim.pledged_margin_fen + claim.deposits_fen, confirmed = true, claim_on = excluded.claim_on`,
};

const TRANSFER: Statement = {
  name: 'transfer-claim',
  text: `insert into claim_transfer (jurisdiction, id, committee, from_bank, to_bank, amount_fen, transferred_on)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

export function writeDeclared(
  tx: Transaction,
  move: Move,
  { payload, facts, at, actor }: CommitteeEventOf<'DECLARE_CLAIM'>,
): void {
  const { principal, pledgedMargin, deposits, basis, documents } = payload;
  const amount: Fen = claimAmount(payload) ?? 0n;
  tx.send(DECLARE, [
    ...keyOf(move),
    actor.organization,
    facts.unit,
    String(fenOf(principal)),
    String(fenOf(pledgedMargin)),
    String(fenOf(deposits)),
    String(amount),
    basis,
    documents,
    at,
    actor.person ?? null,
    facts.today,
  ]);
}

export function writeConfirmed(tx: Transaction, move: Move, recordDate: string): void {
  tx.send(CONFIRM, [...keyOf(move), recordDate]);
}

export function writeBrought(
  tx: Transaction,
  move: Move,
  { facts, at, actor }: CommitteeEventOf<'ACCEDE'>,
): void {
  const claim = String(fenOf(facts.standing.claim ?? '0.00'));
  tx.send(BRING, [...keyOf(move), actor.organization, claim, at, actor.person ?? null, todayOf(move)]);
}

export function writeTransfer(
  tx: Transaction,
  move: Move,
  { payload, actor }: CommitteeEventOf<'TRANSFER_CLAIM'>,
): void {
  const [jurisdiction, committee] = keyOf(move);
  const amount = String(fenOf(payload.amount));
  const { to, on } = payload;
  tx.send(TRANSFER, [jurisdiction, move.entryId, committee, actor.organization, to, amount, on]);
}
