import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessName, type Role, restore } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { type ReferenceData, referenceData } from '../directory/reference-data.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { ProcessRegistry } from '../process/process-registry.js';

const CASE: Statement = {
  name: 'seen-case',
  text: `select c.id, c.version, c.value, c.status, c.context, c.state, c.owner_org as "ownerOrg", c.waits_for as "waitsFor", c.firm, c.seq, c.edits,
      wendai_now() as now, (select stamp from reference_stamp) as stamp
    from process_case c where c.jurisdiction = $1 and c.id = $2 and c.process = $3`,
};

interface CaseRow extends Record<string, unknown> {
  id: string;
  version: number;
  value: unknown;
  status: string;
  context: unknown;
  state: string;
  ownerOrg: string;
  waitsFor: Role[];
  firm: string | null;
  seq: number;
  edits: number;
  now: Date;
  stamp: string;
}

/** A case that its reader may see. */
export interface SeenCase<Context = unknown> {
  jurisdiction: string;
  id: string;
  process: ProcessName;
  version: number;
  state: string;
  ownerOrg: string;
  waitsFor: readonly Role[];
  firm: string | null;
  seq: number;
  edits: number;
  context: Context;
  snapshot: AnyMachineSnapshot;
  reference: ReferenceData;
  now: Date;
}

/** @throws {Problem} not-found, for a foreign case and a missing one alike */
export async function seenCase<Context = unknown>(
  tx: Transaction,
  registry: ProcessRegistry,
  { jurisdiction }: Actor,
  { process, id }: { process: ProcessName; id: string },
): Promise<SeenCase<Context>> {
  const [row] = await tx.query<CaseRow>(CASE, [jurisdiction, id, process]);
  if (row === undefined) throw new Problem('not-found');
  const { stamp, context, value: _, status: __, ...seen } = row;
  return {
    ...seen,
    jurisdiction,
    process,
    // What the process itself wrote, by the version that the case is pinned to.
    context: context as Context,
    reference: await referenceData(tx, stamp),
    snapshot: restore(registry.shell(process, row.version).definition, row),
  };
}
