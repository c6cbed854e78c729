import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { type Audience, type Role, restore } from '../../../workflows/process.js';
import type { Actor } from '../../access/actor.js';
import { type ReferenceData, referenceData } from '../../directory/reference-data.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { ProcessRegistry } from '../../process/process-registry.js';
import { audienceOf } from '../view/audience.js';

const CASE: Statement = {
  name: 'seen-filing',
  text: `select c.id, c.version, c.value, c.status, c.context, c.state, c.owner_org as "ownerOrg", c.waits_for as "waitsFor",
      wendai_now() as now, (select stamp from reference_stamp) as stamp
    from process_case c where c.jurisdiction = $1 and c.id = $2 and c.process = 'filing'`,
};

interface CaseRow extends Record<string, unknown> {
  id: string;
  version: number;
  value: unknown;
  status: string;
  context: FilingContext;
  state: string;
  ownerOrg: string;
  waitsFor: Role[];
  now: Date;
  stamp: string;
}

/** A filing that its reader may see, and as whom. */
export interface SeenFiling {
  id: string;
  state: string;
  ownerOrg: string;
  waitsFor: readonly Role[];
  context: FilingContext;
  snapshot: AnyMachineSnapshot;
  audience: Audience;
  reference: ReferenceData;
  now: Date;
}

/** @throws {Problem} not-found, for a foreign filing and a missing one alike */
export async function seenFiling(
  tx: Transaction,
  registry: ProcessRegistry,
  actor: Actor,
  id: string,
): Promise<SeenFiling> {
  const [row] = await tx.query<CaseRow>(CASE, [actor.jurisdiction, id]);
  if (row === undefined) throw new Problem('not-found');
  const { state, ownerOrg, waitsFor, context, now } = row;
  const reference = await referenceData(tx, row.stamp);
  const snapshot = restore(registry.shell('filing', row.version).definition, row);
  return {
    id,
    state,
    ownerOrg,
    waitsFor,
    context,
    snapshot,
    audience: audienceOf(actor, ownerOrg, context),
    reference,
    now,
  };
}
