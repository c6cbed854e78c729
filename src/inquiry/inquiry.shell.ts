import type { AnyMachineSnapshot } from 'xstate';
import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import type { InquiryEventOf } from '../../workflows/inquiry/inquiry.events.js';
import { inquiry1, stateOf } from '../../workflows/inquiry/inquiry.js';
import type { Message, ProcessDefinition } from '../../workflows/process.js';
import { eventRoles } from '../access/event-roles.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Birth, Move, ProcessShell } from '../process/process-shell.js';
import { factsOf } from './inquiry-facts.js';
import { addReport, INQUIRY_ROW, inquiryRow, writeReport } from './inquiry-row.js';

/** What the engine must know of `inquiry@1` beside its definition. An inquiry belongs to the finance bureau. */
export const inquiryShell: ProcessShell = {
  definition: inquiry1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('inquiry', type),
  isPartyTo: (type, actor, _, snapshot) =>
    type !== 'EXPLAIN' || actor.organization === contextIn(snapshot).bank,
  birth: bornOf,
  facts: factsOf,
  policyOf: (snapshot, reference, day) => {
    const { policy } = contextIn(snapshot);
    return policy === null ? reference.policyOn(day) : reference.policy(policy);
  },
  projection: { statement: INQUIRY_ROW, row: inquiryRow },
  alsoWrite: writeReport,
  noticeData: (snapshot) => ({
    process: 'inquiry',
    number: contextIn(snapshot).number,
    state: stateOf(snapshot),
  }),
  countyOf: (snapshot) => contextIn(snapshot).county,
  partiesOf: (_, party, { next }) => {
    const { bank } = contextIn(next);
    return Promise.resolve(party === 'bank' && bank !== null ? [bank] : []);
  },
  organizationsOf: (role, snapshot, { ownerOrg }) => {
    const { bank, regulator } = contextIn(snapshot);
    if (role === 'regulator.observer') return regulator === null ? undefined : [regulator];
    if (role.startsWith('finance.')) return [ownerOrg];
    return bank === null ? undefined : [bank];
  },
};

const FORMER: Statement = {
  name: 'inquiry-of-filing',
  text: 'select id from inquiry where jurisdiction = $1 and filing = $2 and kind = $3',
};

/** 一事一类一件: what a filing tells once more about the same act and kind stands beside the inquiry that there is. */
async function bornOf(tx: Transaction, { type, payload }: Message, from: Move): Promise<Birth | undefined> {
  const { stored, reference, entryId, event } = from;
  const finance = reference.soleOf('finance');
  if (type !== 'INQUIRY.OPENED' || finance === undefined) return undefined;
  const told = payload as InquiryEventOf<'INQUIRY.OPENED'>['payload'];
  const { jurisdiction } = stored;
  const [former] = await tx.query<{ id: string }>(FORMER, [jurisdiction, told.filing ?? null, told.kind]);
  if (former === undefined) return { owner: { organization: finance.id, unit: null }, input: {} };
  addReport(tx, { jurisdiction, id: former.id, entryId, payload: told, person: null, at: event.at });
  return undefined;
}

export function contextIn(snapshot: AnyMachineSnapshot): InquiryContext {
  return snapshot.context as InquiryContext;
}
