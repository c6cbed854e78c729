import type { AnyMachineSnapshot } from 'xstate';
import type { Message, Party, ProcessDefinition } from '../../workflows/process.js';
import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import { resolution1, stateOf } from '../../workflows/resolution/resolution.js';
import { eventRoles } from '../access/event-roles.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Birth, Move, ProcessShell } from '../process/process-shell.js';
import { factsOf } from './facts/facts-of.js';
import { committeeOfFirm } from './members.js';
import { RESOLUTION_ROW, resolutionRow } from './resolution-row.js';
import { writeBeside } from './rows-beside.js';

/** What each member does for itself while the vote runs: it waits for nobody else on the firm, until it closes the vote. */
const OF_ONE_MEMBER = [
  'NOTICE',
  'DECLARE_CONFLICT',
  'NAME_PROXY',
  'REVOKE_PROXY',
  'CAST_BALLOT',
  'ATTACH_PAPER',
  'STATE_PENDING_APPROVAL',
  'EXTEND_VOTE',
];

/** What the engine must know of `resolution@1` beside its definition. A resolution belongs to whoever chairs the committee. */
export const resolutionShell: ProcessShell = {
  definition: resolution1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('resolution', type),
  holdsFirm: (type) => !OF_ONE_MEMBER.includes(type),
  birth: bornOf,
  facts: factsOf,
  policyOf: (snapshot, reference, day) => {
    const { policy } = contextIn(snapshot);
    return policy === null ? reference.policyOn(day) : reference.policy(policy);
  },
  projection: { statement: RESOLUTION_ROW, row: resolutionRow },
  alsoWrite: writeBeside,
  noticeData: (snapshot) => ({
    process: 'resolution',
    number: contextIn(snapshot).number,
    state: stateOf(snapshot),
  }),
  countyOf: () => null,
  partiesOf,
  organizationsOf: (role, snapshot) => {
    const { presiding } = contextIn(snapshot);
    return role === 'bank.delegate' && stateOf(snapshot) === 'drafted' && presiding.length > 0
      ? presiding
      : undefined;
  },
};

const CHAIR: Statement = {
  name: 'chair-of-committee',
  text: `select coalesce(k.chair, (select m.bank from committee_member m where m.jurisdiction = k.jurisdiction
      and m.committee = k.id and m.member_from is not null and m.member_until is null order by m.bank limit 1)) as bank
    from committee k where k.jurisdiction = $1 and k.id = $2`,
};

const PARTIES: Statement = {
  name: 'parties-of-committee',
  text: `select k.chair, k.vice_chairs as "viceChairs", array(select m.bank from committee_member m
      where m.jurisdiction = k.jurisdiction and m.committee = k.id and m.member_from is not null and m.member_until is null
      order by m.bank) as members
    from committee k where k.jurisdiction = $1 and k.id = $2`,
};

/** A filing that was referred is put to the firm's active committee; without one, its own clock brings it back. */
async function bornOf(tx: Transaction, { type }: Message, { stored }: Move): Promise<Birth | undefined> {
  if (type !== 'FILING.REFERRED') return undefined;
  const committee = await committeeOfFirm(tx, stored.jurisdiction, stored.firm);
  const organization =
    committee === undefined ? undefined : await chairOf(tx, stored.jurisdiction, committee);
  return organization === undefined ? undefined : { owner: { organization, unit: null }, input: {} };
}

/** Whoever chairs; while the chair is vacant, a member. */
export async function chairOf(
  tx: Transaction,
  jurisdiction: string,
  committee: string,
): Promise<string | undefined> {
  const [found] = await tx.query<{ bank: string | null }>(CHAIR, [jurisdiction, committee]);
  return found?.bank ?? undefined;
}

async function partiesOf(tx: Transaction, party: Party, { next, stored }: Move): Promise<readonly string[]> {
  const { committee, askedBy } = contextIn(next);
  const [found] = await tx.query<{ chair: string | null; viceChairs: string[]; members: string[] }>(PARTIES, [
    stored.jurisdiction,
    committee,
  ]);
  if (found === undefined) return [];
  const { chair, viceChairs, members } = found;
  switch (party) {
    case 'chair':
      return chair === null ? [] : [chair];
    case 'viceChairs':
      return viceChairs;
    case 'members':
      return members;
    // A bank that is no member learns from its own filing what was decided.
    case 'bank':
      return members.filter((member) => member === askedBy);
    default:
      return [];
  }
}

export function contextIn(snapshot: AnyMachineSnapshot): ResolutionContext {
  return snapshot.context as ResolutionContext;
}
