import type { AnyMachineSnapshot } from 'xstate';
import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import { committee1, stateOf } from '../../workflows/committee/committee.js';
import type { ProcessDefinition, Role } from '../../workflows/process.js';
import { eventRoles } from '../access/event-roles.js';
import type { ProcessShell } from '../process/process-shell.js';
import { factsOf } from './facts/facts-of.js';
import { leftToAct } from './left-to-act.js';
import { LIST_ROW, listRow } from './list-row.js';
import { partiesOf } from './parties.js';
import { writeBeside } from './rows/rows-beside.js';

/** What the engine must know of `committee@1` beside its definition. */
export const committeeShell: ProcessShell = {
  definition: committee1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('committee', type),
  facts: factsOf,
  policyOf: (snapshot, reference, day) => {
    const { policy } = contextIn(snapshot);
    return policy === null ? reference.policyOn(day) : reference.policy(policy);
  },
  projection: { statement: LIST_ROW, row: listRow },
  alsoWrite: writeBeside,
  noticeData: (snapshot) => ({
    process: contextIn(snapshot).form === 'light' ? 'consultation' : 'committee',
    state: stateOf(snapshot),
  }),
  // A committee is the creditors' own; a county hears of the firm by its coordination.
  countyOf: () => null,
  partiesOf,
  organizationsOf: postsAt,
  remindedAt: (tx, role, about) => leftToAct(tx, role, about),
};

/**
 * The delegates that are waited for: the proposer's, then the chair's. Undefined while all who take part have something to do,
 * so that each finds it in its worklist: to declare, to vote, to sign, to answer minutes.
 */
function postsAt(role: Role, { value, context }: AnyMachineSnapshot): string[] | undefined {
  if (role !== 'bank.delegate') return undefined;
  const { chair, viceChairs, proposer, minutes }: CommitteeContext = context;
  if (value === 'proposed') return proposer === null ? [] : [proposer];
  if (FOUNDING.includes(String(value)) || minutes !== null) return undefined;
  return chair === null ? [...viceChairs] : [chair];
}

const FOUNDING: readonly string[] = ['forming', 'electing', 'signing'];

function contextIn(snapshot: AnyMachineSnapshot): CommitteeContext {
  return snapshot.context as CommitteeContext;
}
