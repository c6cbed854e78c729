import { type Agreement, agreementOf, workingDaysOf } from '../../../workflows/committee/agreement.js';
import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { CommitteeEventOf } from '../../../workflows/committee/committee.events.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { keyOf } from './move-key.js';

const DRAFT: Statement = {
  name: 'draft-agreement',
  text: `insert into agreement (jurisdiction, committee, number, content, text, drafted_by, drafted_at)
    values ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
};

/** What row-level security and other features ask of the text that is signed or to be signed. */
const APPLY: Statement = {
  name: 'apply-agreement',
  text: `update committee set working_days = $3, chair_told_at_once = $4, shares_claims = $5, shares_exposures = $6
    where jurisdiction = $1 and id = $2`,
};

/** A committee begins with what the policy says; whoever drafts changes it. */
export function writeFirstAgreement(tx: Transaction, move: Move): void {
  const { policy } = move.next.context as CommitteeContext;
  if (policy === null) return;
  write(tx, move, agreementOf(move.reference.policy(policy).values), null);
}

export function writeDraft(
  tx: Transaction,
  move: Move,
  { payload }: CommitteeEventOf<'DRAFT_AGREEMENT'>,
): void {
  write(tx, move, payload.agreement, payload.text ?? null);
}

/** What a majority has changed is in force at once; what its signers signed stays beside it under its own number. */
export function writeAmended(
  tx: Transaction,
  move: Move,
  { payload }: CommitteeEventOf<'RESOLUTION.CARRIED'>,
): void {
  if (payload.agreement !== undefined) write(tx, move, payload.agreement, null);
}

function write(tx: Transaction, move: Move, agreement: Agreement, text: string | null): void {
  const { agreement: number, policy } = move.next.context as CommitteeContext;
  if (policy === null) return;
  const days = workingDaysOf(agreement, move.reference.policy(policy).values);
  const { at, actor } = move.event;
  tx.send(DRAFT, [...keyOf(move), number, JSON.stringify(agreement), text, actor.person ?? null, at]);
  const { claims, exposures } = agreement.disclosure;
  tx.send(APPLY, [...keyOf(move), days, agreement.chairToldAtOnce, claims, exposures]);
}
