import type { AnyMachineSnapshot } from 'xstate';
import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import { coordination1, stateOf } from '../../workflows/coordination/coordination.js';
import type { Party, ProcessDefinition } from '../../workflows/process.js';
import { eventRoles } from '../access/event-roles.js';
import type { Transaction } from '../platform/transaction.js';
import type { Birth, Move, ProcessShell } from '../process/process-shell.js';
import { tellBanks } from './bank-notices.js';
import { COORDINATION_ROW, coordinationRow } from './coordination-row.js';
import { factsOf } from './facts-of.js';
import { writeFilings } from './filing-rows.js';
import { writeMeetings } from './meeting-rows.js';

/** What the engine must know of `coordination@1` beside its definition. It belongs to the finance bureau. */
export const coordinationShell: ProcessShell = {
  definition: coordination1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('coordination', type),
  facts: factsOf,
  policyOf: (_, reference, day) => reference.policyOn(day),
  projection: { statement: COORDINATION_ROW, row: coordinationRow },
  alsoWrite: (tx, move) => {
    writeFilings(tx, move);
    writeMeetings(tx, move);
    tellBanks(tx, move);
  },
  noticeData: (snapshot) => ({ process: 'coordination', state: stateOf(snapshot) }),
  countyOf: (snapshot) => contextIn(snapshot).county,
  birth: bornOf,
  partiesOf: (_, party, move) => Promise.resolve(parties(party, move)),
};

/** A coordination is born of the first filing of a firm that joins when none is open. */
function bornOf(_: Transaction, { type }: { type: string }, { reference }: Move): Promise<Birth | undefined> {
  const finance = reference.soleOf('finance');
  const joins = type === 'FILING.JOINED' && finance !== undefined;
  return Promise.resolve(joins ? { owner: { organization: finance.id, unit: null }, input: {} } : undefined);
}

/** The bank of a filing that joins may act in the case from then on. What banks are told hangs on their own filings. */
function parties(party: Party, { event }: Move): string[] {
  if (party !== 'banks' || event.type !== 'FILING.JOINED') return [];
  return 'bank' in event.payload ? [String(event.payload.bank)] : [];
}

export function contextIn(snapshot: AnyMachineSnapshot): CoordinationContext {
  return snapshot.context as CoordinationContext;
}
