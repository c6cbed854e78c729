import type { Actor } from '../access/actor.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** What the client promises about a request: the same key means the same request, and gets the same answer. */
export interface IdempotencyClaim {
  key: string;
  /** Hash of method, path, body and If-Match. */
  fingerprint: string;
}

/** Waits while another transaction holds the same key: the second of two that come at once sees what the first did. */
const CLAIM: Statement = {
  name: 'claim-idempotency-key',
  text: `insert into idempotency_key (organization, principal, key, fingerprint, jurisdiction)
    values ($1, $2, $3, $4, $5) on conflict do nothing returning true as claimed`,
};

const READ: Statement = {
  name: 'read-idempotency-key',
  text: `select fingerprint, case_id as "caseId", entry_id as "entryId" from idempotency_key
    where organization = $1 and principal = $2 and key = $3`,
};

const KEEP: Statement = {
  name: 'keep-idempotency-key',
  text: `update idempotency_key set case_id = $4, entry_id = $5, status = $6
    where organization = $1 and principal = $2 and key = $3`,
};

export interface FormerOutcome {
  caseId: string;
  entryId: string;
}

/** Sends the claim; resolves to true when the key is new. Only people and clients make claims. */
export async function claimKey(tx: Transaction, actor: Actor, claim: IdempotencyClaim): Promise<boolean> {
  const rows = await tx.query(CLAIM, [...owner(actor), claim.key, claim.fingerprint, actor.jurisdiction]);
  return rows.length === 1;
}

/** What came of the request that first used this key. @throws {Problem} idempotency-key-reused */
export async function formerOutcome(
  tx: Transaction,
  actor: Actor,
  claim: IdempotencyClaim,
): Promise<FormerOutcome> {
  const [row] = await tx.query<FormerOutcome & { fingerprint: string }>(READ, [...owner(actor), claim.key]);
  if (row === undefined) throw new Problem('request-in-progress');
  if (row.fingerprint !== claim.fingerprint) throw new Problem('idempotency-key-reused');
  return row;
}

/** Only outcomes that are committed are kept: a refused request may be tried again with its key. */
export function keepOutcome(
  tx: Transaction,
  actor: Actor,
  claim: IdempotencyClaim,
  outcome: FormerOutcome & { status: number },
): void {
  tx.send(KEEP, [...owner(actor), claim.key, outcome.caseId, outcome.entryId, outcome.status]);
}

function owner({ organization, person }: Actor): string[] {
  if (organization === undefined || person === undefined) throw new Problem('not-signed-in');
  return [organization, person];
}
