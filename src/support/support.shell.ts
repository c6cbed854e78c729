import type { AnyMachineSnapshot } from 'xstate';
import type { Party, ProcessDefinition } from '../../workflows/process.js';
import type { SupportContext } from '../../workflows/support/support.context.js';
import { stateOf, support1 } from '../../workflows/support/support.js';
import { eventRoles } from '../access/event-roles.js';
import type { Transaction } from '../platform/transaction.js';
import type { Birth, Move, ProcessShell } from '../process/process-shell.js';
import { factsOf } from './support-facts.js';
import { SUPPORT_ROW, supportRow, withdrawFromFormer } from './support-row.js';

/** What the engine must know of `support@1` beside its definition. A measure belongs to the finance bureau, whoever has it. */
export const supportShell: ProcessShell = {
  definition: support1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('support', type),
  facts: factsOf,
  policyOf: (_, reference, day) => reference.policyOn(day),
  projection: { statement: SUPPORT_ROW, row: supportRow },
  alsoWrite: withdrawFromFormer,
  noticeData: (snapshot) => ({
    process: 'support',
    dueOn: contextIn(snapshot).dueOn,
    state: stateOf(snapshot),
  }),
  countyOf: (snapshot) => contextIn(snapshot).county,
  birth: bornOf,
  partiesOf: (_, party, { next }) => Promise.resolve(parties(party, contextIn(next))),
  organizationsOf: (role, snapshot) => {
    const { owner } = contextIn(snapshot);
    return owner?.role === role && stateOf(snapshot) !== 'proposed' ? [owner.organization] : undefined;
  },
};

function bornOf(_: Transaction, { type }: { type: string }, { reference }: Move): Promise<Birth | undefined> {
  const finance = reference.soleOf('finance');
  const isProposal = type === 'SUPPORT.PROPOSED' && finance !== undefined;
  return Promise.resolve(
    isProposal ? { owner: { organization: finance.id, unit: null }, input: {} } : undefined,
  );
}

function parties(party: Party, { owner, bank }: SupportContext): string[] {
  if (party === 'helper') return owner === null ? [] : [owner.organization];
  return party === 'bank' && bank !== null ? [bank] : [];
}

export function contextIn(snapshot: AnyMachineSnapshot): SupportContext {
  return snapshot.context as SupportContext;
}
